import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { entityId, idInPath, offsetQuery, replyId, replyText, unknownIds } from './common';

const source = 'A.12 P-DEAL';

/** A deal's id: one page says number, the others string; both are taken. */
const dealId = z.union([entityId(100), z.number()]);

/** A deal of the CRM. `uri` is required on one page and optional on another; it may be left out. */
export const deal = z.object({
	id: dealId,
	responsibleUserId: z.string().min(1),
	name: z.string().min(1).max(200),
	/** Ids of contacts that were uploaded before. */
	contacts: z.array(entityId(100)),
	closed: z.boolean(),
	uri: z.string().max(200).optional(),
});

export const dealReply = z.looseObject({
	id: replyId,
	responsibleUserId: replyId.nullish(),
	name: replyText,
	contacts: z.array(replyId).nullish(),
	closed: z.boolean().nullish(),
	uri: replyText,
});

export const upsertDeals = defineEndpoint({
	surface: 'v3',
	method: 'POST',
	path: '/v3/deals',
	auth: 'apiKey',
	body: z.array(deal).min(1).max(100),
	reply: z.unknown(),
	bulk: { limit: 100, rejections: ['INVALID_DEALS_DATA'] },
	repeat: 'safe',
	source,
});

export const getDeal = defineEndpoint({
	surface: 'v3',
	method: 'GET',
	path: '/v3/deals/{id}',
	auth: 'apiKey',
	params: idInPath,
	reply: dealReply,
	repeat: 'safe',
	source,
});

export const getDeals = defineEndpoint({
	surface: 'v3',
	method: 'GET',
	path: '/v3/deals',
	auth: 'apiKey',
	query: offsetQuery,
	reply: z.looseObject({ count: z.number().nullish(), data: z.array(dealReply) }),
	paging: { size: 100, takesLimit: false },
	repeat: 'safe',
	source,
});

export const deleteDeal = defineEndpoint({
	surface: 'v3',
	method: 'DELETE',
	path: '/v3/deals/{id}',
	auth: 'apiKey',
	params: idInPath,
	reply: z.unknown(),
	repeat: 'safe',
	source,
});

/** Answers with the ids that Wazzup does not know, `[]` when it knew them all. */
export const deleteDeals = defineEndpoint({
	surface: 'v3',
	method: 'PATCH',
	path: '/v3/deals/bulk_delete',
	auth: 'apiKey',
	body: z.array(dealId).min(1).max(100),
	reply: unknownIds,
	bulk: { limit: 100, rejections: [] },
	repeat: 'safe',
	source,
});
