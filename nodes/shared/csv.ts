/** What stands between two fields of a row. */
export type Delimiter = ',' | ';' | '\t';

const delimiters: readonly Delimiter[] = [',', ';', '\t'];

const QUOTE = '"';

/** Where an unquoted field ends. */
const fieldEnds: Record<Delimiter, RegExp> = {
	',': /[,\r\n]/g,
	';': /[;\r\n]/g,
	'\t': /[\t\r\n]/g,
};

/**
 * The rows of a CSV text as RFC 4180 has it: quotes around a field, doubled ones within it, line breaks within quotes.
 * Taken beyond that: a byte order mark, line breaks of any kind, empty lines (left out), and characters behind a closing
 * quote (kept). Throws where the text ends within quotes, since then its end is missing.
 */
export function* csvRows(text: string, delimiter = delimiterOf(text)): Generator<string[]> {
	const fieldEnd = fieldEnds[delimiter];
	let at = text.startsWith('\uFEFF') ? 1 : 0;
	let row: string[] = [];
	/** A plain piece of a field: up to the next delimiter, line break, or the end. */
	const plain = (): string => {
		fieldEnd.lastIndex = at;
		const end = fieldEnd.exec(text)?.index ?? text.length;
		const piece = text.slice(at, end);
		at = end;
		return piece;
	};
	const quoted = (): string => {
		let field = '';
		for (;;) {
			const end = text.indexOf(QUOTE, at + 1);
			if (end < 0) throw new Error('The CSV ends within a quoted field: a part of it is missing');
			field += text.slice(at + 1, end);
			at = end + 1;
			if (text[at] !== QUOTE) return field;
			field += QUOTE;
		}
	};
	while (at < text.length) {
		const isQuoted = text[at] === QUOTE;
		row.push(isQuoted ? quoted() + plain() : plain());
		if (text[at] === delimiter) {
			at++;
			// A delimiter at the very end stands before one more, empty field.
			if (at < text.length) continue;
			row.push('');
		} else if (text[at] === '\r' && text[at + 1] === '\n') at += 2;
		else at++;
		const isEmptyLine = row.length === 1 && row[0] === '' && !isQuoted;
		if (!isEmptyLine) yield row;
		row = [];
	}
}

/** The delimiter that the first row has most of, outside quotes; a comma where it has none. */
export function delimiterOf(text: string): Delimiter {
	// The names of columns end long before this.
	const start = text.slice(0, 100_000);
	const [header = ''] = start.replace(/"[^"]*"/g, '').split(/[\r\n]+/, 1);
	const count = (delimiter: Delimiter) => header.split(delimiter).length;
	return delimiters.reduce((best, each) => (count(each) > count(best) ? each : best));
}

/**
 * The rows of a CSV text as objects, by the names in its first row; every value is a text. A column without a name, and
 * fields beyond the last column, are called `column_3` and so on; a name that comes again gets its column's number.
 * Throws as {@link csvRows} does.
 */
export function* csvRecords(text: string): Generator<Record<string, string>> {
	let names: string[] | undefined;
	for (const row of csvRows(text)) {
		if (!names) {
			names = namesOf(row);
			continue;
		}
		const known = names;
		yield Object.fromEntries(
			row.map((field, index) => [known[index] ?? `column_${index + 1}`, field]),
		);
	}
}

function namesOf(header: string[]): string[] {
	const names: string[] = [];
	for (const [index, field] of header.entries()) {
		const name = field.trim() || 'column';
		const isFree = name !== 'column' && !names.includes(name);
		names.push(isFree ? name : `${name}_${index + 1}`);
	}
	return names;
}
