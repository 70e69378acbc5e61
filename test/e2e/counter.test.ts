import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';
import { waitFor } from '../../host/wait';
import { startSandbox, type Sandbox } from '../../sandbox';
import { EditorPage } from './editorPage';
import { useStack } from './useStack';
import { WAZZUP_COUNTER_TRIGGER, workflowOf } from './workflows';

const stack = useStack();
const TRIGGER = 'Wazzup Counter Trigger';
/** How long the service is away. */
const OUTAGE = 10_000;

/** A sandbox of the test's own, since it goes down. */
let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => await sandbox.close());

const until = async (what: string, isSo: () => boolean) =>
	await waitFor(what, async () => (isSo() ? true : undefined), { seconds: 60, everyMs: 50 });

function customerWrites(): void {
	const { channels } = sandbox.control.state();
	const channel = channels.find(
		({ transport, state }) => transport === 'whatsapp' && state === 'active',
	);
	sandbox.control.customerWrites({
		channelId: channel?.channelId ?? '',
		chatId: '79001112233',
		text: 'hello',
	});
}

/** What a published workflow was started with, oldest first, once there is so much. */
async function started(workflowId: string, wanted: number): Promise<IDataObject[]> {
	const { editor } = stack();
	const rows = await waitFor(
		`Execution ${wanted} of the workflow`,
		async () => {
			const found = await editor.executions(workflowId);
			return found.length >= wanted ? found : undefined;
		},
		{ seconds: 60 },
	);
	const inOrder = rows.map(({ id }) => id).sort((one, other) => Number(one) - Number(other));
	const executions = await Promise.all(inOrder.map(async (id) => await editor.finished(id)));
	return executions.flatMap((execution) => execution.json(TRIGGER) as IDataObject[]);
}

/** A credential for the sandbox of the test. */
const saveCredential = async (name: string, apiKey = sandbox.apiKey) =>
	await stack().editor.saveCredential({
		name,
		type: 'wazzupApi',
		data: { apiKey, baseUrl: sandbox.url, requestsPer5Seconds: 500 },
	});

/** Publishes a workflow that watches the first user of the account. */
async function publish(
	api: 'v3' | 'legacy',
	apiKey?: string,
): Promise<{ workflowId: string; userId: string }> {
	const { editor } = stack();
	const credential = await saveCredential(`Counter ${api}`, apiKey);
	const userId = sandbox.control.state().users[0]?.id ?? '';
	const parameters = { api, ...(api === 'v3' ? { users: [userId] } : { userIds: userId }) };
	const { id: workflowId } = await editor.saveWorkflow(
		workflowOf(`Watch the counter (${api})`, credential, [
			{ name: TRIGGER, type: WAZZUP_COUNTER_TRIGGER, parameters },
			{ name: 'Nothing', type: 'n8n-nodes-base.noOp' },
		]),
	);
	await editor.activate(workflowId);
	return { workflowId, userId };
}

describe.each(['v3', 'legacy'] as const)('%s', (api) => {
	test('each change starts the workflow, also after an outage of ten seconds, until it is unpublished', async () => {
		const { editor } = stack();
		const { workflowId, userId } = await publish(api);
		expect(sandbox.control.counterSockets()).toEqual([{ surface: api, userId }]);

		for (const _ of [1, 2, 3]) customerWrites();
		const items = await started(workflowId, 3);
		const counts = (each: IDataObject[]) => each.map(({ counter }) => counter).sort();
		expect(counts(items)).toEqual([1, 2, 3]);
		expect(items).toContainEqual({
			userId,
			counter: 2,
			counterV2: api === 'v3' ? 2 : null,
			type: api === 'v3' ? 'grey' : null,
			previous: {
				counter: 1,
				counterV2: api === 'v3' ? 1 : null,
				type: api === 'v3' ? 'grey' : null,
			},
		});

		const port = Number(new URL(sandbox.url).port);
		await sandbox.close();
		const since = Date.now();
		await until('The outage', () => Date.now() - since >= OUTAGE);
		sandbox = await startSandbox({ port });
		await until('The new connection', () => sandbox.control.counterSockets().length === 1);
		// The new server knows of no message, which is a change as well.
		expect(counts(await started(workflowId, 4))).toEqual([0, 1, 2, 3]);
		customerWrites();
		const last = (await started(workflowId, 5)).at(-1);
		expect(last).toMatchObject({ userId, counter: 1, previous: { counter: 0 } });

		await editor.deactivate(workflowId);
		await until('The end of all connections', () => sandbox.control.openSockets() === 0);
		customerWrites();
		expect(await editor.executions(workflowId)).toHaveLength(5);
	});
});

test('a wrong key stops the publishing with a sentence that says what to do', async () => {
	const refusal: unknown = await publish('v3', 'wrong-key').catch((error: unknown) => error);
	const { message } = refusal instanceof Error ? refusal : new Error('it was published');
	expect(message).toContain('Wazzup does not accept this API key');
	expect(message).toContain('Copy the key again');
	expect(message).not.toContain('wrong-key');
	expect(sandbox.control.openSockets()).toBe(0);
});

test('in the editor users are picked by name, and a test takes the next change', async () => {
	const page = await EditorPage.open(stack());
	try {
		const credential = await saveCredential('Counter in the editor');
		const [user] = sandbox.control.state().users;
		const { id } = await stack().editor.saveWorkflow(
			workflowOf('Try the counter', credential, [{ name: TRIGGER, type: WAZZUP_COUNTER_TRIGGER }]),
		);
		await page.openWorkflow(id);
		await page.openPanel(TRIGGER);
		const option = page.page.getByRole('option', { name: user?.name }).first();
		// While the list loads, the editor closes it again.
		const opened = async () => {
			if (await option.isVisible()) return true;
			await page.parameter('users').click();
			return undefined;
		};
		await waitFor('The list of users', opened, { seconds: 30, everyMs: 500 });
		await option.click();
		await page.page.keyboard.press('Escape');
		await page.screenshot('counter-trigger-users');

		await page.byId('node-execute-button').click();
		await until('The connection', () => sandbox.control.counterSockets().length === 1);
		await page.screenshot('counter-trigger-listening');
		// What comes before the node has its first value is part of that value.
		await until('The end of the test', () => {
			const isOver = sandbox.control.openSockets() === 0;
			if (!isOver) customerWrites();
			return isOver;
		});
		await page.byId('output-panel').getByText('counterV2').first().waitFor();
		await page.screenshot('counter-trigger-output');
	} catch (error) {
		await page.screenshot('failed/counter-trigger');
		throw error;
	} finally {
		await page.close();
	}
});

test('a test that is stopped leaves no connection', async () => {
	const { editor } = stack();
	const { id } = await editor.saveWorkflow(
		workflowOf('Stop the test', await saveCredential('Counter to stop'), [
			{
				name: TRIGGER,
				type: WAZZUP_COUNTER_TRIGGER,
				parameters: { users: [sandbox.control.state().users[0]?.id] },
			},
		]),
	);
	const run = editor.run(id).catch((error: unknown) => error);
	await until('The connection', () => sandbox.control.counterSockets().length === 1);
	const [execution] = await editor.executions(id);
	await editor.rest.call(z.unknown(), 'POST', `/rest/executions/${execution?.id ?? ''}/stop`, {});
	await until('The end of all connections', () => sandbox.control.openSockets() === 0);
	expect(await run).toMatchObject({ status: 'canceled' });
});
