import { LoadOptionsContext } from 'n8n-core';
import { Workflow, type INode } from 'n8n-workflow';
import { WazzupCounterTrigger } from '../../../nodes/WazzupCounterTrigger/WazzupCounterTrigger.node';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { additionalDataFor, nodeTypesOf } from '../harness';

const TYPE = 'n8n-nodes-wazzup24.wazzupCounterTrigger';
let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => await sandbox.close());

/** The users that the node offers. */
async function optionsOf(api: 'v3' | 'legacy') {
	const type = new WazzupCounterTrigger();
	const node: INode = {
		id: 'node-1',
		name: 'Wazzup Counter Trigger',
		type: TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters: { api },
		credentials: { wazzupApi: { id: '1', name: 'test' } },
	};
	const workflow = new Workflow({
		id: 'workflow-1',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: nodeTypesOf({ [TYPE]: type }),
	});
	const credentials = { apiKey: sandbox.apiKey, baseUrl: sandbox.url };
	const context = new LoadOptionsContext(workflow, node, additionalDataFor(credentials), '');
	return await type.methods.loadOptions.getUsers.call(context);
}

test('each API offers its own users; an id of legacy keeps its type', async () => {
	const legacyUsers = await fetch(`${sandbox.url}/v2/users`, {
		method: 'PUT',
		headers: { authorization: `Basic ${sandbox.apiKey}`, 'content-type': 'application/json' },
		body: JSON.stringify([{ id: 42, name: 'Anna' }, { id: 'boris' }]),
	});
	expect(legacyUsers.status).toBe(200);
	expect(await optionsOf('legacy')).toEqual([
		{ name: 'Anna', value: 42 },
		{ name: 'boris', value: 'boris' },
	]);
	const { users } = sandbox.control.state();
	const ofV3 = (await optionsOf('v3')).map(({ name, value }) => `${value} ${name}`);
	expect(ofV3.sort()).toEqual(users.map(({ id, name }) => `${id} ${name}`).sort());
});
