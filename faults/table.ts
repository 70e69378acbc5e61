import type { Cancelled } from './cancel';
import type { Cell } from './cell';
import type { FaultColumn } from './faults';
import { isTruthful } from './judge';
import type { Kind } from './kind';

/** A Markdown table; the first row is the head, all columns but the first are figures. */
async function table(rows: string[][]): Promise<string> {
	// markdown-table is an ES module, which a CommonJS file can import in no other way.
	const { markdownTable } = await import('markdown-table');
	const align = ['l', ...Array<string>((rows[0]?.length ?? 1) - 1).fill('r')];
	return markdownTable(rows, { align });
}

/** Faults downwards, kinds of operation from left to right. */
async function grid(
	cells: readonly Cell[],
	kinds: readonly Kind[],
	faults: readonly FaultColumn[],
	textOf: (cell: Cell) => string,
): Promise<string> {
	const textAt = (kind: Kind, fault: FaultColumn) => {
		const cell = cells.find((each) => each.kind === kind.name && each.fault === fault.name);
		return cell ? textOf(cell) : '';
	};
	return await table([
		['', ...kinds.map(({ title }) => title)],
		...faults.map((fault) => [fault.title, ...kinds.map((kind) => textAt(kind, fault))]),
	]);
}

const truth = ({ verdict }: Cell): string => {
	const { lost, doubled, misreported } = verdict;
	const text = `${lost} / ${doubled} / ${misreported}`;
	return isTruthful(verdict) ? text : `**${text}**`;
};

const told = ({ verdict }: Cell): string => {
	const { done, failed, unsure } = verdict.told;
	return `${done} / ${failed} / ${unsure}`;
};

/** What the tables show: lost, doubled and misreported; and what the items were told. */
export async function faultTables(
	...grounds: [cells: readonly Cell[], kinds: readonly Kind[], faults: readonly FaultColumn[]]
): Promise<{ truth: string; told: string }> {
	return { truth: await grid(...grounds, truth), told: await grid(...grounds, told) };
}

export async function cancelTable(cancelled: readonly Cancelled[]): Promise<string> {
	return await table([
		['cancelled in the middle of', 'stopped after', 'requests after that'],
		...cancelled.map(({ title, stopped, requestsAfter }) => [
			title,
			`${Math.ceil(stopped)} ms`,
			String(requestsAfter),
		]),
	]);
}
