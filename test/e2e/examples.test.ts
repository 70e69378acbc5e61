import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readExamples, type Example } from '../../host/examples';
import { projectFolder } from '../../host/paths';
import { startStack, Stops, type Stack } from '../../host/stack';
import { waitFor } from '../../host/wait';
import { withCredential } from '../../host/workflow';
import type { ChatMessage } from '../../sandbox/shapes';

const SECONDS = 60;
/** The chat that the examples of `Tell the Team` write to. */
const TEAM = '79990001122';

const stops = new Stops();
let stack: Stack;
let examples: Example[];

beforeAll(async () => {
	examples = await readExamples();
	stack = await startStack(stops);
}, 900_000);

afterAll(async () => await stops.run(), 60_000);

/** How each example is run, and what has to come of it. A file in examples/ without a run fails. */
const runs: Record<string, (workflowId: string) => Promise<void>> = {
	'answer-a-customer': async (id) => {
		const { sandbox, editor } = stack;
		const { control } = sandbox;
		await whileActive(id, async () => {
			const whatsapp = channel('whatsapp');
			await control.customerWrites({ channelId: whatsapp, chatId: '79011112233', text: 'hello' });
			const [greeting] = await answers(whatsapp, '79011112233');
			expect(greeting?.text).toBe('You wrote: hello. A person will be with you shortly.');
			expect(lastSent()).toMatchObject({ chatType: 'whatsapp', clearUnanswered: false });

			const telegram = channel('tgapi');
			const text = 'How MUCH is it?';
			await control.customerWrites({ channelId: telegram, chatId: '300400', text });
			const [price] = await answers(telegram, '300400');
			expect(price?.text).toMatch(/^Our price list is at /);

			const vk = channel('vk');
			await control.customerWrites({ channelId: vk, chatId: '5566', text: 'When are you open?' });
			const [hours] = await answers(vk, '5566');
			expect(hours?.text).toMatch(/^We are open from /);

			const contentUri = 'https://example.com/photo.jpg';
			await control.customerWrites({ channelId: whatsapp, chatId: '79014445566', contentUri });
			const [receipt] = await answers(whatsapp, '79014445566');
			expect(receipt?.text).toMatch(/^We have received what you sent\. A person /);

			const before = await editor.executions(id);
			const group = { chatType: 'whatsgroup', chatId: '120363001' };
			await control.customerWrites({ channelId: whatsapp, ...group, text: 'hello' });
			await control.idle();
			expect(control.deliveries().at(-1)).toMatchObject({ status: 200 });
			expect(await editor.executions(id)).toHaveLength(before.length);
		});
	},

	'new-record-to-template': async (id) => {
		const { sandbox, n8n } = stack;
		await whileActive(id, async () => {
			const record = { id: 501, name: 'Anna', phone: '+7 901 222-33-44', order: 'A-1042' };
			const reply = await fetch(`${n8n.url}/webhook/new-crm-record`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(record),
			});
			expect([reply.status, await reply.json()]).toEqual([
				200,
				expect.objectContaining({ chatId: '79012223344', messageId: expect.any(String) }),
			]);
			expect(sandbox.control.state().contacts).toContainEqual({
				id: '501',
				name: 'Anna',
				responsibleUserId: '1',
				contactData: [{ chatType: 'whatsapp', chatId: '79012223344' }],
			});
			const [message] = await answers(channel('wapi'), '79012223344');
			expect(message?.template).toMatchObject({
				header: { text: 'Order A-1042' },
				text: 'Hello Anna, your order is accepted.',
			});
		});
	},

	'sync-crm-table': async (id) => {
		const { sandbox, editor } = stack;
		sandbox.control.clearJournal();
		const execution = await editor.run(id, { seconds: SECONDS });
		expect(execution.summary()).toMatch(/ended with status success$/);
		const posts = sandbox.control.journal().map(({ method, path }) => `${method} ${path}`);
		expect(posts).toEqual(['POST /v3/users', 'POST /v3/contacts', 'POST /v3/deals']);

		const { users, contacts, deals } = sandbox.control.state();
		expect(users.map((user) => user.id)).toEqual(expect.arrayContaining(['kate', 'alex']));
		const stored = contacts.filter(({ id: contact }) => ['101', '102', '103'].includes(contact));
		expect(stored.map(({ name, contactData }) => [name, contactData])).toEqual([
			['Anna Smirnova', [{ chatType: 'whatsapp', chatId: '79011112233' }]],
			['Clara Petrova', [{ chatType: 'telegram', username: 'clara_petrova' }]],
		]);
		expect(deals.map((deal) => [deal.id, deal.contacts, deal.closed])).toEqual([
			['2001', ['101'], false],
			['2002', ['101', '103'], true],
		]);

		expect(execution.json('Note What Failed')).toEqual([
			{
				step: 'Upsert Contacts',
				id: '102',
				name: 'Boris Ivanov',
				reason: expect.stringContaining('102'),
				advice: expect.any(String),
			},
		]);
	},

	'alert-failed-delivery': async (id) => {
		const { editor } = stack;
		const hourBefore = hour();
		await whileActive(id, async () => {
			const known = await editor.executions(id);
			await sendFailing('first');
			const first = await editor.nextExecution(id, known, SECONDS);
			expect(first.summary()).toMatch(/ended with status success$/);
			const [alert] = await answers(channel('whatsapp'), TEAM, /Not delivered/);
			expect(alert?.text).toMatch(/^⚠️ Not delivered:\n• BAD_CONTACT: .+ \(message [\w-]+, \d{4}-/);

			const knownNow = await editor.executions(id);
			await sendFailing('second');
			const second = await editor.nextExecution(id, knownNow, SECONDS);
			expect(second.summary()).toMatch(/ended with status success$/);
			const alerts = await answers(channel('whatsapp'), TEAM, /Not delivered/);
			// One an hour: two only where the hour struck in between.
			expect(alerts.length).toBeLessThanOrEqual(new Set([hourBefore, hour()]).size);
		});
	},

	'channels-needing-attention': async (id) => {
		const { editor } = stack;
		for (const [index, trigger] of ['Start by Hand', 'Every Day at 9:00'].entries()) {
			const execution = await editor.run(id, { trigger, seconds: SECONDS });
			expect(execution.summary()).toMatch(/ended with status success$/);
			expect(execution.json('Write List')).toEqual([expect.objectContaining({ count: 4 })]);
			const lists = await answers(channel('whatsapp'), TEAM, /^Channels that need attention/);
			expect(lists).toHaveLength(index + 1);
			expect(lists.at(-1)?.text?.split('\n')).toEqual([
				'Channels that need attention:',
				'• WhatsApp Signed Out (whatsapp 79011110011): qr',
				'• WhatsApp Unpaid (whatsapp 79011110012): notEnoughMoney',
				'• Telegram Blocked (tgapi 79011110013): blocked',
				'• WABA In Review (wapi 79011110014): onModeration',
			]);
		}
		await whileActive(id, async () => {});
	},
};

const files = readdirSync(join(projectFolder, 'examples')).filter((name) => name.endsWith('.json'));

test.each(files)(
	'%s runs in n8n as it is written',
	async (file) => {
		const example = examples.find(({ key }) => `${key}.json` === file);
		const run = example && runs[example.key];
		if (!run) throw new Error(`No run is defined for examples/${file}`);
		const workflow = withCredential(example.workflow, stack.credential);
		const { id } = await stack.editor.saveWorkflow(workflow);
		await run(id);
	},
	240_000,
);

test.each(files)('%s tells a newcomer what it does and what to change', (file) => {
	const example = examples.find(({ key }) => `${key}.json` === file);
	const notes = example?.workflow.nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
	expect(JSON.stringify(notes)).toMatch(/Set up/);
});

/** The channel of the sandbox that works on this transport. */
function channel(transport: string): string {
	const { channels } = stack.sandbox.control.state();
	const found = channels.find((one) => one.transport === transport && one.state === 'active');
	if (!found) throw new Error(`The sandbox has no active ${transport} channel`);
	return found.channelId;
}

/** What the business wrote in a chat, once there is something. */
async function answers(channelId: string, chatId: string, text = /^/): Promise<ChatMessage[]> {
	return await waitFor(
		`A message of the business in chat ${chatId}`,
		async () => {
			const messages = written(channelId, chatId).filter((message) =>
				text.test(message.text ?? ''),
			);
			return messages.length > 0 ? messages : undefined;
		},
		{ seconds: SECONDS, report: () => JSON.stringify(stack.sandbox.control.deliveries().at(-1)) },
	);
}

function written(channelId: string, chatId: string): ChatMessage[] {
	const { control } = stack.sandbox;
	const exists = control.chats().some((chat) => chat.chatId === chatId);
	const messages = exists ? control.messages(channelId, chatId) : [];
	return messages.filter(({ direction }) => direction === 'out');
}

/** The body of the newest message that was sent over the API. */
function lastSent(): unknown {
	const sends = stack.sandbox.control.journal().filter(({ path }) => path === '/v3/message');
	return sends.at(-1)?.body;
}

/** Sends a message, as any program of the account may, that does not reach the customer. */
async function sendFailing(name: string): Promise<void> {
	const { url, apiKey } = stack.sandbox;
	const reply = await fetch(`${url}/v3/message`, {
		method: 'POST',
		headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
		body: JSON.stringify({
			channelId: channel('whatsapp'),
			chatType: 'whatsapp',
			chatId: '79017778899',
			text: `${name} #status-error:BAD_CONTACT`,
		}),
	});
	expect(reply.status).toBe(201);
}

async function whileActive(workflowId: string, action: () => Promise<void>): Promise<void> {
	await stack.editor.activate(workflowId);
	try {
		await action();
	} finally {
		await stack.editor.deactivate(workflowId);
	}
}

/** The hour of the world clock, which is what the alert counts by. */
const hour = () => new Date().toISOString().slice(0, 13);
