import type { z } from 'zod/v4';
import type {
	techCreatedContact,
	techDealRequest,
	TechContactRequest,
} from '../../../api/events/tech';
import type { deal } from '../../../api/tech/deals';
import type { Asked } from '../received';

/** A chat as a request names it. */
type Party = Extract<TechContactRequest['recipient'], unknown[]>[number];

export const chatsOf = ({ recipient }: TechContactRequest): Party[] =>
	recipient ? [recipient].flat() : [];

/**
 * Two people can share a name, so only the chats tell, and a repeated delivery.
 * @param delivery what the repeats of one delivery have in common; undefined where Wazzup gave nothing
 */
export const askedContact = (request: TechContactRequest, delivery?: string): Asked => {
	const chats = chatsOf(request);
	const { responsible_user_id, name } = request;
	return {
		same:
			chats.length > 0
				? ['contact', responsible_user_id, name, chats]
				: repeatOf('contact', delivery),
		entity: (id, link) => contactOf(id, link, request, chats),
	};
};

/** Who asks twice may want two deals, so only a repeated delivery is the same request. */
export const askedDeal = (request: z.output<typeof techDealRequest>, delivery?: string): Asked => ({
	same: repeatOf('deal', delivery),
	entity: (id, link) => dealOf(id, link, request),
});

const repeatOf = (kind: string, delivery?: string) =>
	delivery === undefined ? undefined : [kind, delivery];

/** In the shape that one client is known to answer with (tech 6.5). */
function contactOf(
	id: string,
	uri: string,
	{ responsible_user_id, name }: TechContactRequest,
	chats: Party[],
): z.input<typeof techCreatedContact> {
	const [chat] = chats;
	return {
		id,
		...(isId(responsible_user_id) && { responsible_user_id: String(responsible_user_id) }),
		name:
			name || chat?.name || chat?.username || textOf(chat?.phone ?? chat?.chat_id) || 'New contact',
		recipient: chats.map(({ chat_type, chat_id, username, phone }) => ({
			chat_type: chat_type ?? '',
			...(isId(chat_id) && { chat_id: String(chat_id) }),
			...(username && { username }),
			...(isId(phone) && phone !== '' && { phone: String(phone) }),
		})),
		...(uri !== '' && { uri }),
	};
}

/** No document shows the answer: a deal as POST /v2/deals takes it. The request carries no name, and Wazzup wants one. */
function dealOf(
	id: string,
	uri: string,
	{ responsible_user_id, contacts }: z.output<typeof techDealRequest>,
): Partial<z.input<typeof deal>> {
	return {
		id,
		...(isId(responsible_user_id) && { responsible_user_id: String(responsible_user_id) }),
		name: 'New deal',
		...(uri !== '' && { uri }),
		contacts: Array.isArray(contacts) ? contacts.filter(isId).map(String) : [],
		closed: false,
	};
}

const isId = (value: unknown): value is string | number =>
	typeof value === 'string' || typeof value === 'number';

const textOf = (value: string | number | null | undefined) => String(value ?? '');
