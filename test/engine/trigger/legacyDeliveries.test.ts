import { wazzupEvent } from '../../../api/events/event';
import { legacyMessage, useLegacyTrigger } from './useLegacyTrigger';

const use = useLegacyTrigger();
const ALL = ['messageReceived', 'messageSent', 'messageStatus', 'channelUpdated', 'channelList'];

/** One delivery with all four kinds. */
const mixed = () => ({
	messages: [legacyMessage(), legacyMessage({ messageId: 'm-2', status: 1, authorType: 1 })],
	statuses: [{ messageId: 'm-0', status: 3 }],
	channels: [{ channelId: 'c-1', transport: 'whatsapp', plainId: '7901', state: 'qr' }],
	channelsList: [{ channelId: 'c-1', transport: 'whatsapp', plainId: '7901', state: 'qr' }],
});

test('a message of a customer becomes one item with the same fields as every event', async () => {
	await use.published();
	const written = use.sandbox.control.customerWrites({
		channelId: use.channelOf('whatsapp'),
		chatId: '79011112233',
		text: 'hello',
		contentUri: 'https://store.example.com/a.jpg',
		contact: { name: 'Anna' },
	});
	await use.quiet();
	expect(use.items()).toEqual([
		{
			event: 'messageReceived',
			messageId: written.messageId,
			channelId: use.channelOf('whatsapp'),
			chatType: 'whatsapp',
			chatId: '79011112233',
			direction: 'inbound',
			type: written.type,
			text: 'hello',
			file: { url: 'https://store.example.com/a.jpg', name: null, mimeType: null, size: null },
			status: 'inbound',
			error: null,
			contact: { name: 'Anna', phone: null, username: null, avatarUrl: null },
			quoted: null,
			timestamp: written.dateTime,
			account: null,
		},
	]);
	expect(wazzupEvent.strict().safeParse(use.items()[0]).success).toBe(true);
});

test('several kinds in one delivery are items of one execution', async () => {
	const workflow = await use.published({ events: ALL });
	expect(await use.post(workflow, mixed())).toEqual({ status: 200, body: { ok: true } });
	expect(use.host.started).toHaveLength(1);
	expect(use.items()).toMatchObject([
		{ event: 'messageReceived', messageId: 'm-1', timestamp: '2025-05-06T14:16:00.002Z' },
		{ event: 'messageSent', messageId: 'm-2', direction: 'outbound', status: 'sent' },
		{ event: 'messageStatus', messageId: 'm-0', status: 'read' },
		{ event: 'channelUpdated', channelId: 'c-1', status: 'qr' },
		{
			event: 'channelList',
			channels: [{ channelId: 'c-1', transport: 'whatsapp', plainId: '7901', state: 'qr' }],
		},
	]);
});

test.each(ALL)('of several kinds, only %s starts where only it was chosen', async (event) => {
	const workflow = await use.published({ events: [event] });
	await use.post(workflow, mixed());
	expect(use.items().map((item) => item.event)).toEqual([event]);
});

test('Raw gives what Wazzup sent, with the name of the event and of each number', async () => {
	const workflow = await use.published({ events: ALL, output: 'raw' });
	const body = mixed();
	await use.post(workflow, body);
	expect(use.items()).toEqual([
		{
			event: 'messageReceived',
			...body.messages[0],
			typeName: 'text',
			statusName: 'inbound',
			authorTypeName: 'Customer',
		},
		{
			event: 'messageSent',
			...body.messages[1],
			typeName: 'text',
			statusName: 'sent',
			authorTypeName: 'Wazzup',
		},
		{ event: 'messageStatus', ...body.statuses[0], statusName: 'read' },
		{ event: 'channelUpdated', ...body.channels[0] },
		{ event: 'channelList', channelsList: body.channelsList },
	]);
});

test('the sandbox can provoke every event', async () => {
	await use.published({ events: ALL });
	const { control } = use.sandbox;
	const channelId = use.channelOf('whatsapp');
	const chatId = '79011112233';
	control.customerWrites({ channelId, chatId, text: 'hello' });
	await use.quiet();
	control.changeSettings({ statusSteps: 5 });
	await use.request('POST', '/v2/send_message', {
		channelId,
		chatType: 'whatsapp',
		chatId,
		text: 'hi',
	});
	await use.quiet();
	control.changeChannel(channelId, { state: 'qr' });
	control.addChannel({ transport: 'telegram', plainId: 'shop_bot' });
	await use.quiet();
	expect(new Set(use.items().map(({ event }) => event))).toEqual(new Set(ALL));
});

test('why a message failed comes under the code of v3, with a sentence', async () => {
	const workflow = await use.published({ events: ['messageStatus'] });
	await use.post(workflow, { statuses: [{ messageId: 'm-1', status: '13' }] });
	expect(use.items()).toMatchObject([
		{ status: 'error', error: { code: 'BAD_CONTACT', message: expect.stringMatching(/\w+ \w+/) } },
	]);
});

test('filters go by words, not by numbers', async () => {
	const workflow = await use.published({
		events: ['messageReceived', 'messageStatus'],
		options: { statuses: ['read'], chats: 'direct', channels: ['channel-1'] },
	});
	await use.post(workflow, {
		messages: [
			legacyMessage(),
			legacyMessage({ messageId: 'm-2', chatType: 'whatsgroup' }),
			legacyMessage({ messageId: 'm-3', channelId: 'channel-2' }),
		],
		statuses: [2, 3].map((status) => ({ messageId: `s-${status}`, status })),
	});
	expect(use.items().map(({ messageId }) => messageId)).toEqual(['m-1', 's-3']);
});

describe('what does not come from Wazzup', () => {
	test.each([
		['no token', ''],
		['a wrong token', 'wazzupToken=0123456789abcdef0123456789abcdef'],
	])('%s: 401, and nothing starts', async (_, query) => {
		const workflow = await use.published();
		expect(await use.post(workflow, mixed(), query)).toMatchObject({ status: 401 });
		expect(use.host.started).toEqual([]);
	});

	test.each([
		['a list', []],
		['messages that are no list', { messages: 'hello' }],
	])('%s: 400, and nothing starts', async (_, body) => {
		const workflow = await use.published();
		expect(await use.post(workflow, body)).toMatchObject({ status: 400 });
		expect(use.host.started).toEqual([]);
	});
});

test.each([
	['the empty lists of the test', { messages: [], channels: [], statuses: [] }],
	['the test of v3', { test: true }],
	['keys that no document names', { payments: [{ id: 1 }] }],
])('%s: 200, and nothing starts', async (_, body) => {
	const workflow = await use.published({ events: ALL });
	expect(await use.post(workflow, body)).toEqual({ status: 200, body: { ok: true } });
	expect(use.host.started).toEqual([]);
});

test('an empty list of channels is news: the last one was removed', async () => {
	const workflow = await use.published({ events: ALL });
	await use.post(workflow, { channelsList: [] });
	expect(use.items()).toMatchObject([{ event: 'channelList', channels: [] }]);
});

test('what cannot be read is skipped, and logged without what it says', async () => {
	const workflow = await use.published({ events: ALL });
	const body = {
		messages: [{ text: 'a secret' }, legacyMessage()],
		channelsList: ['a secret', { channelId: 'c-1' }],
	};
	expect(await use.post(workflow, body)).toMatchObject({ status: 200 });
	expect(use.items()).toMatchObject([
		{ messageId: 'm-1' },
		{ channels: [{ channelId: 'c-1', state: null }] },
	]);
	expect(use.host.warnings).toEqual([expect.stringContaining('1 of messages, 1 of channelsList')]);
	expect(use.host.warnings.join()).not.toContain('a secret');
});

describe('repeats', () => {
	test('what Wazzup delivers again starts nothing', async () => {
		const workflow = await use.published({ events: ALL });
		await use.post(workflow, mixed());
		await use.post(workflow, mixed());
		expect(use.host.started).toHaveLength(1);
	});

	test('each change counts, also back to what it was', async () => {
		const workflow = await use.published({ events: ALL });
		const status = (number: number) => ({ statuses: [{ messageId: 'm-1', status: number }] });
		const channel = (state: string) => ({ channels: [{ channelId: 'c-1', state }] });
		for (const body of [
			...[status(1), status(66), status(1), status(1)],
			...[channel('qr'), channel('qr'), channel('active'), channel('qr')],
			...[{ channelsList: [] }, { channelsList: [{ channelId: 'c-1' }] }, { channelsList: [] }],
		]) {
			await use.post(workflow, body);
		}
		expect(use.items().map(({ status: now, channels }) => now ?? channels)).toEqual([
			...['sent', 'error', 'sent'],
			...['qr', 'active', 'qr'],
			...[[], [expect.objectContaining({ channelId: 'c-1' })], []],
		]);
	});

	test('an echo that comes again because it failed is told again, once', async () => {
		const workflow = await use.published({ events: ['messageSent'] });
		for (const status of [1, 2, 13, 13]) {
			await use.post(workflow, { messages: [legacyMessage({ status, authorType: 9 })] });
		}
		expect(use.items().map(({ status }) => status)).toEqual(['sent', 'error']);
	});
});
