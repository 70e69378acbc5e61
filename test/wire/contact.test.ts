import { byId, capture, expectRequest } from './capture';

/** A contact as the documents show it in a creation request, with what an upload needs beside it (A.9.3, A.11). */
const anna = {
	id: '101',
	responsibleUserId: '1',
	name: 'Anna',
	contactData: [{ chatType: 'whatsapp', chatId: '79011112233' }],
};

test('Create or Update sends the example, however it is given', async () => {
	const parameters = { resource: 'contact', operation: 'upsert' };
	const expected = { method: 'POST', path: '/v3/contacts', body: [anna] };

	const json = await capture({
		...parameters,
		dataMode: 'json',
		entitiesJson: JSON.stringify(anna),
	});
	expectRequest(json.requests[0], expected);
	expect(json.result.items).toEqual([anna]);

	const typed = await capture({
		...parameters,
		dataMode: 'defineBelow',
		id: '101',
		name: 'Anna',
		responsibleUserId: byId('1'),
		contactData: {
			chats: [{ chatType: 'whatsapp', chatId: '+7 (901) 111-22-33', phone: '', username: '' }],
		},
		uri: '',
	});
	expectRequest(typed.requests[0], expected);

	const row = {
		id: 101,
		responsibleUserId: 1,
		name: 'Anna',
		chatType: 'whatsapp',
		chatId: 79011112233,
	};
	const mapped = await capture(
		{ ...parameters, dataMode: 'autoMapInputData' },
		{},
		{ items: [{ ...row, uri: null, row_number: 2 }] },
	);
	expectRequest(mapped.requests[0], expected);
});

test('every address a messenger takes', async () => {
	const { requests } = await capture({
		resource: 'contact',
		operation: 'upsert',
		dataMode: 'defineBelow',
		id: '102',
		name: 'Boris',
		responsibleUserId: byId('1'),
		contactData: {
			chats: [
				{ chatType: 'telegram', chatId: '', username: '@boris', phone: '' },
				{ chatType: 'max', chatId: '', username: '', phone: '+7 901 111-22-33' },
				{ chatType: 'instagram', chatId: '@boris.shop', username: '', phone: '' },
			],
		},
		uri: 'https://crm.example.com/102',
	});
	expectRequest(requests[0], {
		method: 'POST',
		path: '/v3/contacts',
		body: [
			{
				id: '102',
				responsibleUserId: '1',
				name: 'Boris',
				contactData: [
					{ chatType: 'telegram', username: 'boris' },
					{ chatType: 'max', phone: '79011112233' },
					{ chatType: 'instagram', chatId: 'boris.shop' },
				],
				uri: 'https://crm.example.com/102',
			},
		],
	});
});

test('Get and Get Many', async () => {
	const one = await capture({ resource: 'contact', operation: 'get', id: '101' }, { body: anna });
	expectRequest(one.requests[0], { method: 'GET', path: '/v3/contacts/101' });
	expect(one.result.items).toEqual([anna]);

	const rows = [...Array(100).keys()].map((index) => ({ ...anna, id: String(index) }));
	const many = await capture(
		{ resource: 'contact', operation: 'getMany', returnAll: false, limit: 101 },
		[{ body: { count: 500, data: rows } }, { body: { count: 500, data: [anna] } }],
	);
	expect(many.requests).toHaveLength(2);
	expectRequest(many.requests[0], { method: 'GET', path: '/v3/contacts' });
	expectRequest(many.requests[1], {
		method: 'GET',
		path: '/v3/contacts',
		query: { offset: '100' },
	});
	expect(many.result.items).toEqual([...rows, anna]);
});

test('Delete and Delete Many', async () => {
	const one = await capture({ resource: 'contact', operation: 'delete', id: 'a b/c' });
	expectRequest(one.requests[0], { method: 'DELETE', path: '/v3/contacts/a%20b%2Fc' });

	const many = await capture(
		{ resource: 'contact', operation: 'deleteMany', ids: '={{ ["101", "102"] }}' },
		{ body: ['102'] },
	);
	expectRequest(many.requests[0], {
		method: 'PATCH',
		path: '/v3/contacts/bulk_delete',
		body: ['101', '102'],
	});
	expect(many.result.items).toEqual([
		{ deleted: true, id: '101' },
		{ deleted: false, id: '102' },
	]);
});
