import { byId, capture, expectRequest } from './capture';

/** Every field of the deals page (A.12). */
const deal = {
	id: '2001',
	responsibleUserId: '1',
	name: 'Order 1042',
	contacts: ['101', '102'],
	closed: false,
	uri: 'https://crm.example.com/deals/2001',
};

test('Create or Update sends every field, however it is given', async () => {
	const parameters = { resource: 'deal', operation: 'upsert' };
	const expected = { method: 'POST', path: '/v3/deals', body: [deal] };

	const typed = await capture({
		...parameters,
		dataMode: 'defineBelow',
		id: 2001,
		name: 'Order 1042',
		responsibleUserId: byId('1'),
		contacts: '101, 102',
		closed: false,
		uri: deal.uri,
	});
	expectRequest(typed.requests[0], expected);
	expect(typed.result.items).toEqual([deal]);

	const json = await capture({
		...parameters,
		dataMode: 'json',
		entitiesJson: JSON.stringify([deal]),
	});
	expectRequest(json.requests[0], expected);

	const mapped = await capture(
		{ ...parameters, dataMode: 'autoMapInputData' },
		{},
		{
			items: [
				{ ...deal, id: 2001, responsibleUserId: 1, contacts: '101,102', closed: 'FALSE', stage: 3 },
			],
		},
	);
	expectRequest(mapped.requests[0], expected);
});

test('the link may be left out, what a deal needs is named', async () => {
	const { uri: _link, ...needed } = deal;
	const parameters = { resource: 'deal', operation: 'upsert', dataMode: 'autoMapInputData' };
	const without = await capture(parameters, {}, { items: [needed] });
	expectRequest(without.requests[0], { method: 'POST', path: '/v3/deals', body: [needed] });

	const bad = await capture(parameters, {}, { items: [{ id: '1', name: 'x', closed: 'perhaps' }] });
	expect(bad.requests).toHaveLength(0);
	expect(bad.result.error?.message).toContain('responsibleUserId is required');
	expect(bad.result.error?.message).toContain('closed must be true or false');
});

test('Get and Get Many', async () => {
	const one = await capture({ resource: 'deal', operation: 'get', id: '2001' }, { body: deal });
	expectRequest(one.requests[0], { method: 'GET', path: '/v3/deals/2001' });
	expect(one.result.items).toEqual([deal]);

	const many = await capture(
		{ resource: 'deal', operation: 'getMany', returnAll: true },
		{ body: { count: 1, data: [deal] } },
	);
	expect(many.requests).toHaveLength(1);
	expectRequest(many.requests[0], { method: 'GET', path: '/v3/deals' });
	expect(many.result.items).toEqual([deal]);
});

test('Delete and Delete Many', async () => {
	const one = await capture({ resource: 'deal', operation: 'delete', id: '2001' });
	expectRequest(one.requests[0], { method: 'DELETE', path: '/v3/deals/2001' });

	const many = await capture(
		{ resource: 'deal', operation: 'deleteMany', ids: '2001, 2002' },
		{ body: [2002] },
	);
	expectRequest(many.requests[0], {
		method: 'PATCH',
		path: '/v3/deals/bulk_delete',
		body: ['2001', '2002'],
	});
	expect(many.result.items).toEqual([
		{ deleted: true, id: '2001' },
		{ deleted: false, id: '2002' },
	]);
});
