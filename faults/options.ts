import { parseArgs } from 'node:util';
import { Advice, textOf } from '../host/advice';

/** What `npm run faults` was asked for. */
export interface FaultsOptions {
	help: boolean;
	/** Names of kinds; undefined: all of them, and the waits. */
	only: string[] | undefined;
}

export const helpOf = (names: readonly string[]): string => `npm run faults [-- options]

Runs every kind of operation against every fault and writes docs/faults.md.

  --only <kind>  only this one, also several times; nothing is written: ${names.join(', ')}
  --help         shows this`;

/**
 * Reads the command line.
 * @param names of all kinds
 * Throws an Advice for what can't be understood.
 */
export function readOptions(args: string[], names: readonly string[]): FaultsOptions {
	const { help = false, only } = parse(args, names);
	const unknown = only?.find((name) => !names.includes(name));
	if (unknown !== undefined) throw new Advice(`There is no kind "${unknown}"\n\n${helpOf(names)}`);
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
