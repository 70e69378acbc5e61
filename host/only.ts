import { parseArgs } from 'node:util';
import { Advice, textOf } from './advice';

/** Which parts of a command are to be run. */
export interface OnlyOptions {
	help: boolean;
	/** Names of the parts; undefined: all of them. */
	only: string[] | undefined;
}

/**
 * Reads the command line of a command that takes `--only <part>`, also several times, and `--help`.
 *
 * @param noun what a part is called
 * @param names of all parts
 * @param help shown below what can't be understood
 * @throws Advice when something can't be understood
 */
export function readOnly(
	args: string[],
	noun: string,
	names: readonly string[],
	help: string,
): OnlyOptions {
	const { help: isHelp = false, only } = parse(args, help);
	const unknown = only?.find((name) => !names.includes(name));
	if (unknown !== undefined) throw new Advice(`There is no ${noun} "${unknown}"\n\n${help}`);
	return { help: isHelp, only };
}

function parse(args: string[], help: string) {
	try {
		return parseArgs({
			args,
			options: {
				only: { type: 'string', multiple: true },
				help: { type: 'boolean', short: 'h' },
			},
		}).values;
	} catch (error) {
		throw new Advice(`${textOf(error)}\n\n${help}`);
	}
}
