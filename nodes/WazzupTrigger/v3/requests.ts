import type { z } from 'zod/v4';
import type { V3CreateContact, V3CreateDeal } from '../../../api/events/v3';
import type { contactReply } from '../../../api/v3/contacts';
import type { dealReply } from '../../../api/v3/deals';
import type { Asked } from '../received';

/** Two people can share a name, so only the chats tell. */
export const askedContact = (request: V3CreateContact): Asked => ({
	same: request.contactData?.length
		? ['contact', request.responsibleUserId, request.name, request.contactData]
		: undefined,
	entity: (id) => contactOf(id, request),
});

/** Who presses "+" twice may want two deals; of its own accord Wazzup asks once for each client. */
export const askedDeal = (request: V3CreateDeal): Asked => ({
	same:
		request.contacts?.length && request.source === 'auto'
			? ['deal', request.responsibleUserId, request.contacts]
			: undefined,
	entity: (id) => dealOf(id, request),
});

/** In the shape of POST /v3/contacts. */
function contactOf(
	id: string,
	{ responsibleUserId, name, contactData }: V3CreateContact,
): z.input<typeof contactReply> {
	const [chat] = contactData ?? [];
	return {
		id,
		responsibleUserId: responsibleUserId ?? undefined,
		name: name || chat?.username || chat?.phone || chat?.chatId || 'New contact',
		contactData: contactData ?? [],
	};
}

/** In the shape of POST /v3/deals. The request carries no name, and Wazzup wants one. */
function dealOf(
	id: string,
	{ responsibleUserId, contacts }: V3CreateDeal,
): z.input<typeof dealReply> {
	return {
		id,
		responsibleUserId: responsibleUserId ?? undefined,
		name: 'New deal',
		contacts: contacts ?? [],
		closed: false,
	};
}
