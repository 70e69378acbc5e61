import type { IDataObject } from 'n8n-workflow';
import { wazzupEvent } from '../../../api/events/event';
import type { TriggerWorkflow } from './triggerWorkflow';
import { useTechTrigger } from './useTechTrigger';

const use = useTechTrigger();

async function published(parameters: IDataObject): Promise<TriggerWorkflow> {
	const workflow = use.trigger(parameters);
	await workflow.publish();
	return workflow;
}

/** Posts to the address of the workflow: with its token, unless another query is given. */
async function post(workflow: TriggerWorkflow, body: unknown, query?: string) {
	const { webhooks } = use.control.tech.account();
	const token = webhooks.find(({ url }) => url.startsWith(workflow.productionUrl))?.url ?? '';
	const answer = await fetch(`${workflow.productionUrl}?${query ?? token.split('?')[1]}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	await use.host.settled();
	return { status: answer.status, body: (await answer.json()) as unknown };
}

let deliveries = 0;
const delivery = (event: string, data: unknown, key: string | null = `key-${++deliveries}`) => ({
	event,
	data,
	meta: { timestamp: 1762340623, ...(key !== null && { idempotency_key: key }) },
});
const message = (changes: IDataObject = {}) => ({
	message_id: 'm-1',
	channel_id: 'channel-1',
	direction: 'inbound',
	recipient: { chat_id: '79011112233', chat_type: 'whatsapp', name: 'Anna' },
	text: 'hello',
	...changes,
});

test('a message of a customer becomes one item with the same fields as on v3', async () => {
	await published({});
	const written = use.control.customerWrites({
		channelId: use.channel('tgapi'),
		text: 'hello',
		contentUri: 'https://store.example.com/a.jpg',
		contact: { name: 'Anna', username: 'anna', phone: '79011112233' },
	});
	await use.quiet();
	expect(use.items()).toEqual([
		{
			event: 'messageReceived',
			messageId: written.messageId,
			channelId: use.channel('tgapi'),
			chatType: 'telegram',
			chatId: written.chatId,
			direction: 'inbound',
			type: written.type,
			text: 'hello',
			file: expect.objectContaining({ url: 'https://store.example.com/a.jpg' }),
			status: 'accepted',
			error: null,
			contact: { name: 'Anna', phone: '79011112233', username: 'anna', avatarUrl: null },
			quoted: null,
			timestamp: written.dateTime,
			account: null,
		},
	]);
	expect(wazzupEvent.strict().safeParse(use.items()[0]).success).toBe(true);
});

test('Raw gives what Wazzup sent, with the name of the event', async () => {
	const workflow = await published({ output: 'raw', events: ['messageSent'] });
	const sent = message({ direction: 'outbound', referral: { id: 1 } });
	await post(workflow, delivery('message.add', [message(), sent]));
	expect(use.items()).toEqual([{ event: 'messageSent', ...sent }]);
});

test('of messages, only the chosen direction comes', async () => {
	const received = await published({ events: ['messageReceived'] });
	const both = await published({ events: ['messageReceived', 'messageSent'] });
	const body = delivery('message.add', [message(), message({ direction: 'outbound' })]);
	await post(received, body);
	await post(both, body);
	expect(use.items().map(({ event }) => event)).toEqual([
		'messageReceived',
		'messageReceived',
		'messageSent',
	]);
});

test('channels, templates and groups as the sandbox provokes them', async () => {
	await published({
		events: [
			'channel.status_update',
			'channel.qr_update',
			'channel.waba_tier_update',
			'waba_template.status_update',
			'group_chat.update',
		],
	});
	const { tech } = use.control;
	const channelId = use.channel('whatsapp');
	tech.changeChannel(channelId, { state: 'qr', qr: 'data:image/png;base64,AA' });
	tech.changeChannel(channelId, { tier: 'TIER_1K' });
	const [template] = tech.account().wabaTemplates as Array<{ template_id?: string; id?: string }>;
	const templateId = template?.template_id ?? template?.id ?? '';
	tech.moderate(templateId, 'REJECTED', 'too loud');
	tech.publish({ event: 'group_chat.update', data: [{ chat_id: 'g-1', name: 'Friends' }] });
	await use.quiet();
	const byEvent = Object.fromEntries(use.items().map((item) => [item.event, item]));
	expect(byEvent).toMatchObject({
		'channel.status_update': { channelId, status: 'qr' },
		'channel.qr_update': { channelId, channel: { qr: 'data:image/png;base64,AA' } },
		'channel.waba_tier_update': { channelId, channel: { tier: 'TIER_1K' } },
		'waba_template.status_update': {
			status: 'REJECTED',
			error: { message: 'too loud' },
			template: { templateGuid: templateId },
		},
		'group_chat.update': { chatId: 'g-1', group: { name: 'Friends' } },
	});
});

test('an address without its token: 401, and nothing starts; the test of an address needs none', async () => {
	const workflow = await published({});
	const body = delivery('message.add', [message()]);
	for (const query of ['', 'wazzupToken=', `wazzupToken=${'0'.repeat(32)}`]) {
		expect(await post(workflow, body, query)).toMatchObject({ status: 401 });
	}
	expect(await post(workflow, { test: true }, '')).toMatchObject({ status: 200 });
	expect(use.host.started).toEqual([]);
});

test.each([
	['a list', [], 400],
	['a delivery of v3', { messages: [{ messageId: 'm-1' }] }, 400],
	['an event that no document names', delivery('payment.add', [{ id: 1 }]), 200],
	['an event that was not chosen', delivery('message.delete', [{ message_id: 'm-1' }]), 200],
	['an event without items', delivery('message.add', null), 200],
])('%s starts nothing', async (_, body, status) => {
	const workflow = await published({});
	expect(await post(workflow, body)).toMatchObject({ status });
	expect(use.host.started).toEqual([]);
});

test('what cannot be read takes nothing with it, and is logged without what it says', async () => {
	const workflow = await published({});
	const odd = message({ message_id: 'm-2', recipient: 'a secret', attachment: 7 });
	const body = delivery('message.add', ['a secret', { text: 'a secret' }, message(), odd]);
	expect(await post(workflow, body)).toEqual({ status: 200, body: { ok: true } });
	expect(use.items().map(({ messageId }) => messageId)).toEqual(['m-1', 'm-2']);
	expect(use.host.warnings).toEqual([expect.stringContaining('2 of message.add')]);
	expect(use.host.warnings.join()).not.toContain('a secret');
});

test('the registered token goes on working when the credential is changed', async () => {
	const workflow = await published({});
	workflow.credentials = { ...workflow.credentials, clientAccessToken: 'another' };
	expect(await post(workflow, delivery('message.add', [message()]))).toMatchObject({ status: 200 });
	expect(use.host.started).toHaveLength(1);
});

describe('repeats', () => {
	test('a delivery with a key that has come starts nothing, also when both come at the same time', async () => {
		const workflow = await published({});
		const body = delivery('message.add', [message(), message({ message_id: 'm-2' })]);
		const answers = await Promise.all([post(workflow, body), post(workflow, body)]);
		answers.push(await post(workflow, body));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(use.items().map(({ messageId }) => messageId)).toEqual(['m-1', 'm-2']);
	});

	test('another key is another event, however alike', async () => {
		const workflow = await published({ events: ['channel.status_update'] });
		for (const _ of [1, 2]) {
			await post(workflow, delivery('channel.status_update', [{ channel_id: 'c', state: 'qr' }]));
		}
		expect(use.host.started).toHaveLength(2);
	});

	test('where Wazzup gives no key, the message and what it says tell', async () => {
		const workflow = await published({
			events: ['messageReceived', 'message.edit', 'message.status_update'],
		});
		const edit = (text: string) => delivery('message.edit', [{ message_id: 'm-1', text }], null);
		const status = (value: string, timestamp: number) =>
			delivery('message.status_update', [{ message_id: 'm-1', status: value, timestamp }], null);
		for (const body of [
			delivery('message.add', [message()], null),
			delivery('message.add', [message()], null),
			edit('a'),
			edit('a'),
			edit('b'),
			status('sent', 1),
			status('sent', 1),
			status('sent', 2),
		]) {
			await post(workflow, body);
		}
		expect(use.items().map((item) => item.text ?? item.status)).toEqual([
			...['hello', 'a', 'b'],
			...['sent', 'sent'],
		]);
	});

	test('what Wazzup delivers again because it was not taken comes once', async () => {
		const workflow = await published({});
		use.host.hangUp(new URL(workflow.productionUrl).pathname);
		use.control.customerWrites({ channelId: use.channel(), chatId: '79', text: 'hi' });
		use.host.listenAt(new URL(workflow.productionUrl).pathname, workflow);
		await use.quiet();
		const last = use.control.deliveries().at(-1);
		await use.control.redeliver(last?.id ?? 0);
		await use.host.settled();
		expect(use.texts()).toEqual(['production: hi']);
	});

	test('whoever listens for a test event gets it, whether or not it came before', async () => {
		const workflow = await published({});
		const body = delivery('message.add', [message()]);
		await post(workflow, body);
		await workflow.listen();
		const test = use.control.tech.account().webhooks.find(({ url }) => url.includes('-test/'));
		await fetch(test?.url ?? '', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		await use.host.settled();
		expect(use.host.started.map(({ mode }) => mode)).toEqual(['production', 'test']);
	});
});

describe('filters', () => {
	const chat = (chat_type: string) => ({ recipient: { chat_id: '1', chat_type } });
	const messages = [
		message(),
		message({ message_id: 'm-2', channel_id: 'channel-2', ...chat('telegroup') }),
		message({ message_id: 'm-3', channel_id: 'channel-2', ...chat('telegram') }),
	];
	const changes = [
		{ message_id: 's-1', status: 'READ' },
		{ message_id: 's-2', status: 'delivered', channel_id: 'channel-2' },
	];
	test.each([
		['channels', { channels: ['channel-2'] }, ['m-2', 'm-3', 's-1', 's-2']],
		['chat types', { chatTypes: ['whatsapp'] }, ['m-1', 's-1', 's-2']],
		['one-to-one chats', { chats: 'direct' }, ['m-1', 'm-3', 's-1', 's-2']],
		['groups', { chats: 'group' }, ['m-2', 's-1', 's-2']],
		['statuses', { statuses: ['read'] }, ['m-1', 'm-2', 'm-3', 's-1']],
	])('%s', async (_, options, expected) => {
		const workflow = await published({
			events: ['messageReceived', 'message.status_update'],
			options,
		});
		await post(workflow, delivery('message.add', messages));
		await post(workflow, delivery('message.status_update', changes));
		expect(use.items().map(({ messageId }) => messageId)).toEqual(expected);
	});
});
