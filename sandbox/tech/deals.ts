import { z } from 'zod/v4';
import { createDeals, deleteDeals, getDeal, getDeals, updateDeals } from '../../api/tech/deals';
import type { Answer, Call, Route } from '../surface';
import { accountOf } from './answer';
import { read, readBody, readQuery } from './checks';
import { list, one, remove, update, upsert } from './entities';

const numbered = z.looseObject({ deals: z.array(z.looseObject({ id: z.number() })) });

/** The deals of a body. The table calls the id a number and the examples send texts: both are taken, texts are kept. */
function readDeals(call: Call) {
	const given = numbered.safeParse(call.body).data;
	const body = given
		? { ...given, deals: given.deals.map((deal) => ({ ...deal, id: String(deal.id) })) }
		: call.body;
	return read(createDeals.body, body).deals;
}

const all = (call: Call): Answer => list(call, accountOf(call).deals, readQuery(getDeals, call));

export const dealRoutes: Route[] = [
	{ endpoint: getDeals, answer: all },
	{
		endpoint: getDeal,
		answer: (call) => one(call, call.params.deal_id, accountOf(call).deals, 'deal'),
	},
	{
		endpoint: createDeals,
		answer: (call) => upsert(call, readDeals(call), accountOf(call).deals),
	},
	{
		endpoint: updateDeals,
		answer: (call) => update(call, readDeals(call), accountOf(call).deals),
	},
	{
		endpoint: deleteDeals,
		answer: (call) => remove(call, readBody(deleteDeals, call).deal_ids, accountOf(call).deals),
	},
];
