/**
 * A code, state or status in the form in which two of them are compared: lower case, without `_`.
 * Wazzup writes `repeatedCrmMessageId` and `REPEATED_CRM_MESSAGE_ID`, `openElsewhere` and `openelsewhere` (A.1, A.3).
 */
export function foldCode(code: string): string {
	return code.replaceAll('_', '').toLowerCase();
}

/** Whether two spellings mean the same code, state or status. An absent one equals nothing. */
export function sameCode(a: string | null | undefined, b: string | null | undefined): boolean {
	return typeof a === 'string' && typeof b === 'string' && foldCode(a) === foldCode(b);
}
