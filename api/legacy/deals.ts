import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { replyId, replyText } from '../v3/common';
import { bulk, crmId, listQuery } from './common';

const source = 'B.11 S-V2';

/** A deal's id is a number and nothing else, unlike every other id. */
const dealId = z.number('The deal ID is a number.');

/** A deal of the CRM. Only the id is mandatory; what is left out is not sent. */
export const legacyDeal = z.object({
	id: dealId,
	responsibleUserId: crmId.optional(),
	name: z.string().optional(),
	closed: z.boolean().optional(),
	/** Ids of the deal's contacts. */
	contacts: z.array(crmId).optional(),
});

export const legacyDealReply = z.looseObject({
	id: replyId,
	responsibleUserId: replyId.nullish(),
	name: replyText,
	closed: z.boolean().nullish(),
	contacts: z.array(replyId).nullish(),
});

const dealInPath = z.object({ id: dealId });

export const getLegacyDeals = defineEndpoint({
	surface: 'legacy',
	method: 'GET',
	path: '/v2/deals',
	auth: 'rawApiKey',
	query: listQuery,
	reply: z.array(legacyDealReply),
	paging: { size: 100, takesLimit: false },
	repeat: 'safe',
	source,
});

export const getLegacyDeal = defineEndpoint({
	surface: 'legacy',
	method: 'GET',
	path: '/v2/deals/{id}',
	auth: 'rawApiKey',
	params: dealInPath,
	reply: legacyDealReply,
	repeat: 'safe',
	source,
});

export const upsertLegacyDeals = defineEndpoint({
	surface: 'legacy',
	method: 'PATCH',
	path: '/v2/deals',
	auth: 'rawApiKey',
	body: z.array(legacyDeal).min(1),
	reply: z.unknown(),
	bulk,
	repeat: 'safe',
	source,
});

export const deleteLegacyDeal = defineEndpoint({
	surface: 'legacy',
	method: 'DELETE',
	path: '/v2/deals/{id}',
	auth: 'rawApiKey',
	params: dealInPath,
	reply: z.unknown(),
	repeat: 'safe',
	source,
});
