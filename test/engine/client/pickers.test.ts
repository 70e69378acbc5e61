import { LoadOptionsContext } from 'n8n-core';
import { Workflow, type ICredentialDataDecryptedObject, type INode } from 'n8n-workflow';
import { WazzupClient } from '../../../nodes/WazzupClient/WazzupClient.node';
import { additionalDataFor, nodeTypesOf, type CredentialType } from '../harness';
import { useTech } from './useTech';

const TYPE = 'n8n-nodes-wazzup24.wazzupClient';
const tech = useTech();
const type = new WazzupClient();

/** The node as the editor has it open, with a client token, or with the partner login and an account. */
function editor(accountId?: string): LoadOptionsContext {
	const [credential, settings]: [CredentialType, ICredentialDataDecryptedObject] =
		accountId === undefined
			? ['wazzupClientApi', tech.pasted()]
			: ['wazzupPartnerApi', tech.login()];
	const authentication = accountId === undefined ? 'clientToken' : 'partnerLogin';
	const node: INode = {
		id: 'node-1',
		name: 'Wazzup Client',
		type: TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters: { authentication, ...(accountId !== undefined && { accountId }) },
		credentials: { [credential]: { id: '1', name: 'test' } },
	};
	const workflow = new Workflow({
		id: 'workflow-1',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: nodeTypesOf({ [TYPE]: type }),
	});
	const data = additionalDataFor(settings, undefined, credential);
	return new LoadOptionsContext(workflow, node, data, '');
}

const { listSearch, loadOptions } = type.methods;
const account = () => tech.control.tech.account();

test('users by name, of the chosen account', async () => {
	const all = await listSearch.searchUsers.call(editor());
	expect(all.results).toEqual([
		{ name: 'Kate Manager', value: '1' },
		{ name: 'Alex Seller', value: '2' },
	]);
	const found = await listSearch.searchUsers.call(editor(), 'seller');
	expect(found.results.map(({ value }) => value)).toEqual(['2']);
	const other = tech.control.tech.createAccount({}).accountId;
	expect((await listSearch.searchUsers.call(editor(other))).results).toEqual([]);
	expect((await listSearch.searchUsers.call(editor(tech.accountId))).results).toHaveLength(2);
});

test('templates by name', async () => {
	const { results } = await listSearch.searchTemplates.call(editor(), 'greet');
	const [template] = account().templates;
	expect(results).toEqual([{ name: 'Greeting', value: template?.id }]);
});

test('WABA templates with language and status, approved ones first', async () => {
	const [first] = account().wabaTemplates;
	tech.control.tech.moderate(first?.id ?? '', 'REJECTED');
	tech.control.tech.moderate(account().wabaTemplates[1]?.id ?? '', 'approved');
	const { results } = await listSearch.searchWabaTemplates.call(editor());
	expect(results.map(({ name }) => name)).toEqual([
		'Spring sale · en · approved',
		'Order status · en · REJECTED',
	]);
	expect(results[1]?.value).toBe(first?.id);
});

test('WABA channels alone where a template is made for them', async () => {
	const options = await loadOptions.getWabaChannels.call(editor());
	const wapi = account().channels.filter(({ transport }) => transport === 'wapi');
	expect(options).toEqual(
		wapi.map(({ channelId, name, phone }) => ({ name: `${name} · ${phone}`, value: channelId })),
	);
});
