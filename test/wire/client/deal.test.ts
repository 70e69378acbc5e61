import { deal } from '../../unit/api/tech/entities';
import { captureTech, expectTechRequest } from './capture';

/** Requests and replies of the deals page (SEED 003). */
const meta = { timestamp: 1759495852 };
const processed = { body: { data: { processed: 1 }, meta } };
const list = { body: { data: [deal], meta } };
const typed = {
	resource: 'deal',
	dataMode: 'defineBelow',
	id: 'deal1',
	responsibleUserId: '222',
	name: 'TestDeal',
	uri: 'https://example.com/deal/123',
	contacts: 'chat1',
	closed: false,
};

test("Create sends the document's example, however it is given", async () => {
	const expected = { method: 'POST', path: '/v2/deals', body: { deals: [deal] } };
	const ways = [
		await captureTech({ ...typed, operation: 'create' }, processed),
		await captureTech(
			{
				resource: 'deal',
				operation: 'create',
				dataMode: 'json',
				entitiesJson: JSON.stringify([deal]),
			},
			processed,
		),
		await captureTech(
			{ resource: 'deal', operation: 'create', dataMode: 'autoMapInputData' },
			processed,
			{ items: [{ ...deal, contacts: 'chat1', closed: 'FALSE', stage: 3 }] },
		),
	];
	for (const { requests, result } of ways) {
		expect(requests).toHaveLength(1);
		expectTechRequest(requests[0], expected);
		expect(result.items).toEqual([deal]);
	}
});

test('an id that is a number goes out as a text', async () => {
	const { requests } = await captureTech(
		{ ...typed, operation: 'create', id: 1042, responsibleUserId: 222 },
		processed,
	);
	expect(requests[0]?.body).toStrictEqual({ deals: [{ ...deal, id: '1042' }] });
});

test("Update sends the document's example", async () => {
	const { requests } = await captureTech(
		{ ...typed, operation: 'update', contacts: ['contact-id-123'] },
		processed,
	);
	expectTechRequest(requests[0], {
		method: 'PATCH',
		path: '/v2/deals',
		body: { deals: [{ ...deal, contacts: ['contact-id-123'] }] },
	});
});

test('Get takes the deal out of the list of one; with Raw the reply stays whole', async () => {
	const parameters = { resource: 'deal', operation: 'get', id: 'deal1' };
	const { requests, result } = await captureTech(parameters, list);
	expectTechRequest(requests[0], { method: 'GET', path: '/v2/deals/deal1' });
	expect(result.items).toEqual([deal]);
	const whole = await captureTech({ ...parameters, raw: true }, list);
	expect(whole.result.items).toEqual([list.body]);
});

test('Get of a deal that does not exist is an error, and other items go on', async () => {
	const { result } = await captureTech(
		{ resource: 'deal', operation: 'get', id: '={{ $json.id }}' },
		({ path }) => (path.endsWith('/deal1') ? list : { body: { data: [], meta } }),
		{ items: [{ id: 'nobody' }, { id: 'deal1' }], onError: 'continueErrorOutput' },
	);
	expect(result.items).toEqual([deal]);
	expect(result.failed).toMatchObject([{ error: 'The account has no deal with the ID "nobody"' }]);
});

test("Get Many sends the document's example", async () => {
	const { requests, result } = await captureTech(
		{ resource: 'deal', operation: 'getMany', limit: 10 },
		[list, { body: { data: [], meta } }],
	);
	expectTechRequest(requests[0], {
		method: 'GET',
		path: '/v2/deals',
		query: { offset: '0', limit: '10' },
	});
	expect(result.items).toEqual([deal]);
});

test('Get Many goes on after a page that is shorter than asked for, until one is empty', async () => {
	const deals = ['1', '2', '3', '4', '5'].map((id) => ({ ...deal, id }));
	const { requests, result } = await captureTech(
		{ resource: 'deal', operation: 'getMany', returnAll: true },
		({ query }) => {
			const offset = Number(query.offset);
			return { body: { data: deals.slice(offset, offset + 2), meta } };
		},
	);
	expect(result.items).toEqual(deals);
	expect(requests.map(({ query }) => query.offset)).toEqual(['0', '2', '4', '5']);
});

test("Delete sends the document's example, and all items together", async () => {
	const parameters = { resource: 'deal', operation: 'delete', id: '={{ $json.id }}' };
	const done = { body: { data: null, meta: { timestamp: 1759393502 } } };
	const one = await captureTech(parameters, done, { items: [{ id: 'deal1' }] });
	expectTechRequest(one.requests[0], {
		method: 'DELETE',
		path: '/v2/deals',
		body: { deal_ids: ['deal1'] },
	});
	expect(one.result.items).toEqual([{ deleted: true, id: 'deal1' }]);
	const many = await captureTech(parameters, done, { items: [{ id: 'deal1' }, { id: 2 }] });
	expect(many.requests.map(({ body }) => body)).toEqual([{ deal_ids: ['deal1', '2'] }]);
});

test('what the document requires is named before anything is sent', async () => {
	const { requests, result } = await captureTech(
		{
			resource: 'deal',
			operation: 'create',
			dataMode: 'json',
			entitiesJson: '{ "id": "1", "sum": 3 }',
		},
		processed,
	);
	expect(requests).toHaveLength(0);
	expect(result.error?.message).toContain('responsible_user_id is required');
	expect(result.error?.message).toContain('sum');
});

test('150 deals go in two requests; a count that is too small is told, and nobody is blamed', async () => {
	const items = Array.from({ length: 150 }, (_, index) => ({ ...deal, id: `d${index}` }));
	const { requests, result } = await captureTech(
		{ resource: 'deal', operation: 'create', dataMode: 'autoMapInputData' },
		({ body }) => {
			const sent = (body as { deals: unknown[] }).deals.length;
			return { body: { data: { processed: sent === 100 ? 99 : sent }, meta } };
		},
		{ items },
	);
	expect(requests).toHaveLength(2);
	expect(result.items).toHaveLength(150);
	const notes = result.items.filter(({ note }) => note !== undefined);
	expect(notes).toHaveLength(100);
	expect(notes[0]?.note).toContain('99 of the 100 deals');
});

test('deals that Wazzup names by their place fail alone, the others are sent again', async () => {
	const { requests, result } = await captureTech(
		{ resource: 'deal', operation: 'create', dataMode: 'autoMapInputData' },
		({ body }) => {
			const place = (body as { deals: Array<{ id: string }> }).deals.findIndex(
				({ id }) => id === 'b',
			);
			return place < 0
				? { body: { data: { processed: 2 }, meta } }
				: {
						status: 400,
						body: {
							code: 'VALIDATION_FAILED',
							title: 'Validation Failed',
							detail: 'One or more fields did not pass validation.',
							errors: [`deals.${place}.name should not be empty`],
						},
					};
		},
		{
			items: ['a', 'b', 'c'].map((id) => ({ ...deal, id })),
			onError: 'continueErrorOutput',
		},
	);
	expect(requests).toHaveLength(2);
	expect(result.items.map(({ id }) => id)).toEqual(['a', 'c']);
	expect(result.failed).toMatchObject([{ id: 'b', details: { fields: ['name'] } }]);
});
