/** The report: a head, and a section for each scenario between two marks. */

const begin = (name: string) => `<!-- ${name}:start -->`;
const end = (name: string) => `<!-- ${name}:end -->`;

export interface Section {
	name: string;
	title: string;
	/** Markdown without a heading. */
	text: string;
}

/**
 * The report with new sections; those that were not measured anew stay.
 *
 * @param earlier the report as it was, `''` when there was none
 * @param order names of all scenarios
 */
export function reportOf(
	earlier: string,
	head: string,
	sections: readonly Section[],
	order: readonly string[],
): string {
	const texts = order.map((name) => {
		const section = sections.find((candidate) => candidate.name === name);
		return section ? written(section) : kept(earlier, name);
	});
	return [head, ...texts.filter((text) => text !== undefined)].join('\n\n') + '\n';
}

function written({ name, title, text }: Section): string {
	const command = `\`npm run bench -- --only ${name}\``;
	return [begin(name), `## ${title}`, `Made by ${command}.`, text, end(name)].join('\n\n');
}

function kept(report: string, name: string): string | undefined {
	const from = report.indexOf(begin(name));
	const to = report.indexOf(end(name), from);
	return from < 0 || to < 0 ? undefined : report.slice(from, to + end(name).length);
}
