import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnyEndpoint } from '../api/endpoint';
import { actionNodes, type ActionNode } from './nodes';

const START = '<!-- operations:start -->';
const END = '<!-- operations:end -->';

/**
 * The README with its table of operations brought up to date.
 *
 * @param readme the README as it is, with both markers in it
 * @throws Error when a marker is missing
 */
export function withOperations(readme: string, nodes: readonly ActionNode[] = actionNodes): string {
	const start = readme.indexOf(START);
	const end = readme.indexOf(END);
	if (start < 0 || end < start) {
		throw new Error(`The README needs the lines ${START} and ${END}, in this order`);
	}
	return `${readme.slice(0, start + START.length)}\n${operationTables(nodes)}\n${readme.slice(end)}`;
}

/** One table per node. Prettier would align the columns, and every new row would then change all of them. */
function operationTables(nodes: readonly ActionNode[]): string {
	return [
		'<!-- prettier-ignore-start -->',
		...nodes.flatMap((node) => [
			'',
			`**${node.name.replace(/\B[A-Z]/g, ' $&')}**`,
			'',
			'| Resource | Operation | What it does | Route | In one request |',
			'| --- | --- | --- | --- | --- |',
			...node.resources.flatMap((resource) =>
				resource.operations.map(({ name, description, runner }) =>
					row([resource.name, name, description, ...routes(runner.endpoints)]),
				),
			),
		]),
		'',
		'<!-- prettier-ignore-end -->',
	].join('\n');
}

function routes(endpoints: readonly AnyEndpoint[]): string[] {
	return [
		endpoints.map(({ method, path }) => `\`${method} ${path}\``).join('<br>'),
		endpoints.map(({ bulk }) => (bulk ? `up to ${bulk.limit}` : '1')).join('<br>'),
	];
}

const row = (cells: string[]) =>
	`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

async function main(): Promise<void> {
	const path = join(__dirname, '..', 'README.md');
	const readme = await readFile(path, 'utf8');
	const updated = withOperations(readme);
	if (updated === readme) return console.log('README.md: the table of operations is up to date');
	await writeFile(path, updated);
	console.log('README.md: the table of operations was rewritten');
}

if (require.main === module) void main();
