import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { replyId, replyText } from '../v3/common';
import { bulk, crmId, crmIdInPath, listQuery } from './common';

const source = 'B.10 S-V2';

/** A contact of the CRM. Only the id is needed to find it; what is left out is not sent. */
export const legacyContact = z.object({
	id: crmId,
	responsibleUserId: crmId.optional(),
	name: z.string().optional(),
	/** The contact's addresses. The document lists no chat types here. */
	chats: z.array(z.object({ chatType: z.string().min(1), chatId: crmId })).optional(),
	/** Ids of the contact's deals. */
	deals: z.array(crmId).optional(),
});

export const legacyContactReply = z.looseObject({
	id: replyId,
	responsibleUserId: replyId.nullish(),
	name: replyText,
	chats: z.array(z.looseObject({ chatType: replyText, chatId: replyId.nullish() })).nullish(),
	deals: z.array(replyId).nullish(),
});

/** Loading contacts opens no dialogue: a message does, or the chat window of a card. */
export const upsertLegacyContacts = defineEndpoint({
	surface: 'legacy',
	method: 'PATCH',
	path: '/v2/contacts',
	auth: 'rawApiKey',
	body: z.array(legacyContact).min(1),
	reply: z.unknown(),
	bulk,
	repeat: 'safe',
	source,
});

export const getLegacyContact = defineEndpoint({
	surface: 'legacy',
	method: 'GET',
	path: '/v2/contacts/{id}',
	auth: 'rawApiKey',
	params: crmIdInPath,
	reply: legacyContactReply,
	repeat: 'safe',
	source,
});

export const getLegacyContacts = defineEndpoint({
	surface: 'legacy',
	method: 'GET',
	path: '/v2/contacts',
	auth: 'rawApiKey',
	query: listQuery,
	reply: z.array(legacyContactReply),
	paging: { size: 100, takesLimit: false },
	repeat: 'safe',
	source,
});

/** A dialogue with the contact stays. */
export const deleteLegacyContact = defineEndpoint({
	surface: 'legacy',
	method: 'DELETE',
	path: '/v2/contacts/{id}',
	auth: 'rawApiKey',
	params: crmIdInPath,
	reply: z.unknown(),
	repeat: 'safe',
	source,
});
