import { captureTech, enveloped, expectTechRequest } from './capture';

const id = '9ef07b18-38f6-421c-ada9-951f82884056';
const url = 'https://example.com/hook';
const stored = { id, url, event: 'message.add' };
const base = { resource: 'webhook' };

test('Create one', async () => {
	const { requests, result } = await captureTech(
		{ ...base, operation: 'create', url, events: ['message.add'] },
		enveloped([stored]),
	);
	expect(requests).toHaveLength(1);
	expectTechRequest(requests[0], {
		method: 'POST',
		path: '/v2/webhooks',
		body: { data: [{ url, event: 'message.add' }] },
	});
	expect(result.items).toEqual([stored]);
});

test('Create several events of all items in one request; each item comes back with its own ids', async () => {
	const { requests, result } = await captureTech(
		{
			...base,
			operation: 'create',
			url: '={{ $json.url }}',
			events: ['message.add'],
			otherEvents: 'order.paid, message.add',
		},
		// In another order than asked for.
		({ body }) => {
			const { data } = body as { data: Array<{ url: string; event: string }> };
			const rows = data.map((row) => ({ ...row, id: `${row.event} ${row.url}` })).reverse();
			return enveloped(rows);
		},
		{ items: [{ url }, { url: `${url}/2` }] },
	);
	const events = (address: string) => [
		{ url: address, event: 'message.add' },
		{ url: address, event: 'order.paid' },
	];
	const sent = [...events(url), ...events(`${url}/2`)];
	expect(requests.map(({ body }) => body)).toEqual([{ data: sent }]);
	expect(result.items).toEqual(sent.map((row) => ({ ...row, id: `${row.event} ${row.url}` })));
	expect(result.output.map(({ pairedItem }) => pairedItem)).toEqual([
		...[{ item: 0 }, { item: 0 }],
		...[{ item: 1 }, { item: 1 }],
	]);
});

test('Create whose reply says nothing', async () => {
	const { result } = await captureTech({
		...base,
		operation: 'create',
		url,
		events: ['message.add'],
	});
	expect(result.items).toEqual([{ url, event: 'message.add' }]);
});

test('Create without an event sends nothing', async () => {
	const { requests, result } = await captureTech({ ...base, operation: 'create', url, events: [] });
	expect(requests).toEqual([]);
	expect(result.error?.message).toBe('No event is chosen');
});

test('Get Many', async () => {
	const { requests, result } = await captureTech(
		{ ...base, operation: 'getMany' },
		enveloped([stored]),
	);
	expectTechRequest(requests[0], { method: 'GET', path: '/v2/webhooks' });
	expect(result.items).toEqual([stored]);
});

test('Update, also with an event that the list does not have', async () => {
	const update = { ...base, operation: 'update', webhookId: id, url };
	const { requests, result } = await captureTech({ ...update, event: 'message.add' });
	expectTechRequest(requests[0], {
		method: 'PATCH',
		path: '/v2/webhooks',
		body: { data: [stored] },
	});
	expect(result.items).toEqual([stored]);
	const other = await captureTech({ ...update, event: 'other', otherEvent: 'order.paid' });
	expect(other.requests[0]?.body).toEqual({ data: [{ id, url, event: 'order.paid' }] });
});

test('Delete', async () => {
	const { requests, result } = await captureTech(
		{ ...base, operation: 'delete', webhookId: '={{ $json.id }}' },
		undefined,
		{ items: [{ id }, { id: 'b' }] },
	);
	expect(requests).toHaveLength(1);
	expectTechRequest(requests[0], {
		method: 'DELETE',
		path: '/v2/webhooks',
		body: { data: [{ id }, { id: 'b' }] },
	});
	expect(result.items).toEqual([
		{ deleted: true, id },
		{ deleted: true, id: 'b' },
	]);
});
