import { z } from 'zod/v4';

/** The messengers of `chatType`, one-to-one and group (A.4). Compared as the documents spell them. */
export const chatTypes = [
	'whatsapp',
	'whatsgroup',
	'viber',
	'instagram',
	'telegram',
	'telegroup',
	'vk',
	'avito',
	'max',
	'maxgroup',
] as const;

export const chatType = z.enum(chatTypes);
export type ChatType = z.infer<typeof chatType>;

/** An id of the CRM: a string of 1 to `limit` characters. */
export const entityId = (limit: number) => z.string().min(1).max(limit);

/** An id as Wazzup returns it: clients have seen strings and numbers. */
export const replyId = z.union([z.string(), z.number()]);

/** A text as Wazzup returns it, or null, or nothing; a number where a text belongs is read as text. */
export const replyText = z
	.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string())
	.nullish();

/** The ids that a bulk deletion did not know. An empty answer means that it knew them all. */
export const unknownIds = z.preprocess((reply) => reply || [], z.array(replyId));

/** `{id}` in a path. Its length is not checked: Wazzup says what it does not know. */
export const idInPath = z.object({ id: z.string().min(1) });

/** Paging of contacts, deals and users: pages of 100 from `offset` on. */
export const offsetQuery = z.object({ offset: z.number().int().min(0).optional() });

/** Chat types in which a person without a known `chatId` is found by username, and by phone number (A.4, A.11). */
export const foundByUsername: readonly ChatType[] = ['telegram'];
export const foundByPhone: readonly ChatType[] = ['telegram', 'max'];

/** Says what is amiss, in words for the user, and where. */
export type Complain = (path: PropertyKey[], message: string) => void;

/**
 * A check over several fields, for `superRefine`. It is made once each field is in order by itself,
 * because zod hands an unfit field to it as an absent one.
 */
export function across<Value>(check: (value: Value, complain: Complain) => void) {
	return (value: Value, context: z.RefinementCtx<Value>): void => {
		if (context.issues.length > 0) return;
		check(value, (path, message) => context.addIssue({ code: 'custom', path, message }));
	};
}

/** How a chat is named: by its id, or where the messenger allows it by a username or a phone number. */
export interface ChatAddress {
	chatType: ChatType;
	chatId?: string;
	username?: string;
	phone?: string;
}

/** Whether Wazzup can tell which chat is meant. */
export function isAddressed({ chatType: type, chatId, username, phone }: ChatAddress): boolean {
	return (
		chatId !== undefined ||
		(username !== undefined && foundByUsername.includes(type)) ||
		(phone !== undefined && foundByPhone.includes(type))
	);
}

/** For `superRefine` of a contact's chat: complains where {@link isAddressed} says no. */
export const addressed = across((chat: ChatAddress, complain) => {
	if (isAddressed(chat)) return;
	complain(['chatId'], `Say which chat: ${waysToName(chat.chatType)}.`);
});

/** The addresses that a messenger takes, as advice: `give the chat ID`. */
export function waysToName(type: ChatType): string {
	if (foundByUsername.includes(type)) return 'give a chat ID, a username or a phone number';
	if (foundByPhone.includes(type)) return 'give a chat ID or a phone number';
	return 'give the chat ID';
}
