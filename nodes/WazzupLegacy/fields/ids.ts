/** How an id is given, for the descriptions of fields: this API tells 17 from "17". */
export const howIdsAreTyped =
	'What you type is a text; an expression that gives a number, like {{ 101 }}, sends a number';

/** A number that came as a text, of a table or of a typed field; everything else stays for the contract to judge. */
export function asNumber(id: unknown): unknown {
	const text = typeof id === 'string' ? id.trim() : '';
	return /^-?\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : id;
}
