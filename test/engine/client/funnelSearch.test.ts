import { LoadOptionsContext } from 'n8n-core';
import { Workflow, type INode, type INodeParameters } from 'n8n-workflow';
import { WazzupClient } from '../../../nodes/WazzupClient/WazzupClient.node';
import { additionalDataFor, nodeTypesOf } from '../harness';
import { useTech } from './useTech';

const tech = useTech();
const type = new WazzupClient();
const { searchFunnels, searchStages } = type.methods.listSearch;

const funnels = [
	{ id: '10', name: 'Sales', stages: [{ id: '11', name: 'New' }] },
	{
		id: '20',
		name: 'Service',
		stages: [
			{ id: '21', name: 'Asked' },
			{ id: '22', name: 'Solved' },
		],
	},
];
beforeEach(async () => {
	const parameters = { resource: 'funnel', operation: 'upload', dataMode: 'autoMapInputData' };
	const { error } = await tech.run(parameters, funnels);
	expect(error).toBeUndefined();
});

/** The functions that a picker of the upload form gets. */
function picker(parameters: INodeParameters) {
	const node: INode = {
		id: 'node-1',
		name: 'Wazzup Client',
		type: 'wazzupClient',
		typeVersion: 1,
		position: [0, 0],
		parameters: {
			authentication: 'clientToken',
			resource: 'funnel',
			operation: 'upload',
			...parameters,
		},
		credentials: { wazzupClientApi: { id: '1', name: 'test' } },
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: nodeTypesOf({ wazzupClient: type }),
	});
	const data = additionalDataFor(tech.pasted(), '1', 'wazzupClientApi');
	// The editor sends what stands in the form.
	data.currentNodeParameters = node.parameters;
	return new LoadOptionsContext(workflow, node, data, '');
}

test('funnels are found by name and by ID', async () => {
	const all = await searchFunnels.call(picker({}));
	expect(all.results).toEqual([
		{ name: 'Sales', value: '10' },
		{ name: 'Service', value: '20' },
	]);
	expect((await searchFunnels.call(picker({}), 'serv')).results).toEqual([all.results[1]]);
	expect((await searchFunnels.call(picker({}), '10')).results).toEqual([all.results[0]]);
});

test('stages are those of the chosen funnel, in its order', async () => {
	const id = { __rl: true, mode: 'list', value: '20' };
	const all = await searchStages.call(picker({ id }));
	expect(all.results).toEqual([
		{ name: 'Asked', value: '21' },
		{ name: 'Solved', value: '22' },
	]);
	expect((await searchStages.call(picker({ id: '10' }))).results).toMatchObject([{ value: '11' }]);
});

test('a funnel that is new, or not chosen yet, has no stages', async () => {
	for (const value of ['', '99']) {
		const { results } = await searchStages.call(picker({ id: { __rl: true, mode: 'id', value } }));
		expect(results).toEqual([]);
	}
});
