import { additionalDataFor, nodeTypesOf } from '../harness';
import { LoadOptionsContext } from 'n8n-core';
import { Workflow, type INode } from 'n8n-workflow';
import { WazzupTrigger } from '../../../nodes/WazzupTrigger/WazzupTrigger.node';
import { startSandbox, type Sandbox } from '../../../sandbox';

const TYPE = 'n8n-nodes-wazzup24.wazzupTrigger';
let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => await sandbox.close());

test('the channel filter lists the channels of the account', async () => {
	const type = new WazzupTrigger();
	const node: INode = {
		id: 'node-1',
		name: 'Wazzup Trigger',
		type: TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
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
	const options = await type.methods.loadOptions.getChannels.call(context);
	const { channels } = sandbox.control.state();
	expect(options.map(({ value }) => value).sort()).toEqual(
		channels.map(({ channelId }) => channelId).sort(),
	);
	expect(options[0]?.name).toMatch(/\w+ · \w+/);
});
