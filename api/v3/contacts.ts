import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import {
	addressed,
	chatType,
	entityId,
	idInPath,
	offsetQuery,
	replyId,
	replyText,
	unknownIds,
} from './common';

const source = 'A.11 P-CON';

/** One address of a contact in a messenger. Telegram takes `username` or `phone` in place of `chatId`, MAX takes `phone`. */
export const contactChat = z.object({
	chatType,
	chatId: z.string().min(1).optional(),
	username: z.string().min(1).optional(),
	phone: z.string().min(1).optional(),
});

/** A contact of the CRM. Id: at most 100 characters (a peer uses 64; the looser one is checked). */
export const contact = z.object({
	id: entityId(100),
	responsibleUserId: entityId(100),
	name: z.string().min(1).max(200),
	contactData: z.array(contactChat.superRefine(addressed)).min(1),
	uri: z.string().max(200).optional(),
});

/** A contact as Wazzup returns it. Replies are read tolerantly: unknown fields are kept, absent and null ones are fine. */
export const contactReply = z.looseObject({
	id: replyId,
	responsibleUserId: replyId.nullish(),
	name: replyText,
	contactData: z
		.array(
			z.looseObject({
				chatType: replyText,
				chatId: replyText,
				username: replyText,
				phone: replyText,
			}),
		)
		.nullish(),
	uri: replyText,
});

export const upsertContacts = defineEndpoint({
	surface: 'v3',
	method: 'POST',
	path: '/v3/contacts',
	auth: 'apiKey',
	body: z.array(contact).min(1).max(100),
	reply: z.unknown(),
	bulk: { limit: 100, rejections: ['INVALID_CONTACTS_DATA'] },
	repeat: 'safe',
	source,
});

export const getContact = defineEndpoint({
	surface: 'v3',
	method: 'GET',
	path: '/v3/contacts/{id}',
	auth: 'apiKey',
	params: idInPath,
	reply: contactReply,
	repeat: 'safe',
	source,
});

export const getContacts = defineEndpoint({
	surface: 'v3',
	method: 'GET',
	path: '/v3/contacts',
	auth: 'apiKey',
	query: offsetQuery,
	reply: z.looseObject({ count: z.number().nullish(), data: z.array(contactReply) }),
	paging: { size: 100, takesLimit: false },
	repeat: 'safe',
	source,
});

export const deleteContact = defineEndpoint({
	surface: 'v3',
	method: 'DELETE',
	path: '/v3/contacts/{id}',
	auth: 'apiKey',
	params: idInPath,
	reply: z.unknown(),
	repeat: 'safe',
	source,
});

/** Answers with the ids that Wazzup does not know, `[]` when it knew them all. */
export const deleteContacts = defineEndpoint({
	surface: 'v3',
	method: 'PATCH',
	path: '/v3/contacts/bulk_delete',
	auth: 'apiKey',
	body: z.array(entityId(100)).min(1).max(100),
	reply: unknownIds,
	bulk: { limit: 100, rejections: [] },
	repeat: 'safe',
	source,
});
