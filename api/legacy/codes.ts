/** The numbers of the 2021 API by the words that v3 has for the same thing (B.8). */

/** `type` of a message. */
export const legacyMessageTypes = {
	0: 'unsupported',
	1: 'text',
	2: 'image',
	3: 'audio',
	4: 'video',
	5: 'document',
	21: 'missing_call',
} as const;

/** What a number of `status` says. */
export interface LegacyStatus {
	name: string;
	/** The code, known to `explainCode`, under which v3 tells the same reason of a failure. */
	error?: string;
}

const failed = (error: string): LegacyStatus => ({ name: 'error', error });

/** `status` of a message. 0 only comes with a change of status, 99 only with a message. */
export const legacyStatuses: Readonly<Record<number, LegacyStatus>> = {
	0: { name: 'pending' },
	1: { name: 'sent' },
	2: { name: 'delivered' },
	3: { name: 'read' },
	13: failed('BAD_CONTACT'),
	14: failed('TOO_LONG_TEXT'),
	15: failed('BAD_LINK'),
	17: failed('TOO_BIG_CONTENT'),
	18: failed('SPAM'),
	19: failed('TOO_MANY_EXT_REQS'),
	21: failed('WRONG_CONTENT'),
	66: failed('GENERAL_ERROR'),
	99: { name: 'inbound' },
};

/** `authorType` of a message: where it was written. */
export const legacyAuthorTypes = {
	0: 'Phone',
	1: 'Wazzup',
	3: 'amoCRM',
	4: 'Planfix',
	5: 'Bitrix24',
	6: 'Zoho CRM',
	7: 'Salesforce',
	8: 'HubSpot',
	9: 'Wazzup API',
	99: 'Customer',
} as const;

/** The entry of a code, which the document types as a number in one table and as a text in another. */
const entryOf = <Entry>(codes: Readonly<Record<number, Entry>>, code: unknown) =>
	typeof code === 'number' || (typeof code === 'string' && /^\d+$/.test(code))
		? codes[Number(code)]
		: undefined;

/** The word for a `type`; `undefined` for a number that the document does not have. */
export function legacyTypeName(code: unknown): string | undefined {
	return entryOf<string>(legacyMessageTypes, code);
}

/** What a `status` says; `undefined` for a number that the document does not have. */
export function legacyStatusOf(code: unknown): LegacyStatus | undefined {
	return entryOf(legacyStatuses, code);
}

/** The name for an `authorType`; `undefined` for a number that the document does not have. */
export function legacyAuthorName(code: unknown): string | undefined {
	return entryOf<string>(legacyAuthorTypes, code);
}
