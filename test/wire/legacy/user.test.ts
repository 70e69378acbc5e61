import { user } from '../../unit/api/legacy/examples';
import { byId } from '../capture';
import { capture, expectRequest } from './capture';

const upsert = { resource: 'user', operation: 'upsert' };
const replaceAll = { resource: 'user', operation: 'replaceAll' };
const { id, name } = user;

test('Create or Update sends the example of the document, however it is given', async () => {
	const expected = { method: 'PATCH', path: '/v2/users', body: [user] };
	const typed = await capture({ ...upsert, id, name });
	expectRequest(typed.requests[0], expected);
	expect(typed.result.items).toEqual([user]);
	const mapped = await capture({ ...upsert, dataMode: 'autoMapInputData' }, {}, [
		{ ...user, other: 1 },
	]);
	expectRequest(mapped.requests[0], expected);
	const json = await capture({ ...upsert, dataMode: 'json', entitiesJson: JSON.stringify([user]) });
	expectRequest(json.requests[0], expected);
});

test('an id keeps its type, and what is left out is not sent', async () => {
	const mapped = await capture({ ...upsert, dataMode: 'autoMapInputData' }, {}, [
		{ id: 7, name: '' },
		{ id: '7b', name: 'Kate' },
	]);
	expectRequest(mapped.requests[0], {
		method: 'PATCH',
		path: '/v2/users',
		body: [{ id: 7 }, { id: '7b', name: 'Kate' }],
	});
	const typed = await capture({ ...upsert, id: '={{ $json.id }}', name }, {}, [
		{ id: 7 },
		{ id: '8' },
	]);
	expect(typed.requests[0]?.body).toStrictEqual([
		{ id: 7, name },
		{ id: '8', name },
	]);
});

test('more than a hundred users are several requests', async () => {
	const users = Array.from({ length: 150 }, (_, index) => ({ id: index, name }));
	const { requests, result } = await capture(
		{ ...upsert, dataMode: 'json', entitiesJson: JSON.stringify(users) },
		{ body: null },
	);
	expect(requests.map(({ body }) => (body as unknown[]).length).sort()).toEqual([100, 50]);
	expect(result.items).toHaveLength(150);
});

describe('Replace All', () => {
	const present = { body: [user, { id: 'gone', name: 'Gone' }] };

	test('sends the example of the document as one list, and tells what became of the other one', async () => {
		const { requests, result } = await capture({ ...replaceAll, id, name }, [present, {}]);
		expect(requests).toHaveLength(2);
		expectRequest(requests[0], { method: 'GET', path: '/v2/users' });
		expectRequest(requests[1], { method: 'PUT', path: '/v2/users', body: [user] });
		expect(result.items).toEqual([{ ...user, usersBefore: 2, usersNow: 1, usersGone: 1 }]);
	});

	test('takes the items of all entries, the last one of an id', async () => {
		const users = Array.from({ length: 150 }, (_, index) => ({ id: index, name }));
		const { requests, result } = await capture(
			{ ...replaceAll, dataMode: 'autoMapInputData' },
			[{ body: [] }, {}],
			[...users, { id: 0, name: 'Zero' }],
		);
		expect(requests[1]?.body).toStrictEqual([{ id: 0, name: 'Zero' }, ...users.slice(1)]);
		expect(result.items).toHaveLength(151);
		expect(result.items[0]).toMatchObject({ name: 'Zero', usersNow: 150 });
	});

	test.each([
		['an empty list', { dataMode: 'json', entitiesJson: '[]' }],
		['an item without any field of a user', { dataMode: 'autoMapInputData' }],
		['an empty form', { id: '={{ $json.none }}', name: '' }],
	])('%s is refused until it is confirmed', async (_name, given) => {
		const refused = await capture({ ...replaceAll, ...given }, [present, {}]);
		expect(refused.requests).toHaveLength(0);
		expect(refused.result.error?.message).toContain('deletes all users');
		const confirmed = await capture({ ...replaceAll, ...given, allowEmptyList: true }, [
			present,
			{},
		]);
		expectRequest(confirmed.requests[1], { method: 'PUT', path: '/v2/users', body: [] });
		expect(confirmed.result.items).toEqual([{ usersBefore: 2, usersNow: 0, usersGone: 2 }]);
	});

	test('only counts when told so', async () => {
		const { requests, result } = await capture(
			{ ...replaceAll, id, name, onlyCount: true },
			present,
		);
		expect(requests).toHaveLength(1);
		expect(result.items).toEqual([
			{ ...user, usersBefore: 2, usersNow: 1, usersGone: 1, onlyCounted: true },
		]);
	});
});

test('Get, Get Many and Delete', async () => {
	const get = await capture({ resource: 'user', operation: 'get', id: byId(id) }, { body: user });
	expectRequest(get.requests[0], { method: 'GET', path: `/v2/users/${id}` });
	expect(get.result.items).toEqual([user]);

	const many = await capture(
		{ resource: 'user', operation: 'getMany', returnAll: true },
		{ body: [user] },
	);
	expectRequest(many.requests[0], { method: 'GET', path: '/v2/users' });
	expect(many.result.items).toEqual([user]);

	const remove = { resource: 'user', operation: 'delete', id: byId('={{ $json.id }}') };
	const deleted = await capture(remove, [{}, { status: 404 }], [{ id: 7 }, { id: 'a/b' }]);
	expectRequest(deleted.requests[0], { method: 'DELETE', path: '/v2/users/7' });
	expectRequest(deleted.requests[1], { method: 'DELETE', path: '/v2/users/a%2Fb' });
	expect(deleted.result.items).toEqual([
		{ deleted: true, id: 7 },
		{ deleted: false, id: 'a/b' },
	]);
});
