import { byId, capture, expectRequest } from './capture';

/** Bodies of the users page (A.10, S-USR). */
const users = [
	{ id: '2e0df379-0e3c-470f-9b36-06b9e34c3bdb', name: 'Alex Salesman', phone: '79263334567' },
	{ id: '111-2e0df379-0e3c-470f-9b36', name: 'Kate Supportics', phone: '79261234567' },
];
const [alex, kate] = users;
const id = alex?.id ?? '';

test('Create or Update sends the example of the page, however it is given', async () => {
	const parameters = { resource: 'user', operation: 'upsert' };
	const expected = { method: 'POST', path: '/v3/users', body: users };

	const mapped = await capture(
		{ ...parameters, dataMode: 'autoMapInputData' },
		{},
		{ items: users },
	);
	expect(mapped.requests).toHaveLength(1);
	expectRequest(mapped.requests[0], expected);
	expect(mapped.result.items).toEqual(users);
	expect(mapped.result.output.map(({ pairedItem }) => pairedItem)).toEqual([
		{ item: 0 },
		{ item: 1 },
	]);

	const json = await capture({
		...parameters,
		dataMode: 'json',
		entitiesJson: JSON.stringify(users),
	});
	expectRequest(json.requests[0], expected);

	const typed = await capture(
		{
			...parameters,
			dataMode: 'defineBelow',
			id: '={{ $json.number }}',
			name: '={{ $json.label }}',
			phone: '={{ $json.tel }}',
		},
		{},
		{
			items: [
				{ number: id, label: 'Alex Salesman', tel: '+7 (926) 333-45-67' },
				{ number: kate?.id, label: 'Kate Supportics', tel: '7 926 123-45-67' },
			],
		},
	);
	expectRequest(typed.requests[0], expected);
});

test('numbers of a table become texts, empty cells are left out', async () => {
	const { requests } = await capture(
		{ resource: 'user', operation: 'upsert', dataMode: 'autoMapInputData' },
		{},
		{
			items: [
				{ id: 7, name: 'Ann', phone: 79261234567, row_number: 2 },
				{ id: 8, name: 'Bob', phone: '' },
			],
		},
	);
	expectRequest(requests[0], {
		method: 'POST',
		path: '/v3/users',
		body: [
			{ id: '7', name: 'Ann', phone: '79261234567' },
			{ id: '8', name: 'Bob' },
		],
	});
});

test('Get keeps the id in its place', async () => {
	const user = { id, name: 'User Name', phone: '79332345432' };
	const plain = await capture({ resource: 'user', operation: 'get', id: byId(id) }, { body: user });
	expectRequest(plain.requests[0], { method: 'GET', path: `/v3/users/${id}` });
	expect(plain.result.items).toEqual([user]);

	const odd = await capture(
		{ resource: 'user', operation: 'get', id: byId('a/../b?c') },
		{ body: user },
	);
	expectRequest(odd.requests[0], { method: 'GET', path: '/v3/users/a%2F..%2Fb%3Fc' });

	const dots = await capture(
		{ resource: 'user', operation: 'get', id: byId('..') },
		{ body: user },
	);
	expect(dots.requests).toHaveLength(0);
	expect(dots.result.error?.message).toContain('cannot be part of an address');
});

test('Get Many reads the array of the page, and the pages of older accounts', async () => {
	const parameters = { resource: 'user', operation: 'getMany', returnAll: true };
	const list = [{ id, name: 'User Name' }];
	const array = await capture(parameters, { body: list });
	expect(array.requests).toHaveLength(1);
	expectRequest(array.requests[0], { method: 'GET', path: '/v3/users' });
	expect(array.result.items).toEqual(list);

	const rows = [...Array(150).keys()].map((index) => ({
		id: String(index),
		name: `User ${index}`,
	}));
	const paged = await capture(parameters, [
		{ body: { count: 150, data: rows.slice(0, 100) } },
		{ body: { count: 150, data: rows.slice(100) } },
	]);
	expect(paged.requests).toHaveLength(2);
	expectRequest(paged.requests[1], { method: 'GET', path: '/v3/users', query: { offset: '100' } });
	expect(paged.result.items).toEqual(rows);
});

test('Delete', async () => {
	const single = await capture({
		resource: 'user',
		operation: 'delete',
		id: byId('111-2e0df379-0e3c-470f-9b36'),
	});
	expectRequest(single.requests[0], {
		method: 'DELETE',
		path: '/v3/users/111-2e0df379-0e3c-470f-9b36',
	});
	expect(single.result.items).toEqual([{ deleted: true, id: '111-2e0df379-0e3c-470f-9b36' }]);

	const several = await capture(
		{ resource: 'user', operation: 'delete', id: byId('={{ $json.id }}') },
		{ body: ['2'] },
		{ items: [{ id: '1' }, { id: '2' }] },
	);
	expect(several.requests).toHaveLength(1);
	expectRequest(several.requests[0], {
		method: 'PATCH',
		path: '/v3/users/bulk_delete',
		body: ['1', '2'],
	});
	expect(several.result.items).toEqual([
		{ deleted: true, id: '1' },
		{ deleted: false, id: '2' },
	]);
});

test('Delete Many', async () => {
	const { requests } = await capture(
		{ resource: 'user', operation: 'deleteMany', ids: `${id}, 2\n3` },
		{ body: [] },
	);
	expectRequest(requests[0], {
		method: 'PATCH',
		path: '/v3/users/bulk_delete',
		body: [id, '2', '3'],
	});
});

test('Get Unanswered Count', async () => {
	const reply = { counterV2: 7, type: 'red', lastMsgDateTime: '2023-05-25T12:30:46.000Z' };
	const { requests, result } = await capture(
		{ resource: 'user', operation: 'getUnansweredCount', userId: byId('1') },
		{ body: reply },
	);
	expectRequest(requests[0], { method: 'GET', path: '/v3/unanswered/1' });
	expect(result.items).toEqual([{ userId: '1', ...reply }]);
});
