import { randomUUID } from 'node:crypto';
import { countBy, range } from 'lodash';
import { startQueue, type Queue } from '../../host/queue';
import { Stops } from '../../host/stack';
import { waitFor } from '../../host/wait';
import { WAZZUP, WAZZUP_TRIGGER, workflowOf } from '../e2e/workflows';
import { note } from '../figures';

const MESSAGES = 1_000;
const DELIVERIES = 20;

jest.setTimeout(240_000);
let queue: Queue;

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

/** Posts all deliveries at once, and waits for the end of the executions that they start. */
async function deliver({ id, url }: { id: string; url: string }, chats: string[]): Promise<void> {
	const size = MESSAGES / DELIVERIES;
	await Promise.all(
		range(DELIVERIES).map(async (n) => {
			const body = JSON.stringify({ chats: chats.slice(n * size, (n + 1) * size) });
			const headers = { 'content-type': 'application/json' };
			const reply = await fetch(url, { method: 'POST', headers, body });
			expect(reply.status).toBe(200);
		}),
	);
	const ended = await endOf(id, DELIVERIES);
	const failed = ended.find(({ status }) => status !== 'success');
	if (failed) throw new Error((await queue.editor.execution(failed.id)).summary());
	await queue.sandbox.control.idle();
}

/** Waits until a workflow has so many executions, and all are over. */
async function endOf(id: string, count: number) {
	const ended = async () => {
		const rows = await queue.editor.executions(id, count);
		const isOver = rows.every(({ status }) => !['new', 'running'].includes(status));
		return rows.length === count && isOver ? rows : undefined;
	};
	const report = () => `${sends().taken.length} messages were taken`;
	return await waitFor('The end of all executions', ended, {
		...{ seconds: 120, everyMs: 1_000, report },
	});
}

const secondsBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1_000;

describe.each([
	{ workers: 2, most: 0.02 },
	{ workers: 4, most: 0.05 },
])('with $workers workers', ({ workers, most }) => {
	const stops = new Stops();
	beforeAll(async () => {
		queue = await startQueue(stops, { workers, say: (line) => console.log(line) });
	}, 900_000);
	afterAll(async () => await stops.run(), 120_000);
	beforeEach(() => queue.sandbox.control.clearJournal());

	test('1,000 messages go out once each, and few requests are refused', async () => {
		const chats = range(MESSAGES).map((n) => String(79_000_000_000 + n));
		await deliver(await publishSender(), chats);
		const { all, taken, refused } = sends();
		const times = countBy(taken, ({ body }) => (body as { chatId: string }).chatId);
		const seconds = secondsBetween(all[0]?.time ?? '', taken.at(-1)?.time ?? '');
		const share = refused.length / all.length;
		note('QUEUE_FIGURES', {
			sends: {
				workers,
				messages: MESSAGES,
				'sent once': chats.filter((chat) => times[chat] === 1).length,
				lost: chats.filter((chat) => times[chat] === undefined).length,
				doubled: chats.filter((chat) => (times[chat] ?? 0) > 1).length,
				refused: `${refused.length} (${(share * 100).toFixed(1)} %)`,
				seconds: seconds.toFixed(1),
				'in 5 s': Math.round((taken.length / seconds) * 5),
			},
		});
		expect(times).toEqual(Object.fromEntries(chats.map((chat) => [chat, 1])));
		expect(share).toBeLessThanOrEqual(most);
		for (const worker of queue.workers) {
			expect(worker.logs()).toMatch(/Worker started execution/);
		}
	});

	test('the trigger receives through the webhook process', async () => {
		const { id } = await queue.editor.saveWorkflow(
			workflowOf('trigger in queue mode', queue.credentials.wazzupApi, [
				{
					name: 'Trigger',
					type: WAZZUP_TRIGGER,
					webhookId: randomUUID(),
					parameters: { events: ['messageReceived'] },
				},
				{ name: 'Received', type: 'n8n-nodes-base.noOp' },
			]),
		);
		await queue.editor.activate(id);
		const texts = range(DELIVERIES).map((n) => `Is anybody there? ${n}`);
		const chats = { channelId: channelId(), chatId: '79011112233' };
		const started = Date.now();
		for (const text of texts) queue.sandbox.control.customerWrites({ ...chats, text });
		const rows = await endOf(id, DELIVERIES);
		const executions = await Promise.all(
			rows.map(async (row) => await queue.editor.execution(row.id)),
		);
		const seconds = (Date.now() - started) / 1_000;
		const received = executions.flatMap((execution) => execution.json('Received'));
		const runs = countBy(received, ({ text }) => text as string);
		// The first delivery was the test with which Wazzup accepts an address.
		const deliveries = queue.sandbox.control.deliveries().slice(-DELIVERIES);
		note('QUEUE_FIGURES', {
			deliveries: {
				workers,
				deliveries: deliveries.length,
				'answered 200': deliveries.filter(({ status }) => status === 200).length,
				runs: received.length,
				lost: texts.filter((text) => !runs[text]).length,
				doubled: texts.filter((text) => (runs[text] ?? 0) > 1).length,
				seconds: seconds.toFixed(1),
			},
		});
		expect(runs).toEqual(Object.fromEntries(texts.map((text) => [text, 1])));
		for (const { status, url } of deliveries) {
			expect(status).toBe(200);
			expect(url.startsWith(queue.webhook.url)).toBe(true);
		}
		await queue.editor.deactivate(id);
	});
});
