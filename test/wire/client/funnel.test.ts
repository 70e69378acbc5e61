import { funnel } from '../../unit/api/tech/entities';
import { byId } from '../capture';
import { captureTech, expectTechRequest } from './capture';

/** Request and replies of the funnels page (SEED 002). */
const counts = { pipelines_created: 1, stages_created: 2 };
const uploaded = { body: { data: counts, meta: { timestamp: 1759497960 } } };
const parameters = { resource: 'funnel', operation: 'upload' };

test("Upload sends the document's example, typed, picked or mapped", async () => {
	const expected = { method: 'POST', path: '/v2/pipelines', body: { pipelines: [funnel] } };
	const picked = funnel.stages.map(({ id, name }) => ({ id: byId(id), name }));
	const ways = [
		await captureTech(
			{ ...parameters, dataMode: 'defineBelow', ...funnel, stages: { stage: funnel.stages } },
			uploaded,
		),
		await captureTech(
			{
				...parameters,
				dataMode: 'defineBelow',
				id: byId(funnel.id),
				name: funnel.name,
				stages: { stage: picked },
			},
			uploaded,
		),
		await captureTech({ ...parameters, dataMode: 'autoMapInputData' }, uploaded, {
			items: [funnel],
		}),
	];
	for (const { requests, result } of ways) {
		expect(requests).toHaveLength(1);
		expectTechRequest(requests[0], expected);
		expect(result.items).toEqual([{ ...funnel, upload: counts }]);
	}
});

test('a funnel without stages sends no list of them, and all items go together', async () => {
	const { requests } = await captureTech(
		{ ...parameters, dataMode: 'autoMapInputData' },
		uploaded,
		{
			items: [
				{ id: 1, name: 'One', stages: [] },
				{ id: 2, name: 'Two' },
			],
		},
	);
	expect(requests.map(({ body }) => body)).toStrictEqual([
		{
			pipelines: [
				{ id: '1', name: 'One' },
				{ id: '2', name: 'Two' },
			],
		},
	]);
});

test('Get Many', async () => {
	const { requests, result } = await captureTech(
		{ resource: 'funnel', operation: 'getMany', returnAll: true },
		{ body: { data: [funnel], meta: { timestamp: 1759498023 } } },
	);
	expect(requests).toHaveLength(1);
	expectTechRequest(requests[0], { method: 'GET', path: '/v2/pipelines' });
	expect(result.items).toEqual([funnel]);
});
