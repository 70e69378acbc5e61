import { deleteDeal, deleteDeals, getDeal, getDeals, upsertDeals } from '../../api/v3/deals';
import type { Route } from '../surface';
import { readEntities } from './checks';
import { one, page, remove, removeMany, store } from './entities';

export const dealRoutes: Route[] = [
	{ endpoint: getDeals, answer: (call) => page(getDeals, call, call.world.state.deals.byId()) },
	{
		endpoint: getDeal,
		answer: (call) => ({ status: 200, body: one(call, call.world.state.deals) }),
	},
	{
		endpoint: upsertDeals,
		answer: (call) =>
			store(readEntities(upsertDeals, call, 'INVALID_DEALS_DATA'), call.world.state.deals),
	},
	{ endpoint: deleteDeal, answer: (call) => remove(call, call.world.state.deals) },
	{
		endpoint: deleteDeals,
		answer: (call) => removeMany(deleteDeals, call, call.world.state.deals),
	},
];
