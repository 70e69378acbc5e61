import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { client, enveloped, guid } from './common';

/** What Meta charged for a WABA channel on one day (UTC). The fields of a transaction are in no document. */
export const getWabaTransactions = defineEndpoint({
	...client,
	method: 'GET',
	path: '/v2/channels/waba/{channel_id}/transactions/{date}',
	params: z.object({
		channel_id: guid('channel ID'),
		date: z.iso.date('The date is a day like 2026-01-31.'),
	}),
	query: z.looseObject({}),
	reply: enveloped(z.looseObject({ transactions: z.array(z.looseObject({})).nullish() }).nullish()),
	repeat: 'safe',
	facts: 'part',
	source: 'tech 10 PAGE(waba-balance)',
});

/** Prices of WABA conversations. Neither parameters nor reply are in a document. */
export const getWabaPricing = defineEndpoint({
	...client,
	method: 'GET',
	path: '/v2/waba/pricing',
	query: z.looseObject({}),
	reply: z.unknown(),
	repeat: 'safe',
	facts: 'part',
	source: 'tech 10 PAGE(waba-balance, Russian list)',
});
