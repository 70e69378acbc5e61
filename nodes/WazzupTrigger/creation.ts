import { randomUUID } from 'crypto';
import type { z } from 'zod/v4';
import {
	v3CreateContact,
	v3CreateDeal,
	type V3CreateContact,
	type V3CreateDeal,
	type V3Delivery,
} from '../../api/events/v3';
import type { contactReply } from '../../api/v3/contacts';
import type { dealReply } from '../../api/v3/deals';
import { fingerprint } from './fingerprint';

/** The same request gets the same id for this long: Wazzup may repeat one whose answer it did not get. */
const REMEMBERED_FOR = 10 * 60_000;
const MOST_REMEMBERED = 1_000;

/** The requests of a delivery with an id each, and the entity that Wazzup gets as the answer. */
export interface Granted {
	delivery: V3Delivery;
	/** In the shape of POST /v3/contacts or /v3/deals; undefined when nothing was asked for. */
	entity?: z.input<typeof contactReply> | z.input<typeof dealReply>;
}

/** Grants what Wazzup asks for at once. Held in memory: a repeat after a restart of n8n gets a new id. */
export class Grants {
	/** When each id was given, oldest first. */
	private readonly ids = new Map<string, { id: string; since: number }>();

	constructor(private readonly now: () => number = Date.now) {}

	/** The ids are in the delivery too, for the workflow to store them. */
	grant(node: string, delivery: V3Delivery): Granted {
		const { createContact, createDeal } = delivery;
		if (createContact) {
			const request = v3CreateContact.parse(createContact);
			const id = this.idFor(node, sameContact(request));
			return {
				delivery: { ...delivery, createContact: { ...createContact, id } },
				entity: contactOf(id, request),
			};
		}
		if (createDeal) {
			const request = v3CreateDeal.parse(createDeal);
			const id = this.idFor(node, sameDeal(request));
			return {
				delivery: { ...delivery, createDeal: { ...createDeal, id } },
				entity: dealOf(id, request),
			};
		}
		return { delivery };
	}

	/** @param same what a repeat has in common with the first; undefined where two requests can mean two */
	private idFor(node: string, same: unknown[] | undefined): string {
		if (!same) return randomUUID();
		const key = `${node} ${fingerprint(same)}`;
		const known = this.ids.get(key);
		if (known && this.now() - known.since < REMEMBERED_FOR) return known.id;
		const id = randomUUID();
		this.ids.delete(key);
		this.ids.set(key, { id, since: this.now() });
		const [oldest] = this.ids.keys();
		if (this.ids.size > MOST_REMEMBERED && oldest !== undefined) this.ids.delete(oldest);
		return id;
	}
}

/** Two people can share a name, so only the chats tell. */
const sameContact = ({ responsibleUserId, name, contactData }: V3CreateContact) =>
	contactData?.length ? ['contact', responsibleUserId, name, contactData] : undefined;

/** Who presses "+" twice may want two deals; of its own accord Wazzup asks once for each client. */
const sameDeal = ({ responsibleUserId, contacts, source }: V3CreateDeal) =>
	contacts?.length && source === 'auto' ? ['deal', responsibleUserId, contacts] : undefined;

function contactOf(id: string, { responsibleUserId, name, contactData }: V3CreateContact) {
	const [chat] = contactData ?? [];
	return {
		id,
		responsibleUserId: responsibleUserId ?? undefined,
		name: name || chat?.username || chat?.phone || chat?.chatId || 'New contact',
		contactData: contactData ?? [],
	};
}

/** The request carries no name, and Wazzup wants one. */
function dealOf(id: string, { responsibleUserId, contacts }: V3CreateDeal) {
	return {
		id,
		responsibleUserId: responsibleUserId ?? undefined,
		name: 'New deal',
		contacts: contacts ?? [],
		closed: false,
	};
}
