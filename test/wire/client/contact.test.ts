import { contact } from '../../unit/api/tech/entities';
import { captureTech, expectTechRequest } from './capture';

const meta = { timestamp: 1759495852 };
const processed = { body: { data: { processed: 1 }, meta } };
const typed = {
	resource: 'contact',
	dataMode: 'defineBelow',
	id: 'c-1',
	responsibleUserId: '222',
	name: 'Anna',
	contactData: { chats: [{ chatType: 'whatsapp', chatId: '+7 (901) 111-22-33' }] },
	uri: 'https://example.com/contact/1',
};

test('Create sends a contact, however it is given', async () => {
	const { contact_data: chats, ...rest } = contact;
	const ways = [
		await captureTech({ ...typed, operation: 'create' }, processed),
		await captureTech(
			{
				resource: 'contact',
				operation: 'create',
				dataMode: 'json',
				entitiesJson: JSON.stringify(contact),
			},
			processed,
		),
		await captureTech(
			{ resource: 'contact', operation: 'create', dataMode: 'autoMapInputData' },
			processed,
			{ items: [{ ...rest, ...chats[0], chat_id: 79011112233, city: 'Kazan' }] },
		),
	];
	for (const { requests, result } of ways) {
		expect(requests).toHaveLength(1);
		expectTechRequest(requests[0], {
			method: 'POST',
			path: '/v2/contacts',
			body: { contacts: [contact] },
		});
		expect(result.items).toEqual([contact]);
	}
});

test('Create takes several messengers and the fields that support tells', async () => {
	const { requests } = await captureTech(
		{
			...typed,
			operation: 'create',
			contactData: {
				chats: [
					{ chatType: 'telegram', chatId: '1234', username: '@anna', phone: '' },
					{ chatType: 'whatsapp', chatId: '79011112233' },
				],
			},
			additionalFieldsJson: '{ "tag": "vip", "name": "never" }',
		},
		processed,
	);
	expect(requests[0]?.body).toStrictEqual({
		contacts: [
			{
				...contact,
				tag: 'vip',
				contact_data: [
					{ chat_type: 'telegram', chat_id: '1234', username: 'anna' },
					...contact.contact_data,
				],
			},
		],
	});
});

test('Update sends the ID and what is not empty', async () => {
	const { requests, result } = await captureTech(
		{
			resource: 'contact',
			operation: 'update',
			dataMode: 'defineBelow',
			id: 'c-1',
			name: '',
			responsibleUserId: '333',
			contactData: {},
			uri: '',
		},
		{ body: { data: null } },
	);
	const change = { id: 'c-1', responsible_user_id: '333' };
	expectTechRequest(requests[0], {
		method: 'PATCH',
		path: '/v2/contacts',
		body: { contacts: [change] },
	});
	expect(result.items).toEqual([change]);
});

test('Get takes one contact, in a list or by itself', async () => {
	for (const data of [contact, [contact]]) {
		const { requests, result } = await captureTech(
			{ resource: 'contact', operation: 'get', id: 'c/1' },
			{ body: { data, meta } },
		);
		expectTechRequest(requests[0], { method: 'GET', path: '/v2/contacts/c%2F1' });
		expect(result.items).toEqual([contact]);
	}
});

test('Get Many asks for nothing that no document names', async () => {
	const { requests, result } = await captureTech(
		{ resource: 'contact', operation: 'getMany', limit: 1 },
		{ body: { data: [contact, { ...contact, id: 'c-2' }], meta } },
	);
	expect(requests).toHaveLength(1);
	expectTechRequest(requests[0], { method: 'GET', path: '/v2/contacts' });
	expect(result.items).toEqual([contact]);
});

test('Delete sends the IDs as for deals', async () => {
	const { requests, result } = await captureTech(
		{ resource: 'contact', operation: 'delete', id: '={{ $json.id }}' },
		{ body: { data: null, meta } },
		{ items: [{ id: 'c-1' }, { id: 'c-2' }] },
	);
	expect(requests).toHaveLength(1);
	expectTechRequest(requests[0], {
		method: 'DELETE',
		path: '/v2/contacts',
		body: { contact_ids: ['c-1', 'c-2'] },
	});
	expect(result.items).toEqual([
		{ deleted: true, id: 'c-1' },
		{ deleted: true, id: 'c-2' },
	]);
});

test('what is missing, and what is no object, is named before anything is sent', async () => {
	const missing = await captureTech({ ...typed, operation: 'create', contactData: {} }, processed);
	expect(missing.requests).toHaveLength(0);
	expect(missing.result.error?.message).toContain('contact_data is required');
	const list = await captureTech(
		{ ...typed, operation: 'create', additionalFieldsJson: '[1]' },
		processed,
	);
	expect(list.requests).toHaveLength(0);
	expect(list.result.error?.message).toBe('Additional Fields (JSON) is not an object');
});
