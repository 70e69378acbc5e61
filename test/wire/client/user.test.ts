import { user } from '../../unit/api/tech/entities';
import { captureTech, expectTechRequest } from './capture';

const meta = { timestamp: 1759495852 };
const typed = {
	resource: 'user',
	operation: 'create',
	dataMode: 'defineBelow',
	id: 222,
	name: 'Alex Salesman',
	phone: '+7 926 123-45-67',
};

test('Create sends a user; the phone number may be left out', async () => {
	const reply = { body: { data: { processed: 1 }, meta } };
	const { requests, result } = await captureTech(typed, reply);
	expectTechRequest(requests[0], { method: 'POST', path: '/v2/users', body: { users: [user] } });
	expect(result.items).toEqual([user]);
	const { phone: _phone, ...rest } = user;
	const without = await captureTech({ ...typed, phone: '' }, reply);
	expect(without.requests[0]?.body).toStrictEqual({ users: [rest] });
});

test('Update sends the ID and what is not empty; users that were not changed say so', async () => {
	const { requests, result } = await captureTech(
		{ ...typed, operation: 'update', phone: '' },
		{ body: { data: { processed: 0 } } },
	);
	const change = { id: '222', name: 'Alex Salesman' };
	expectTechRequest(requests[0], { method: 'PATCH', path: '/v2/users', body: { users: [change] } });
	expect(result.items).toEqual([
		{ ...change, note: expect.stringContaining('did not process this user') as unknown },
	]);
});

test('Get, Get Many and Delete', async () => {
	const parameters = { resource: 'user', id: '222' };
	const list = { body: { data: [user], meta } };
	const one = await captureTech({ ...parameters, operation: 'get' }, list);
	expectTechRequest(one.requests[0], { method: 'GET', path: '/v2/users/222' });
	expect(one.result.items).toEqual([user]);
	const many = await captureTech({ ...parameters, operation: 'getMany', returnAll: true }, list);
	expect(many.requests).toHaveLength(1);
	expectTechRequest(many.requests[0], { method: 'GET', path: '/v2/users' });
	expect(many.result.items).toEqual([user]);
	const gone = await captureTech(
		{ ...parameters, operation: 'delete' },
		{ body: { data: null, meta } },
	);
	expectTechRequest(gone.requests[0], {
		method: 'DELETE',
		path: '/v2/users',
		body: { user_ids: ['222'] },
	});
	expect(gone.result.items).toEqual([{ deleted: true, id: '222' }]);
});
