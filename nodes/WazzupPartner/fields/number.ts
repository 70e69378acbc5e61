import type { Parameters } from '../../shared/parameters';

/** A number, also as the text that an expression or a table gives. Throws an input error for anything else. */
export function readNumber(parameters: Parameters, name: string, displayName: string): number {
	const given = parameters.required(name, displayName);
	const value = Number(given);
	return Number.isFinite(value)
		? value
		: parameters.refuse(`${displayName} "${given}" is not a number`, 'Give a number like 100.');
}
