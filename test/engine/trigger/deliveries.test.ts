import type { IDataObject } from 'n8n-workflow';
import { wazzupEvent } from '../../../api/events/event';
import { ownMessages } from '../../../nodes/shared/ownMessages';
import { connect } from '../../../nodes/shared/transport/accounts';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { TriggerHost, TriggerWorkflow } from './triggerHost';

let sandbox: Sandbox;
let host: TriggerHost;

beforeEach(async () => {
	sandbox = await startSandbox({ statusSteps: false });
	host = await TriggerHost.start();
});
afterEach(async () => {
	await host.close();
	await sandbox.close();
});

const EVERY_MESSAGE = ['messageReceived', 'messageSent', 'messageEdited', 'messageDeleted'];
let workflows = 0;

/** A published workflow; each has an id of its own, since repeats are remembered by workflow. */
async function published(parameters: IDataObject): Promise<TriggerWorkflow> {
	const workflow = new TriggerWorkflow(host, {
		id: `workflow-${++workflows}`,
		parameters: { events: EVERY_MESSAGE, ...parameters },
		credentials: { apiKey: sandbox.apiKey, baseUrl: sandbox.url },
	});
	await workflow.publish();
	return workflow;
}

const channelOf = (transport: string) => {
	const channel = sandbox.control.state().channels.find((each) => each.transport === transport);
	if (!channel) throw new Error(`The sandbox has no ${transport} channel`);
	return channel.channelId;
};
const items = () => host.started.flatMap((start) => start.items);

/** Posts to the address of the workflow: with its token, unless another query is given. */
async function post(workflow: TriggerWorkflow, body: unknown, query?: string) {
	const token = sandbox.control.state().webhooks.webhooksUri?.split('?')[1] ?? '';
	const answer = await fetch(`${workflow.productionUrl}?${query ?? token}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json; charset-utf-8' },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
	await host.settled();
	return { status: answer.status, body: (await answer.json()) as unknown };
}

const message = (changes: IDataObject = {}) => ({
	messageId: 'm-1',
	channelId: 'channel-1',
	chatType: 'whatsapp',
	chatId: '79011112233',
	dateTime: '2025-05-06T14:16:00.002Z',
	type: 'text',
	isEcho: false,
	text: 'hello',
	status: 'inbound',
	...changes,
});

async function send(text: string): Promise<string> {
	const answer = await fetch(`${sandbox.url}/v3/message`, {
		method: 'POST',
		headers: { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' },
		body: JSON.stringify({
			channelId: channelOf('whatsapp'),
			chatType: 'whatsapp',
			chatId: '79011112233',
			text,
		}),
	});
	return ((await answer.json()) as { messageId: string }).messageId;
}

async function quiet(): Promise<void> {
	await sandbox.control.idle();
	await host.settled();
}

test('a message of a customer becomes one item with the same fields as every event', async () => {
	await published({});
	const written = sandbox.control.customerWrites({
		channelId: channelOf('tgapi'),
		text: 'hello',
		contentUri: 'https://store.example.com/a.jpg',
		contact: { name: 'Anna', username: 'anna', phone: '79011112233' },
	});
	await quiet();
	expect(items()).toEqual([
		{
			event: 'messageReceived',
			messageId: written.messageId,
			channelId: channelOf('tgapi'),
			chatType: 'telegram',
			chatId: written.chatId,
			direction: 'inbound',
			type: written.type,
			text: 'hello',
			file: { url: 'https://store.example.com/a.jpg', name: null, mimeType: null, size: null },
			status: 'inbound',
			error: null,
			contact: { name: 'Anna', phone: '79011112233', username: 'anna', avatarUrl: null },
			quoted: null,
			timestamp: written.dateTime,
			account: null,
		},
	]);
	expect(wazzupEvent.strict().safeParse(items()[0]).success).toBe(true);
});

test('Raw gives what Wazzup sent, with the name of the event', async () => {
	const workflow = await published({ output: 'raw' });
	const sent = message({ advert: { id: 1 }, isDeleted: true });
	await post(workflow, { messages: [sent] });
	expect(items()).toEqual([{ event: 'messageDeleted', ...sent }]);
});

test('many events in a delivery are many items of one execution, statuses among them', async () => {
	const workflow = await published({ events: ['messageReceived', 'messageStatus'] });
	const { status } = await post(workflow, {
		messages: [
			message(),
			message({ messageId: 'm-2' }),
			message({ messageId: 'm-3', isEcho: true }),
		],
		statuses: [{ messageId: 'm-0', timestamp: '2025-05-06T14:16:00Z', status: 'read' }],
	});
	expect(status).toBe(200);
	expect(host.started).toHaveLength(1);
	expect(items().map(({ event, messageId }) => [event, messageId])).toEqual([
		['messageReceived', 'm-1'],
		['messageReceived', 'm-2'],
		['messageStatus', 'm-0'],
	]);
});

test('the sandbox can provoke every event of a channel and a template', async () => {
	await published({ events: ['channelUpdated', 'templateStatus'] });
	sandbox.control.changeChannel(channelOf('whatsapp'), {
		state: 'qr',
		qr: 'data:image/png;base64,AA',
	});
	const [template] = sandbox.control.state().templates;
	if (!template) throw new Error('The sandbox has no template');
	sandbox.control.changeTemplate(template.templateGuid, 'REJECTED');
	await quiet();
	expect(items()).toMatchObject([
		{
			event: 'channelUpdated',
			channelId: channelOf('whatsapp'),
			status: 'qr',
			channel: { tier: null, qr: 'data:image/png;base64,AA' },
		},
		{
			event: 'templateStatus',
			status: expect.stringMatching(/^rejected$/i),
			template: { templateGuid: template.templateGuid },
		},
	]);
});

describe('what does not come from Wazzup', () => {
	test.each([
		['no token', ''],
		['a wrong token', 'wazzupToken=0123456789abcdef0123456789abcdef'],
		['two tokens', 'wazzupToken=a&wazzupToken=b'],
		['an empty token', 'wazzupToken='],
	])('%s: 401, and nothing starts', async (_, query) => {
		const workflow = await published({});
		expect(await post(workflow, { messages: [message()] }, query)).toMatchObject({ status: 401 });
		expect(host.started).toEqual([]);
	});

	test.each([
		['a list', []],
		['a text', '"hello"'],
		['messages that are no list', { messages: 'hello' }],
		['statuses that are an object', { statuses: { messageId: 'm' } }],
		['a creation request that is a text', { createContact: 'Anna' }],
	])('%s: 400, and nothing starts', async (_, body) => {
		const workflow = await published({});
		expect(await post(workflow, body)).toMatchObject({ status: 400 });
		expect(host.started).toEqual([]);
	});

	test('more than 5 MB: 413, and nothing starts', async () => {
		const workflow = await published({});
		const body = { messages: [message({ text: 'x'.repeat(5 * 1024 * 1024) })] };
		expect(await post(workflow, body)).toMatchObject({ status: 413 });
		expect(host.started).toEqual([]);
	});

	test.each([
		['the ping', { test: true }],
		['keys that no document names', { payments: [{ id: 1 }] }],
		['an event that was not chosen', { statuses: [{ messageId: 'm', status: 'read' }] }],
	])('%s: 200, and nothing starts', async (_, body) => {
		const workflow = await published({});
		expect(await post(workflow, body)).toEqual({ status: 200, body: { ok: true } });
		expect(host.started).toEqual([]);
	});

	test('the ping is answered without a token, as it comes before there is one to check', async () => {
		const workflow = await published({});
		expect(await post(workflow, { test: true }, '')).toMatchObject({ status: 200 });
		expect(host.started).toEqual([]);
	});
});

test.each([
	['a chat id that is a number', { messages: [message({ messageId: 'm-2', chatId: 7 })] }, 'm-2'],
	['a time that is a number', { statuses: [{ messageId: 's', timestamp: 1746540960002 }] }, 's'],
	['a contact that is a text', { messages: [message({ messageId: 'm-2', contact: '?' })] }, 'm-2'],
])('%s: the event comes with the others', async (_, odd, messageId) => {
	const workflow = await published({ events: ['messageReceived', 'messageStatus'] });
	const { messages = [], ...others } = odd as { messages?: IDataObject[] };
	const body = { messages: [message(), ...messages], ...others };
	expect(await post(workflow, body)).toEqual({ status: 200, body: { ok: true } });
	expect(items().map((item) => item.messageId)).toEqual(['m-1', messageId]);
	expect(host.warnings).toEqual([]);
});

test('what cannot be read is skipped, and logged without what it says', async () => {
	const workflow = await published({ events: ['messageReceived', 'messageStatus'] });
	const body = {
		messages: [{ text: 'a secret' }, message(), 'a secret'],
		statuses: [{ status: 'a secret' }],
	};
	expect(await post(workflow, body)).toEqual({ status: 200, body: { ok: true } });
	expect(items()).toMatchObject([{ messageId: 'm-1' }]);
	expect(host.warnings).toEqual([expect.stringContaining('2 of messages, 1 of statuses')]);
	expect(host.warnings.join()).not.toContain('a secret');
});

test('the registered token goes on working when the key in the credential is changed', async () => {
	const workflow = await published({});
	workflow.credentials = { ...workflow.credentials, apiKey: 'a-new-key' };
	expect(await post(workflow, { messages: [message()] })).toMatchObject({ status: 200 });
	expect(host.started).toHaveLength(1);
});

test('the token can be checked before anything was stored', async () => {
	const workflow = await published({});
	workflow.staticData = {};
	expect(await post(workflow, { messages: [message()] })).toMatchObject({ status: 200 });
	expect(host.started).toHaveLength(1);
});

test('by hand: the token that was filled in counts, and only that', async () => {
	const workflow = await published({ registration: 'manual', addressToken: 'made-up-by-hand' });
	const body = { messages: [message()] };
	expect(await post(workflow, body, 'wazzupToken=made-up')).toMatchObject({ status: 401 });
	expect(await post(workflow, body, 'wazzupToken=made-up-by-hand')).toMatchObject({ status: 200 });
	expect(host.started).toHaveLength(1);
});

describe('repeats', () => {
	test('the same message starts once, also when both deliveries come at the same time', async () => {
		const workflow = await published({});
		const body = { messages: [message()] };
		const answers = await Promise.all([post(workflow, body), post(workflow, body)]);
		answers.push(await post(workflow, { messages: [message(), message({ messageId: 'm-2' })] }));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(items().map(({ messageId }) => messageId)).toEqual(['m-1', 'm-2']);
	});

	test('what Wazzup delivers again starts nothing', async () => {
		await published({});
		sandbox.control.customerWrites({ channelId: channelOf('whatsapp'), chatId: '79', text: 'hi' });
		await quiet();
		const delivery = sandbox.control.deliveries().find(({ kind }) => kind === 'messages');
		expect(await sandbox.control.redeliver(delivery?.id ?? 0)).toMatchObject({ status: 200 });
		expect(host.started).toHaveLength(1);
	});

	test('each status and each edit of a message counts for itself', async () => {
		const workflow = await published({ events: ['messageStatus', 'messageEdited'] });
		const status = (value: string, minute: number) => ({
			statuses: [
				{ messageId: 'm-1', status: value, timestamp: `2025-05-06T14:${10 + minute}:00.000Z` },
			],
		});
		const edit = (text: string) => ({ messages: [message({ isEdited: true, text })] });
		for (const body of [
			status('sent', 0),
			status('error', 1),
			status('sent', 2),
			status('sent', 2),
			edit('11:00'),
			edit('10:00'),
			edit('10:00'),
			edit('11:00'),
		]) {
			await post(workflow, body);
		}
		expect(items().map((item) => item.text ?? item.status)).toEqual([
			...['sent', 'error', 'sent'],
			...['11:00', '10:00', '11:00'],
		]);
	});

	test('a message that comes again because it failed is told again, once', async () => {
		const workflow = await published({ events: ['messageSent'] });
		const failed = message({ isEcho: true, status: 'error', error: { error: 'BAD_CONTACT' } });
		await post(workflow, { messages: [message({ isEcho: true, status: 'sent' })] });
		await post(workflow, { messages: [failed] });
		await post(workflow, { messages: [failed] });
		expect(items().map(({ status }) => status)).toEqual(['sent', 'error']);
	});

	test('a delivery that was refused does not count', async () => {
		const workflow = await published({});
		await post(workflow, { messages: [message()] }, 'wazzupToken=wrong');
		await post(workflow, { messages: [message()] });
		expect(host.started).toHaveLength(1);
	});

	test('whoever listens for a test event gets it, whether or not it came before', async () => {
		const workflow = await published({});
		const body = { messages: [message()] };
		await post(workflow, body);
		for (const _ of [1, 2]) {
			await workflow.listen();
			await sandbox.control.deliver(body);
			await host.settled();
		}
		expect(host.started.map(({ mode }) => mode)).toEqual(['production', 'test', 'test']);
	});

	test('two workflows are told of the same message', async () => {
		for (const _ of [1, 2]) {
			const workflow = await published({});
			await post(workflow, { messages: [message()] });
			await workflow.unpublish();
		}
		expect(host.started).toHaveLength(2);
	});
});

describe('filters', () => {
	const body = {
		messages: [
			message(),
			message({ messageId: 'm-2', channelId: 'channel-2', chatType: 'telegroup' }),
			message({ messageId: 'm-3', channelId: 'channel-2', chatType: 'telegram' }),
		],
		statuses: [
			{ messageId: 's-1', status: 'READ' },
			{ messageId: 's-2', status: 'delivered' },
		],
	};
	const statuses = ['s-1', 's-2'];
	test.each([
		['channels', { channels: ['channel-2'] }, ['m-2', 'm-3', ...statuses]],
		['chat types', { chatTypes: ['whatsapp', 'telegram'] }, ['m-1', 'm-3', ...statuses]],
		['one-to-one chats', { chats: 'direct' }, ['m-1', 'm-3', ...statuses]],
		['groups', { chats: 'group' }, ['m-2', ...statuses]],
		['statuses', { statuses: ['read'] }, ['m-1', 'm-2', 'm-3', 's-1']],
		['all together', { channels: ['channel-2'], chats: 'group', statuses: ['error'] }, ['m-2']],
	])('%s', async (_, options, expected) => {
		const workflow = await published({ events: ['messageReceived', 'messageStatus'], options });
		await post(workflow, body);
		expect(items().map(({ messageId }) => messageId)).toEqual(expected);
	});

	test('nothing starts when they leave nothing', async () => {
		const workflow = await published({ options: { channels: ['another'] } });
		expect(await post(workflow, { messages: [message()] })).toMatchObject({ status: 200 });
		expect(host.started).toEqual([]);
	});
});

describe('own messages', () => {
	const accountOf = async (): Promise<string> => {
		const node = { name: 'test' };
		const functions = {
			getCredentials: async () =>
				await Promise.resolve({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }),
			getNode: () => node,
		};
		return (await connect(functions as unknown as Parameters<typeof connect>[0], 'wazzupApi'))
			.account;
	};

	test('echoes of what this n8n sent are left out, those of others are not', async () => {
		await published({ options: { ignoreOwn: true } });
		const account = await accountOf();
		const finish = ownMessages.begin(account, channelOf('whatsapp'));
		// The echo is delivered while the node has not read the answer yet.
		const own = await send('from the node');
		finish(own);
		const other = await send('from the phone');
		await quiet();
		expect(items().map(({ messageId }) => messageId)).toEqual([other]);
		expect(own).not.toBe(other);
	});

	test('without the option they come', async () => {
		await published({});
		ownMessages.begin(await accountOf(), channelOf('whatsapp'))(await send('from the node'));
		await quiet();
		expect(items()).toMatchObject([{ event: 'messageSent', direction: 'outbound' }]);
	});
});

describe('creation requests', () => {
	const EVENTS = ['contactRequested', 'dealRequested', 'messageReceived'];

	test('a contact is granted at once, and the item has its id', async () => {
		await published({ events: EVENTS });
		const { stored, delivery } = await sandbox.control.requestCreation({
			kind: 'contact',
			responsibleUserId: '7',
			name: 'Anna',
		});
		expect(delivery).toMatchObject({ status: 200 });
		expect(stored).toMatchObject({ responsibleUserId: '7', name: 'Anna' });
		expect(items()).toMatchObject([
			{
				event: 'contactRequested',
				chatType: 'whatsapp',
				contact: { name: 'Anna' },
				request: { id: stored?.id, responsibleUserId: '7', source: 'auto' },
			},
		]);
	});

	test('a deal too, in the output Raw', async () => {
		await published({ events: EVENTS, output: 'raw' });
		const { stored } = await sandbox.control.requestCreation({ kind: 'deal', contacts: ['1'] });
		expect(stored).toMatchObject({ contacts: ['1'], closed: false });
		expect(items()).toMatchObject([{ event: 'dealRequested', id: stored?.id, contacts: ['1'] }]);
	});

	test("with the last node's item: Wazzup gets the bare entity that the workflow made", async () => {
		const entity = { id: 'crm-1', responsibleUserId: '7', name: 'Anna of the CRM' };
		host.lastNode = ([item]) => ({
			...entity,
			contactData: [{ chatType: item?.chatType, chatId: item?.chatId }],
		});
		await published({ events: EVENTS, creationReply: 'lastNode' });
		const { stored } = await sandbox.control.requestCreation({ kind: 'contact' });
		expect(stored).toMatchObject(entity);
		expect(items()[0]?.request).not.toHaveProperty('id');
	});

	test('in that mode messages do not wait for the workflow', async () => {
		let end: (item: IDataObject) => void = () => {};
		host.lastNode = async () => await new Promise((resolve) => (end = resolve));
		await published({ events: EVENTS, creationReply: 'lastNode' });
		sandbox.control.customerWrites({ channelId: channelOf('whatsapp'), chatId: '79', text: 'hi' });
		// The delivery is answered although the workflow still runs.
		await sandbox.control.idle();
		expect(sandbox.control.deliveries().at(-1)).toMatchObject({ kind: 'messages', status: 200 });
		expect(host.started).toHaveLength(1);
		end({});
		await host.settled();
	});

	test.each(['immediately', 'lastNode'])(
		'a request that was not chosen is answered with an entity too and starts nothing, when the reply is %s',
		async (creationReply) => {
			await published({ events: ['dealRequested'], creationReply });
			const { stored, delivery } = await sandbox.control.requestCreation({ kind: 'contact' });
			expect(delivery).toMatchObject({ status: 200 });
			expect(stored).toMatchObject({ name: 'Anna', id: expect.any(String) });
			expect(host.started).toEqual([]);
		},
	);

	test('filters keep no request out', async () => {
		const options = { channels: ['another'], chatTypes: ['telegram'], chats: 'group' };
		await published({ events: EVENTS, options });
		const { stored } = await sandbox.control.requestCreation({ kind: 'contact' });
		expect(items()).toMatchObject([{ event: 'contactRequested', request: { id: stored?.id } }]);
	});

	test('a repeated request gets the same entity and starts nothing more', async () => {
		await published({ events: EVENTS });
		const { stored, delivery } = await sandbox.control.requestCreation({ kind: 'contact' });
		const again = await sandbox.control.redeliver(delivery.id);
		expect(again).toMatchObject({ status: 200, reply: delivery.reply });
		expect(items()).toMatchObject([{ request: { id: stored?.id } }]);
	});

	test("with the last node's item a repeated request is answered by the workflow again", async () => {
		host.lastNode = () => ({ id: 'crm-1', responsibleUserId: '7', name: 'Anna', contactData: [] });
		await published({ events: EVENTS, creationReply: 'lastNode' });
		const { delivery } = await sandbox.control.requestCreation({ kind: 'contact' });
		const again = await sandbox.control.redeliver(delivery.id);
		expect(again).toMatchObject({ reply: expect.stringContaining('crm-1') });
		expect(host.started).toHaveLength(2);
	});
});
