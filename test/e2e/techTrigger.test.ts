import { randomUUID } from 'node:crypto';
import type { StoredCredential } from '../../host/workflow';
import { waitFor } from '../../host/wait';
import { SECONDS, TRIGGER } from './answering';
import { useStack } from './useStack';
import { WAZZUP_TRIGGER, workflowOf } from './workflows';

const stack = useStack();

/** A workflow that begins with an event of the seeded customer's account; gives its id. */
async function receiving(
	name: string,
	credential: StoredCredential,
	parameters: Record<string, unknown>,
): Promise<string> {
	const workflow = workflowOf(name, credential, [
		{
			name: TRIGGER,
			type: WAZZUP_TRIGGER,
			webhookId: randomUUID(),
			parameters: { surface: 'tech', events: ['messageReceived'], ...parameters },
		},
		{ name: 'Done', type: 'n8n-nodes-base.noOp' },
	]);
	return (await stack().editor.saveWorkflow(workflow)).id;
}

/** With a client token that renews itself, and with the partner login. */
async function twoWorkflows(): Promise<[string, string]> {
	const { credentials, sandbox } = stack();
	const login = { authentication: 'partnerLogin', accountId: sandbox.accountId };
	return [
		await receiving('With a client token', credentials.wazzupClientApi, {}),
		await receiving('With the partner login', credentials.wazzupPartnerApi, login),
	];
}

const subscriptions = () => stack().sandbox.control.tech.account().webhooks;

function write(text: string): void {
	const { control } = stack().sandbox;
	const channel = control.tech.account().channels.find(({ state }) => state === 'active');
	control.customerWrites({ channelId: channel?.channelId ?? '', chatId: '79011112233', text });
}

/** The texts that have started a workflow in this mode, oldest first, as soon as there are so many. */
async function received(workflowId: string, count: number, mode = 'webhook'): Promise<unknown[]> {
	const { editor } = stack();
	const probe = async () => {
		const rows = (await editor.executions(workflowId)).filter((row) => row.mode === mode);
		return rows.length >= count ? rows.reverse() : undefined;
	};
	const rows = await waitFor(`${count} executions of ${workflowId}`, probe, { seconds: SECONDS });
	const ended = await Promise.all(rows.map(async ({ id }) => await editor.finished(id, SECONDS)));
	return ended.flatMap((execution) =>
		(execution.json(TRIGGER) as Array<{ text: unknown }>).map(({ text }) => text),
	);
}

test('two workflows subscribe to one account at once; stopping one leaves the events of the other', async () => {
	const { editor, n8n } = stack();
	const [first, second] = await twoWorkflows();
	await Promise.all([editor.activate(first), editor.activate(second)]);
	expect(subscriptions().map(({ event }) => event)).toEqual(['message.add', 'message.add']);
	for (const { url } of subscriptions()) expect(url).toContain(`${n8n.url}/webhook/`);

	write('for both');
	expect(await received(first, 1)).toEqual(['for both']);
	expect(await received(second, 1)).toEqual(['for both']);

	await editor.deactivate(first);
	expect(subscriptions()).toHaveLength(1);
	write('for the second');
	expect(await received(second, 2)).toEqual(['for both', 'for the second']);
	expect(await received(first, 1)).toEqual(['for both']);

	await editor.deactivate(second);
	expect(subscriptions()).toEqual([]);
});

test('a test event comes beside the published workflow, and its end leaves that alone', async () => {
	const { editor } = stack();
	const [workflow] = await twoWorkflows();
	await editor.activate(workflow);
	const before = await editor.executions(workflow);
	await editor.listenForTestEvent(workflow, TRIGGER);
	expect(subscriptions()).toHaveLength(2);

	write('for the test too');
	expect(await received(workflow, 1, 'manual')).toEqual(['for the test too']);
	const oneIsLeft = async () => (subscriptions().length === 1 ? true : undefined);
	await waitFor('The end of the test subscription', oneIsLeft, { seconds: SECONDS });
	write('afterwards');
	const webhooks = before.filter(({ mode }) => mode === 'webhook').length;
	const texts = await received(workflow, webhooks + 2);
	expect(texts.slice(-2)).toEqual(['for the test too', 'afterwards']);
	await editor.deactivate(workflow);
	expect(subscriptions()).toEqual([]);
});

test('another account, chosen later: the published workflow leaves the first one', async () => {
	const { editor, sandbox, credentials } = stack();
	const { id, name, type } = credentials.wazzupApi;
	const [workflow] = await twoWorkflows();
	await editor.activate(workflow);
	expect(subscriptions()).toHaveLength(1);

	const stored = await editor.workflow(workflow);
	const nodes = stored.nodes.map((node) =>
		node.name === TRIGGER
			? {
					...node,
					parameters: { events: ['messageReceived'], takeOver: true },
					credentials: { [type]: { id, name } },
				}
			: node,
	);
	await editor.saveWorkflow({ ...stored, connections: {}, nodes });
	await editor.activate(workflow);
	expect(sandbox.control.state().webhooks.webhooksUri).toContain('/webhook/');
	expect(subscriptions()).toEqual([]);
	await editor.deactivate(workflow);
});
