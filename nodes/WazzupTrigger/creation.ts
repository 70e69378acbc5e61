import { randomUUID } from 'crypto';
import type { z } from 'zod/v4';
import type { V3CreateContact, V3CreateDeal, V3Delivery } from '../../api/events/v3';
import type { contactReply } from '../../api/v3/contacts';
import type { dealReply } from '../../api/v3/deals';

/** The requests of a delivery with a new id each, and the entity that Wazzup gets as the answer. */
export interface Granted {
	delivery: V3Delivery;
	/** In the shape of POST /v3/contacts or /v3/deals; undefined when nothing was asked for. */
	entity?: z.input<typeof contactReply> | z.input<typeof dealReply>;
}

/** Grants what Wazzup asks for at once. The ids are in the delivery too, for the workflow to store them. */
export function grant(delivery: V3Delivery): Granted {
	const { createContact, createDeal } = delivery;
	if (createContact) {
		const request = { ...createContact, id: randomUUID() };
		return { delivery: { ...delivery, createContact: request }, entity: contactOf(request) };
	}
	if (createDeal) {
		const request = { ...createDeal, id: randomUUID() };
		return { delivery: { ...delivery, createDeal: request }, entity: dealOf(request) };
	}
	return { delivery };
}

function contactOf({ id, responsibleUserId, name, contactData }: V3CreateContact & { id: string }) {
	const [chat] = contactData ?? [];
	return {
		id,
		responsibleUserId: textOf(responsibleUserId),
		name: name || chat?.username || chat?.phone || chat?.chatId || 'New contact',
		contactData: contactData ?? [],
	};
}

/** The request carries no name, and Wazzup wants one. */
function dealOf({ id, responsibleUserId, contacts }: V3CreateDeal & { id: string }) {
	return {
		id,
		responsibleUserId: textOf(responsibleUserId),
		name: 'New deal',
		contacts: (contacts ?? []).map(String),
		closed: false,
	};
}

const textOf = (id: string | number | null | undefined) =>
	id === null || id === undefined ? undefined : String(id);
