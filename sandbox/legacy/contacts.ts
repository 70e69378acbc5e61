import {
	deleteLegacyContact,
	getLegacyContact,
	getLegacyContacts,
	upsertLegacyContacts,
} from '../../api/legacy/contacts';
import type { Route } from '../surface';
import { entityRoutes, sortedPage } from './entities';

export const contactRoutes: Route[] = [
	{
		endpoint: getLegacyContacts,
		answer: (call) => sortedPage(getLegacyContacts, call, call.world.state.legacy.contacts),
	},
	...entityRoutes({
		get: getLegacyContact,
		upsert: upsertLegacyContacts,
		remove: deleteLegacyContact,
		stored: (call) => call.world.state.legacy.contacts,
	}),
];
