import {
	deleteLegacyDeal,
	getLegacyDeal,
	getLegacyDeals,
	upsertLegacyDeals,
} from '../../api/legacy/deals';
import type { Route } from '../surface';
import { entityRoutes, sortedPage } from './entities';

export const dealRoutes: Route[] = [
	{
		endpoint: getLegacyDeals,
		answer: (call) => sortedPage(getLegacyDeals, call, call.world.state.legacy.deals),
	},
	...entityRoutes({
		get: getLegacyDeal,
		upsert: upsertLegacyDeals,
		remove: deleteLegacyDeal,
		stored: (call) => call.world.state.legacy.deals,
	}),
];
