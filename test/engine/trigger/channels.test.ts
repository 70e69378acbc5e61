import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';
import { additionalDataFor, nodeTypesOf, type CredentialType } from '../harness';
import { LoadOptionsContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import { WazzupTrigger } from '../../../nodes/WazzupTrigger/WazzupTrigger.node';
import { startSandbox, type Sandbox } from '../../../sandbox';

const TYPE = 'n8n-nodes-wazzup24.wazzupTrigger';
let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => await sandbox.close());

/** What the channel filter offers. */
async function optionsOf(
	parameters: INode['parameters'],
	credentialType: CredentialType,
	credentials: ICredentialDataDecryptedObject,
) {
	const type = new WazzupTrigger();
	const node: INode = {
		id: 'node-1',
		name: 'Wazzup Trigger',
		type: TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: { [credentialType]: { id: '1', name: 'test' } },
	};
	const workflow = new Workflow({
		id: 'workflow-1',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: nodeTypesOf({ [TYPE]: type }),
	});
	const filled = workflow.getNode(node.name) ?? node;
	const additionalData = additionalDataFor(credentials, '1', credentialType);
	const context = new LoadOptionsContext(workflow, filled, additionalData, '');
	return await type.methods.loadOptions.getChannels.call(context);
}

const idsOf = (channels: Array<{ channelId: string }>) =>
	channels.map(({ channelId }) => channelId).sort();

test('the channel filter lists the channels of the account', async () => {
	const options = await optionsOf({}, 'wazzupApi', {
		apiKey: sandbox.apiKey,
		baseUrl: sandbox.url,
	});
	expect(options.map(({ value }) => value).sort()).toEqual(idsOf(sandbox.control.state().channels));
	expect(options[0]?.name).toMatch(/\w+ · \w+/);
});

test.each([
	[
		'a client token',
		{ surface: 'tech' },
		'wazzupClientApi' as const,
		() => ({ accessBy: 'accessToken', clientAccessToken: sandbox.clientToken() }),
	],
	[
		'the partner login',
		{ surface: 'tech', authentication: 'partnerLogin', accountId: '1234-5678' },
		'wazzupPartnerApi' as const,
		() => ({ email: sandbox.partner.email, password: sandbox.partner.password }),
	],
])("and those of a partner's customer with %s", async (_, parameters, type, credentials) => {
	const options = await optionsOf(parameters, type, {
		...credentials(),
		baseUrl: sandbox.techUrl,
	});
	const { channels } = sandbox.control.tech.account('12345678');
	expect(channels.length).toBeGreaterThan(0);
	expect(options.map(({ value }) => value).sort()).toEqual(idsOf(channels));
});
