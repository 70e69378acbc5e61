import { capture, expectRequest } from './capture';

/** Two funnels in the form of the pipelines page (A.12): the second one has no stages and therefore no list of them. */
const funnels = [
	{
		id: '10',
		name: 'Wholesale',
		stages: [
			{ id: '11', name: 'First call' },
			{ id: '12', name: 'Contract' },
		],
	},
	{ id: '20', name: 'Retail' },
];
const expected = { method: 'POST', path: '/v3/pipelines', body: funnels };
const parameters = { resource: 'funnel', operation: 'upload' };

test('Upload sends all input items as one list', async () => {
	const mapped = await capture(
		{ ...parameters, dataMode: 'autoMapInputData' },
		{},
		{
			items: [
				{ ...funnels[0], id: 10 },
				{ ...funnels[1], stages: [] },
			],
		},
	);
	expect(mapped.requests).toHaveLength(1);
	expectRequest(mapped.requests[0], expected);
	expect(mapped.result.items).toEqual(funnels);
	expect(mapped.result.output.map(({ pairedItem }) => pairedItem)).toEqual([
		{ item: 0 },
		{ item: 1 },
	]);

	const json = await capture({
		...parameters,
		dataMode: 'json',
		entitiesJson: JSON.stringify(funnels),
	});
	expectRequest(json.requests[0], expected);
});

test('Upload takes typed stages in their order', async () => {
	const { requests } = await capture({
		...parameters,
		dataMode: 'defineBelow',
		id: '10',
		name: 'Wholesale',
		stages: { stage: funnels[0]?.stages },
	});
	expectRequest(requests[0], { ...expected, body: [funnels[0]] });
});

test('the same JSON for several input items goes once, and of two versions the last one', async () => {
	const { requests, result } = await capture(
		{ ...parameters, dataMode: 'autoMapInputData' },
		{},
		{
			items: [
				{ id: '1', name: 'Old' },
				{ id: '2', name: 'Other' },
				{ id: '1', name: 'New' },
			],
		},
	);
	expectRequest(requests[0], {
		...expected,
		body: [
			{ id: '1', name: 'New' },
			{ id: '2', name: 'Other' },
		],
	});
	expect(result.items.map(({ name }) => name)).toEqual(['New', 'Other', 'New']);
});

test('Get Many', async () => {
	const { requests, result } = await capture(
		{ resource: 'funnel', operation: 'getMany', returnAll: true },
		{ body: funnels },
	);
	expect(requests).toHaveLength(1);
	expectRequest(requests[0], { method: 'GET', path: '/v3/pipelines' });
	expect(result.items).toEqual(funnels);
});
