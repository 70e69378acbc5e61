import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import {
	client,
	enveloped,
	given,
	oneOrMany,
	presumed,
	processed,
	replyId,
	replyPhone,
	text,
} from './common';

const source = 'tech 8.3 PAGE(contacts)';

/** One address of a contact in a messenger. */
export const contactChat = z.looseObject({
	chat_type: given,
	chat_id: given,
	/** Telegram only, without @. */
	username: given.optional(),
	/** Digits. */
	phone: given.optional(),
});

/** A contact of the CRM. No length is documented for this surface. */
export const contact = z.looseObject({
	id: given,
	/** Who sees the dialog. */
	responsible_user_id: given,
	name: given,
	contact_data: z.array(contactChat).min(1, 'Give at least one chat of the contact.'),
	/** Opens the contact in the CRM. */
	uri: given,
});

/** What to change of a contact; only its id is sure to be needed. */
export const contactChange = contact.partial().required({ id: true });

/** A contact as Wazzup returns it: the model is documented, the reply is not. */
export const contactReply = z.looseObject({
	id: replyId.nullish(),
	responsible_user_id: replyId.nullish(),
	name: text,
	contact_data: z
		.array(
			z.looseObject({ chat_type: text, chat_id: replyPhone, username: text, phone: replyPhone }),
		)
		.nullish(),
	uri: text,
});

const atLeastOne = 'Give at least one contact.';

/** No document limits a request; 100 is what v3 takes, and the size in which contacts are sent. */
const bulk = { limit: 100, rejections: ['VALIDATION_FAILED'] };

/** Whether the list has pages is in no document; `offset` and `limit` are those of the deals. */
export const getContacts = defineEndpoint({
	...client,
	method: 'GET',
	path: '/v2/contacts',
	query: z.looseObject({ offset: z.int().optional(), limit: z.int().optional() }),
	reply: presumed(enveloped(oneOrMany(contactReply))),
	repeat: 'safe',
	facts: 'part',
	source,
});

export const getContact = defineEndpoint({
	...client,
	method: 'GET',
	path: '/v2/contacts/{contact_id}',
	params: z.object({ contact_id: given }),
	reply: presumed(enveloped(oneOrMany(contactReply))),
	repeat: 'safe',
	facts: 'part',
	source,
});

/** Adds contacts; one that is known is changed, its responsible user included. */
export const createContacts = defineEndpoint({
	...client,
	method: 'POST',
	path: '/v2/contacts',
	body: z.looseObject({ contacts: z.array(contact).min(1, atLeastOne) }),
	reply: processed,
	bulk,
	repeat: 'safe',
	facts: 'part',
	source: `${source}, wrapper CODE(1)`,
});

export const updateContacts = defineEndpoint({
	...client,
	method: 'PATCH',
	path: '/v2/contacts',
	body: z.looseObject({ contacts: z.array(contactChange).min(1, atLeastOne) }),
	reply: z.unknown(),
	bulk,
	repeat: 'safe',
	facts: 'part',
	source,
});

/** The name `contact_ids` is inferred from the deals. A deletion without ids is refused: nobody knows what it would delete. */
export const deleteContacts = defineEndpoint({
	...client,
	method: 'DELETE',
	path: '/v2/contacts',
	body: z.looseObject({ contact_ids: z.array(given).min(1, 'Give at least one contact ID.') }),
	reply: z.unknown(),
	bulk,
	repeat: 'safe',
	facts: 'part',
	source: `${source}, body INF`,
});
