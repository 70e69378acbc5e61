import { readOnly, type OnlyOptions } from '../host/only';

export const helpOf = (names: readonly string[]): string => `npm run bench [-- options]

Measures this package against n8n's own nodes and writes docs/bench.md.

  --only <scenario>  only this one, also several times: ${names.join(', ')}
  --help             shows this`;

/** Reads the command line. @param names of all scenarios; throws an Advice for what can't be understood */
export const readOptions = (args: string[], names: readonly string[]): OnlyOptions =>
	readOnly(args, 'scenario', names, helpOf(names));
