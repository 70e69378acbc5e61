import { parseArgs } from 'node:util';
import { Advice, textOf } from '../host/advice';

/** What `npm run bench` was asked for. */
export interface BenchOptions {
	help: boolean;
	/** Names of the scenarios to run; undefined: all of them. */
	only: string[] | undefined;
}

export const helpOf = (names: readonly string[]): string => `npm run bench [-- options]

Measures this package against n8n's own nodes and writes docs/bench.md.

  --only <scenario>  only this one, also several times: ${names.join(', ')}
  --help             shows this`;

/**
 * Reads the command line.
 *
 * @param names of all scenarios
 * @throws Advice when something can't be understood
 */
export function readOptions(args: string[], names: readonly string[]): BenchOptions {
	const { help = false, only } = parse(args, names);
	const unknown = only?.find((name) => !names.includes(name));
	if (unknown !== undefined) {
		throw new Advice(`There is no scenario "${unknown}"\n\n${helpOf(names)}`);
	}
	return { help, only };
}

function parse(args: string[], names: readonly string[]) {
	try {
		return parseArgs({
			args,
			options: {
				only: { type: 'string', multiple: true },
				help: { type: 'boolean', short: 'h' },
			},
		}).values;
	} catch (error) {
		throw new Advice(`${textOf(error)}\n\n${helpOf(names)}`);
	}
}
