import { contact } from '../../unit/api/legacy/examples';
import { byId } from '../capture';
import { capture, expectRequest } from './capture';

const upsert = { resource: 'contact', operation: 'upsert' };
const sent = { method: 'PATCH', path: '/v2/contacts' };

test('Create or Update sends every field of the table, however it is given, each value with its type', async () => {
	const expected = { ...sent, body: [contact] };
	const mapped = await capture({ ...upsert, dataMode: 'autoMapInputData' }, {}, [contact]);
	expectRequest(mapped.requests[0], expected);
	expect(mapped.result.items).toEqual([contact]);
	const json = await capture({
		...upsert,
		dataMode: 'json',
		entitiesJson: JSON.stringify(contact),
	});
	expectRequest(json.requests[0], expected);
	const typed = await capture(
		{
			...upsert,
			id: '={{ $json.id }}',
			name: contact.name,
			chats: {
				chat: [
					{ chatType: 'whatsapp', chatId: '+7 999 888-77-66' },
					{ chatType: 'vk', chatId: '={{ $json.chats[1].chatId }}' },
				],
			},
			additionalFields: {
				responsibleUserId: byId(contact.responsibleUserId),
				deals: '={{ $json.deals }}',
			},
		},
		{},
		[contact],
	);
	expectRequest(typed.requests[0], expected);
});

test('Create or Update sends the id alone when nothing else is given', async () => {
	const { requests } = await capture({ ...upsert, id: '101', name: '' });
	expectRequest(requests[0], { ...sent, body: [{ id: '101' }] });
});

test('a row of a table may carry its address beside the other fields', async () => {
	const { requests } = await capture({ ...upsert, dataMode: 'autoMapInputData' }, {}, [
		{ id: 1, chatType: 'instagram', chatId: '@anna', deals: '1, 2' },
	]);
	expectRequest(requests[0], {
		...sent,
		body: [{ id: 1, chats: [{ chatType: 'instagram', chatId: 'anna' }], deals: ['1', '2'] }],
	});
});

test('a chat without an ID is named, and nothing is sent', async () => {
	const { requests, result } = await capture({
		...upsert,
		id: '1',
		chats: { chat: [{ chatType: 'whatsapp', chatId: '' }] },
	});
	expect(requests).toHaveLength(0);
	expect(result.error?.message).toContain('chats[0].chatId');
});

test('Get and Delete', async () => {
	const get = { resource: 'contact', operation: 'get', id: '={{ $json.id }}' };
	const got = await capture(get, { body: contact }, [{ id: 101 }]);
	expectRequest(got.requests[0], { method: 'GET', path: '/v2/contacts/101' });
	expect(got.result.items).toEqual([contact]);
	const deleted = await capture({ ...get, operation: 'delete' }, {}, [{ id: 101 }]);
	expectRequest(deleted.requests[0], { method: 'DELETE', path: '/v2/contacts/101' });
	expect(deleted.result.items).toEqual([{ deleted: true, id: 101 }]);
});

test('Get Many reads page after page in the order that is asked for', async () => {
	const page = (count: number, from = 0) => ({
		body: Array.from({ length: count }, (_, index) => ({ id: from + index })),
	});
	const parameters = { resource: 'contact', operation: 'getMany', returnAll: true };
	const all = await capture(
		{ ...parameters, options: { orderBy: 'responsibleUserId', orderDirection: 'desc' } },
		[page(100), page(30, 100)],
	);
	const order = { orderBy: 'responsibleUserId', orderDirection: 'desc' };
	expectRequest(all.requests[0], { method: 'GET', path: '/v2/contacts', query: order });
	expectRequest(all.requests[1], {
		method: 'GET',
		path: '/v2/contacts',
		query: { ...order, offset: '100' },
	});
	expect(all.result.items).toHaveLength(130);
	const some = await capture({ ...parameters, returnAll: false, limit: 5 }, page(100));
	expect(some.requests).toHaveLength(1);
	expectRequest(some.requests[0], { method: 'GET', path: '/v2/contacts' });
	expect(some.result.items).toHaveLength(5);
});
