import { deal } from '../../unit/api/legacy/examples';
import { byId } from '../capture';
import { capture, expectRequest } from './capture';

const upsert = { resource: 'deal', operation: 'upsert' };
const sent = { method: 'PATCH', path: '/v2/deals' };

test('Create or Update sends every field of the table, however it is given', async () => {
	const expected = { ...sent, body: [deal] };
	const mapped = await capture({ ...upsert, dataMode: 'autoMapInputData' }, {}, [
		{ ...deal, id: '2001', closed: 'false' },
	]);
	expectRequest(mapped.requests[0], expected);
	expect(mapped.result.items).toEqual([deal]);
	const typed = await capture(
		{
			...upsert,
			id: '2001',
			name: deal.name,
			additionalFields: {
				closed: false,
				contacts: '={{ $json.contacts }}',
				responsibleUserId: byId('={{ $json.user }}'),
			},
		},
		{},
		[{ contacts: deal.contacts, user: 7 }],
	);
	expectRequest(typed.requests[0], expected);
});

test('a deal keeps what the form leaves out', async () => {
	const { requests } = await capture({ ...upsert, id: '7', name: '' });
	expectRequest(requests[0], { ...sent, body: [{ id: 7 }] });
});

test.each(['upsert', 'get', 'delete'])('%s refuses an id that is no number', async (operation) => {
	const { requests, result } = await capture({ resource: 'deal', operation, id: 'd-1' });
	expect(requests).toHaveLength(0);
	expect(result.error?.message).toContain('number');
});

test('Get, Delete and Get Many', async () => {
	const got = await capture({ resource: 'deal', operation: 'get', id: ' 2001 ' }, { body: deal });
	expectRequest(got.requests[0], { method: 'GET', path: '/v2/deals/2001' });
	expect(got.result.items).toEqual([deal]);
	const deleted = await capture({ resource: 'deal', operation: 'delete', id: '2001' });
	expectRequest(deleted.requests[0], { method: 'DELETE', path: '/v2/deals/2001' });
	expect(deleted.result.items).toEqual([{ deleted: true, id: 2001 }]);
	const listed = await capture(
		{ resource: 'deal', operation: 'getMany', options: { orderBy: 'name' } },
		{ body: [deal] },
	);
	expectRequest(listed.requests[0], {
		method: 'GET',
		path: '/v2/deals',
		query: { orderBy: 'name' },
	});
	expect(listed.result.items).toEqual([deal]);
});
