import {
	deleteContact,
	deleteContacts,
	getContact,
	getContacts,
	upsertContacts,
} from '../../api/v3/contacts';
import type { Route } from '../surface';
import { readEntities } from './checks';
import { one, page, remove, removeMany, store } from './entities';

export const contactRoutes: Route[] = [
	{
		endpoint: getContacts,
		answer: (call) => page(getContacts, call, call.world.state.contacts.byId()),
	},
	{
		endpoint: getContact,
		answer: (call) => ({ status: 200, body: one(call, call.world.state.contacts) }),
	},
	{
		endpoint: upsertContacts,
		answer: (call) =>
			store(readEntities(upsertContacts, call, 'INVALID_CONTACTS_DATA'), call.world.state.contacts),
	},
	{
		endpoint: deleteContact,
		answer: (call) => remove(call, call.world.state.contacts),
	},
	{
		endpoint: deleteContacts,
		answer: (call) => removeMany(deleteContacts, call, call.world.state.contacts),
	},
];
