import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import {
	acknowledged,
	client,
	enveloped,
	entityId,
	exactly,
	given,
	oneOrMany,
	processed,
	replyId,
	text,
} from './common';

const source = 'tech 8.2 SEED 003';

/** A deal of the CRM. The table calls the id a number, every example sends a string. */
export const deal = exactly({
	id: entityId(100),
	responsible_user_id: given,
	name: entityId(200),
	/** Opens the deal in the CRM. */
	uri: entityId(200),
	/** Ids of contacts. */
	contacts: z.array(given),
	closed: z.boolean(),
});

export const dealReply = z.looseObject({
	id: replyId,
	responsible_user_id: replyId.nullish(),
	name: text,
	uri: text,
	contacts: z.array(replyId).nullish(),
	closed: z.boolean().nullish(),
});

/** No document limits a request; 100 is what v3 takes, and the size in which deals are sent. */
const bulk = { limit: 100, rejections: ['VALIDATION_FAILED'] };

const deals = exactly({ deals: z.array(deal).min(1, 'Give at least one deal.') });

export const createDeals = defineEndpoint({
	...client,
	method: 'POST',
	path: '/v2/deals',
	body: deals,
	reply: processed,
	bulk,
	// The ids are the CRM's own, so nothing is added twice.
	repeat: 'safe',
	source,
});

/** Neither the default nor the largest `limit` is documented. */
export const getDeals = defineEndpoint({
	...client,
	method: 'GET',
	path: '/v2/deals',
	query: exactly({
		offset: z.int().min(0).optional(),
		limit: z.int().min(1).optional(),
	}),
	reply: enveloped(z.array(dealReply)),
	paging: { size: 100, takesLimit: true, untilEmpty: true },
	repeat: 'safe',
	source,
});

/** The deal comes as an array of one. */
export const getDeal = defineEndpoint({
	...client,
	method: 'GET',
	path: '/v2/deals/{deal_id}',
	params: z.object({ deal_id: given }),
	reply: enveloped(oneOrMany(dealReply).nullish()),
	repeat: 'safe',
	source,
});

/** The deal model is one for creating and updating: all its fields are required here too. */
export const updateDeals = defineEndpoint({
	...client,
	method: 'PATCH',
	path: '/v2/deals',
	body: deals,
	reply: processed,
	bulk,
	repeat: 'safe',
	source,
});

export const deleteDeals = defineEndpoint({
	...client,
	method: 'DELETE',
	path: '/v2/deals',
	body: exactly({ deal_ids: z.array(given).min(1, 'Give at least one deal ID.') }),
	reply: acknowledged,
	bulk,
	repeat: 'safe',
	source,
});
