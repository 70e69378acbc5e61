import { useEditor } from './useEditor';
import { useStack } from './useStack';
import { WAZZUP, WAZZUP_TRIGGER, type Step } from './workflows';

const stack = useStack();
beforeAll(async () => {
	// With one credential alone, n8n would choose it by itself.
	await stack().editor.saveCredential({
		name: 'Another account',
		type: 'wazzupApi',
		data: { apiKey: 'of-another-account', baseUrl: stack().sandbox.url, requestsPer5Seconds: 500 },
	});
});
const { editor, inEditor, openWorkflow } = useEditor(stack);

/** Nodes of this pack alone; the Wazzup node and its trigger are one entry of the nodes panel. */
const onlyOurs = (names: string[]) =>
	names.includes('Wazzup') && names.every((name) => name.startsWith('Wazzup'));

const START: Step = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };

inEditor('a message is sent with a node from the nodes panel', async () => {
	await editor().addFirstNode();
	await editor().searchNodes('whatsapp', (names) => names.includes('Wazzup'));
	await editor().screenshot('nodes-panel-search-whatsapp');
	await editor().searchNodes('wazzup', onlyOurs);
	await editor().offer('Wazzup').click();
	await editor().screenshot('nodes-panel-triggers');
	await editor().byId('node-creator-category-item').filter({ hasText: 'Actions' }).click();
	await editor().screenshot('nodes-panel-actions');
	await editor().offer('Send message').click();
	await editor().byId('ndv').waitFor();
	await editor().screenshot('send-message-new');

	await editor().chooseCredential(stack().credentials.wazzupApi);

	const channels = await editor().openList('channelId');
	await editor().screenshot('send-message-channel-list');
	expect(channels).toHaveLength(stack().sandbox.control.state().channels.length);
	expect(channels).toContainEqual(expect.stringMatching(/WhatsApp Sales.*79011110001$/));
	// A channel that does not work says why.
	expect(channels).toContainEqual(expect.stringMatching(/WhatsApp Unpaid \(Not paid for\)/));
	expect(await editor().searchList('unpaid')).toContain('WhatsApp Unpaid');
	await editor().screenshot('send-message-channel-search');
	expect(await editor().searchList('sales')).toContain('WhatsApp Sales');
	await editor().byId('rlc-item').click();

	await editor().parameter('chatId').locator('input').fill('+7 (901) 111-22-33');
	await editor().parameter('text').locator('textarea').fill('Hello from the editor');
	await editor().byId('node-execute-button').click();
	const output = editor().byId('output-panel');
	await output.getByText('messageId').first().waitFor();
	await editor().screenshot('send-message-output');

	const { channelId } = stack().sandbox.control.state().channels[0] ?? { channelId: '' };
	const [message] = stack().sandbox.control.messages(channelId, '79011112233');
	expect(message).toMatchObject({ direction: 'out', text: 'Hello from the editor' });
	expect(await output.innerText()).toContain(message?.messageId);

	await editor().closePanel();
	expect(await editor().unknownNodes()).toEqual([]);
	await editor().screenshot('canvas-after-run');
});

inEditor('the panel of the trigger shows its addresses, events and options', async () => {
	await editor().addFirstNode();
	await editor().searchNodes('wazzup', onlyOurs);
	await editor().offer('Wazzup').click();
	await editor().offer('On message received').click();
	await editor().byId('ndv').waitFor();
	expect(await editor().parameter('events').innerText()).toContain('Message Received');
	await editor().screenshot('trigger-new');
	await editor().chooseCredential(stack().credentials.wazzupApi);

	await editor().page.getByText('Webhook URLs').click();
	await editor().page.getByText(`${stack().n8n.url}/webhook-test/`).waitFor();
	await editor().screenshot('trigger-addresses');
	await editor().page.getByText('Webhook URLs').click();

	await editor().parameter('events').click();
	await editor().page.getByRole('option', { name: 'Contact Requested' }).click();
	await editor().screenshot('trigger-events');
	await editor().page.keyboard.press('Escape');
	// Only for the requests that expect an answer.
	await editor().parameter('creationReply').waitFor();
	await editor().byId('collection-parameter-add').click();
	await editor().page.getByText('Channel Names or IDs').click();
	// While its channels are being loaded, the list does not open.
	await editor().parameter('channels').locator('input:enabled').first().waitFor();
	await editor().parameter('channels').click();
	await editor()
		.page.getByRole('option', { name: /WhatsApp Sales/ })
		.waitFor();
	await editor().screenshot('trigger-channels');
	await editor().page.keyboard.press('Escape');
	await editor().choose('registration', 'Manual');
	await editor().parameter('addressToken').waitFor();
	await editor().screenshot('trigger-manual');
	await editor().closePanel();
	expect(await editor().unknownNodes()).toEqual([]);
});

inEditor('the variables of a WABA template become fields with names', async () => {
	const parameters = { resource: 'message', operation: 'send', content: 'template' };
	await openWorkflow('Template', [START, { name: 'Template', type: WAZZUP, parameters }]);
	await editor().openPanel('Template');
	const templates = await editor().openList('templateId');
	await editor().screenshot('template-list');
	expect(templates).toContainEqual(expect.stringMatching(/^Order status/));
	expect(templates).toContainEqual(expect.stringMatching(/^Too pushy.*\(rejected\)$/));
	await editor().searchList('order');
	await editor().byId('rlc-item').click();

	const fields = editor().byId('node-parameters');
	const variables = [
		'1. headerVar1, e.g. A-1042',
		'2. bodyVar1, e.g. Anna',
		'3. bodyVar2, e.g. on its way',
	];
	for (const variable of variables) await fields.getByText(variable, { exact: true }).waitFor();
	await editor().screenshot('template-variables');
	await editor().closePanel();
});

inEditor('the fields of an output are known before the node ran', async () => {
	const parameters = { resource: 'channel', operation: 'getMany' };
	await openWorkflow('Preview', [
		START,
		{ name: 'Channels', type: WAZZUP, parameters },
		{ name: 'Next', type: 'n8n-nodes-base.noOp' },
	]);
	await editor().openPanel('Next');
	const input = editor().byId('ndv-input-panel');
	await input.getByText('Preview', { exact: true }).waitFor();
	const names = ['channelId', 'transport', 'plainId', 'state', 'name'];
	for (const name of names) await input.getByText(name, { exact: true }).waitFor();
	await editor().screenshot('output-preview');
	await editor().closePanel();
});

inEditor('the node is offered as a tool of an AI agent', async () => {
	const agent = { name: 'AI Agent', type: '@n8n/n8n-nodes-langchain.agent', typeVersion: 3 };
	await openWorkflow('Agent', [agent]);
	const tools = editor().node('AI Agent').locator('[data-handleid="inputs/ai_tool/0"]');
	await tools.getByTestId('canvas-handle-plus').click();
	// The panel opens with all nodes and turns to the tools a moment later.
	await editor().byId('nodes-list-header').getByText('Tools', { exact: true }).waitFor();
	await editor().searchNodes('whatsapp', (names) => names.includes('Wazzup Tool'));
	await editor().screenshot('tool-search');
	await editor().offer('Wazzup Tool').click();
	await editor().byId('ndv').waitFor();
	await editor().parameter('operation').waitFor();
	await editor().screenshot('tool-panel');
	await editor().closePanel();
	const tool = editor().page.locator(`[data-node-type="${WAZZUP}Tool"]`);
	expect(await tool.count()).toBe(1);
	expect(await editor().unknownNodes()).toEqual([]);
	await editor().screenshot('tool-canvas');
});

inEditor('the icon loads, in the light and in the dark theme', async () => {
	await openWorkflow('Icons', [
		{ name: 'Trigger', type: WAZZUP_TRIGGER, webhookId: 'e0000000-0000-4000-8000-000000000001' },
		{ name: 'Node', type: WAZZUP },
		{ name: 'Foreign', type: 'n8n-nodes-unheard-of.nothing' },
	]);
	// That an unknown node would be noticed is part of what the other tests rely on.
	expect(await editor().unknownNodes()).toEqual(['Foreign']);
	for (const colorScheme of ['light', 'dark'] as const) {
		await editor().page.emulateMedia({ colorScheme });
		for (const name of ['Trigger', 'Node']) {
			const file = colorScheme === 'dark' ? 'wazzup.dark.svg' : 'wazzup.svg';
			const icon = editor().node(name).locator(`img[src$="/${file}"]`);
			await icon.waitFor();
			const address = new URL((await icon.getAttribute('src')) ?? '', stack().n8n.url);
			const reply = await editor().page.request.get(address.href);
			expect(reply.status()).toBe(200);
			expect(reply.headers()['content-type']).toContain('image/svg+xml');
			const drawn = await icon.evaluate((image: HTMLImageElement) => image.naturalWidth > 0);
			expect(drawn).toBe(true);
		}
		await editor().screenshot(`icons-${colorScheme}`);
	}
	await editor().page.emulateMedia({ colorScheme: 'light' });
});

inEditor('the credential can be edited, and tests itself', async () => {
	await openWorkflow('Credential', [START, { name: 'Node', type: WAZZUP }]);
	await editor().openPanel('Node');
	await editor().byId('credential-edit-button').click();
	await editor().page.getByText('Connection tested successfully').waitFor();
	await editor().screenshot('credential');
});
