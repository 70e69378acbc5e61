import { randomUUID } from 'node:crypto';
import { range } from 'lodash';
import { startQueue, type Queue } from '../../host/queue';
import { Stops } from '../../host/stack';
import { waitFor } from '../../host/wait';
import { WAZZUP, WAZZUP_TRIGGER, workflowOf } from '../e2e/workflows';

const MESSAGES = 1_000;
const DELIVERIES = 20;

jest.setTimeout(240_000);
const stops = new Stops();
let queue: Queue;
beforeAll(async () => {
	queue = await startQueue(stops, { workers: 2, say: (line) => console.log(line) });
}, 900_000);
afterAll(async () => await stops.run(), 120_000);
beforeEach(() => queue.sandbox.control.clearJournal());

const channelId = () =>
	queue.sandbox.control.state().channels.find(({ transport }) => transport === 'whatsapp')
		?.channelId ?? '';

/** Requests to the route that sends, by their status. */
function sends() {
	const all = queue.sandbox.control.journal().filter(({ path }) => path === '/v3/message');
	return {
		all,
		taken: all.filter(({ status }) => status === 201),
		refused: all.filter(({ status }) => status === 429),
	};
}

/** A workflow that a delivery starts, and that sends a message for each entry of its body. */
async function publishSender(): Promise<{ id: string; url: string }> {
	const path = randomUUID();
	const { id } = await queue.editor.saveWorkflow(
		workflowOf('many messages', queue.credentials.wazzupApi, [
			{
				name: 'Delivery',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				webhookId: path,
				parameters: { path, httpMethod: 'POST', responseMode: 'onReceived' },
			},
			{
				name: 'Split',
				type: 'n8n-nodes-base.splitOut',
				parameters: { fieldToSplitOut: 'body.chats' },
			},
			{
				name: 'Send',
				type: WAZZUP,
				parameters: {
					...{ resource: 'message', operation: 'send', chatType: 'whatsapp' },
					channelId: { __rl: true, mode: 'id', value: channelId() },
					...{ sendTo: 'chatId', chatId: '={{ $json["body.chats"] }}' },
					text: '=Hello {{ $json["body.chats"] }}',
				},
			},
		]),
	);
	await queue.editor.activate(id);
	return { id, url: `${queue.webhook.url}/webhook/${path}` };
}

test('1,000 messages spread over two workers go out once each, and hardly any request is refused', async () => {
	const { id, url } = await publishSender();
	const chats = range(MESSAGES).map((n) => String(79_000_000_000 + n));
	const size = MESSAGES / DELIVERIES;
	await Promise.all(
		range(DELIVERIES).map(async (n) => {
			const body = JSON.stringify({ chats: chats.slice(n * size, (n + 1) * size) });
			const headers = { 'content-type': 'application/json' };
			const reply = await fetch(url, { method: 'POST', headers, body });
			expect(reply.status).toBe(200);
		}),
	);
	const ended = await waitFor(
		'The end of all executions',
		async () => {
			const rows = await queue.editor.executions(id, DELIVERIES);
			const isOver = rows.every(({ status }) => !['new', 'running'].includes(status));
			return rows.length === DELIVERIES && isOver ? rows : undefined;
		},
		{ seconds: 120, everyMs: 1_000, report: () => `${sends().taken.length} were taken` },
	);
	const failed = ended.find(({ status }) => status !== 'success');
	if (failed) throw new Error((await queue.editor.execution(failed.id)).summary());
	await queue.sandbox.control.idle();
	const written = sends().taken.map(({ body }) => (body as { chatId: string }).chatId);
	expect([...written].sort()).toEqual(chats);
	const { all, refused } = sends();
	console.log(`${refused.length} of ${all.length} requests were refused`);
	expect(refused.length / all.length).toBeLessThanOrEqual(0.02);
	for (const worker of queue.workers) expect(worker.logs()).toMatch(/Worker started execution/);
});

test('the trigger receives through the webhook process', async () => {
	const webhookId = randomUUID();
	const { id } = await queue.editor.saveWorkflow(
		workflowOf('trigger in queue mode', queue.credentials.wazzupApi, [
			{
				name: 'Trigger',
				type: WAZZUP_TRIGGER,
				webhookId,
				parameters: { events: ['messageReceived'] },
			},
			{ name: 'Received', type: 'n8n-nodes-base.noOp' },
		]),
	);
	await queue.editor.activate(id);
	const known = await queue.editor.executions(id);
	queue.sandbox.control.customerWrites({
		channelId: channelId(),
		chatId: '79011112233',
		text: 'Is anybody there?',
	});
	const execution = await queue.editor.nextExecution(id, known);
	expect(execution.status).toBe('success');
	expect(execution.json('Received')).toMatchObject([{ text: 'Is anybody there?' }]);
	const delivery = queue.sandbox.control.deliveries().at(-1);
	expect(delivery).toMatchObject({ status: 200 });
	expect(delivery?.url.startsWith(queue.webhook.url)).toBe(true);
	await queue.editor.deactivate(id);
});
