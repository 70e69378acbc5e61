import type { IDataObject } from 'n8n-workflow';
import { waitFor } from '../../host/wait';
import { startSandbox, type Sandbox } from '../../sandbox';
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

/** Publishes a workflow that watches the first user of the account. */
async function publish(api: 'v3' | 'legacy'): Promise<{ workflowId: string; userId: string }> {
	const { editor } = stack();
	const credential = await editor.saveCredential({
		name: `Counter ${api}`,
		type: 'wazzupApi',
		data: { apiKey: sandbox.apiKey, baseUrl: sandbox.url, requestsPer5Seconds: 500 },
	});
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

test('a wrong key is told when the workflow is published', async () => {
	const { editor } = stack();
	const right = sandbox.apiKey;
	const refusal = await publish('v3').then(async ({ workflowId }) => {
		await editor.deactivate(workflowId);
		const credential = await editor.saveCredential({
			name: 'Counter v3',
			type: 'wazzupApi',
			data: { apiKey: 'wrong', baseUrl: sandbox.url, requestsPer5Seconds: 500 },
		});
		expect(credential.name).toBe('Counter v3');
		const error: unknown = await editor.activate(workflowId).catch((each: unknown) => each);
		await editor.deactivate(workflowId);
		return error;
	});
	const { message } = refusal instanceof Error ? refusal : new Error('it was published');
	expect(message).toContain('Wazzup does not accept this API key');
	expect(message).toContain('Copy the key again');
	expect(message).not.toContain(right);
	await until('The end of all connections', () => sandbox.control.openSockets() === 0);
});
