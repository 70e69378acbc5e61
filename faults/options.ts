import { readOnly, type OnlyOptions } from '../host/only';

export const helpOf = (names: readonly string[]): string => `npm run faults [-- options]

Runs every kind of operation against every fault and writes docs/faults.md.

  --only <kind>  only this one, also several times; nothing is written: ${names.join(', ')}
  --help         shows this`;

/** Reads the command line. @param names of all kinds; throws an Advice for what can't be understood */
export const readOptions = (args: string[], names: readonly string[]): OnlyOptions =>
	readOnly(args, 'kind', names, helpOf(names));
