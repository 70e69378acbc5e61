import {
	createContacts,
	deleteContacts,
	getContact,
	getContacts,
	updateContacts,
} from '../../api/tech/contacts';
import type { Route } from '../surface';
import { accountOf } from './answer';
import { readBody, readQuery } from './checks';
import { list, one, remove, update, upsert } from './entities';

export const contactRoutes: Route[] = [
	{
		endpoint: getContacts,
		answer: (call) => list(call, accountOf(call).contacts, readQuery(getContacts, call)),
	},
	{
		endpoint: getContact,
		answer: (call) => one(call, call.params.contact_id, accountOf(call).contacts, 'contact'),
	},
	{
		endpoint: createContacts,
		answer: (call) =>
			upsert(call, readBody(createContacts, call).contacts, accountOf(call).contacts),
	},
	{
		endpoint: updateContacts,
		answer: (call) =>
			update(call, readBody(updateContacts, call).contacts, accountOf(call).contacts),
	},
	{
		endpoint: deleteContacts,
		answer: (call) =>
			remove(call, readBody(deleteContacts, call).contact_ids, accountOf(call).contacts),
	},
];
