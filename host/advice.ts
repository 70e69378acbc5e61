/** Something the person at the keyboard can mend: the message says what to do, so it is shown without a stack. */
export class Advice extends Error {
	override name = 'Advice';
}

/** The text of anything that was thrown. */
export function textOf(thrown: unknown): string {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
