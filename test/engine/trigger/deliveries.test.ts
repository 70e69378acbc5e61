import type { IDataObject } from 'n8n-workflow';
import { wazzupEvent } from '../../../api/events/event';
import { message, useDeliveries } from './useDeliveries';

const use = useDeliveries();

test('a message of a customer becomes one item with the same fields as every event', async () => {
	await use.published({});
	const written = use.sandbox.control.customerWrites({
		channelId: use.channelOf('tgapi'),
		text: 'hello',
		contentUri: 'https://store.example.com/a.jpg',
		contact: { name: 'Anna', username: 'anna', phone: '79011112233' },
	});
	await use.quiet();
	expect(use.items()).toEqual([
		{
			event: 'messageReceived',
			messageId: written.messageId,
			channelId: use.channelOf('tgapi'),
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
	expect(wazzupEvent.strict().safeParse(use.items()[0]).success).toBe(true);
});

test('Raw gives what Wazzup sent, with the name of the event', async () => {
	const workflow = await use.published({ output: 'raw' });
	const sent = message({ advert: { id: 1 }, isDeleted: true });
	await use.post(workflow, { messages: [sent] });
	expect(use.items()).toEqual([{ event: 'messageDeleted', ...sent }]);
});

test('Raw names the event, whatever the entry brings under that name', async () => {
	const workflow = await use.published({ output: 'raw' });
	await use.post(workflow, { messages: [message({ event: 'another' })] });
	expect(use.items()).toEqual([{ event: 'messageReceived', ...message() }]);
});

test('many events in a delivery are many items of one execution, statuses among them', async () => {
	const workflow = await use.published({ events: ['messageReceived', 'messageStatus'] });
	const { status } = await use.post(workflow, {
		messages: [
			message(),
			message({ messageId: 'm-2' }),
			message({ messageId: 'm-3', isEcho: true }),
		],
		statuses: [{ messageId: 'm-0', timestamp: '2025-05-06T14:16:00Z', status: 'read' }],
	});
	expect(status).toBe(200);
	expect(use.host.started).toHaveLength(1);
	expect(use.items().map(({ event, messageId }) => [event, messageId])).toEqual([
		['messageReceived', 'm-1'],
		['messageReceived', 'm-2'],
		['messageStatus', 'm-0'],
	]);
});

test('the sandbox can provoke every event of a channel and a template', async () => {
	await use.published({ events: ['channelUpdated', 'templateStatus'] });
	use.sandbox.control.changeChannel(use.channelOf('whatsapp'), {
		state: 'qr',
		qr: 'data:image/png;base64,AA',
	});
	const [template] = use.sandbox.control.state().templates;
	if (!template) throw new Error('The sandbox has no template');
	use.sandbox.control.changeTemplate(template.templateGuid, 'REJECTED');
	await use.quiet();
	expect(use.items()).toMatchObject([
		{
			event: 'channelUpdated',
			channelId: use.channelOf('whatsapp'),
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
		const workflow = await use.published({});
		expect(await use.post(workflow, { messages: [message()] }, query)).toMatchObject({
			status: 401,
		});
		expect(use.host.started).toEqual([]);
	});

	test.each([
		['a list', []],
		['a text', '"hello"'],
		['messages that are no list', { messages: 'hello' }],
		['statuses that are an object', { statuses: { messageId: 'm' } }],
		['a creation request that is a text', { createContact: 'Anna' }],
	])('%s: 400, and nothing starts', async (_, body) => {
		const workflow = await use.published({});
		expect(await use.post(workflow, body)).toMatchObject({ status: 400 });
		expect(use.host.started).toEqual([]);
	});

	test('more than 5 MB: 413, and nothing starts', async () => {
		const workflow = await use.published({});
		const body = { messages: [message({ text: 'x'.repeat(5 * 1024 * 1024) })] };
		expect(await use.post(workflow, body)).toMatchObject({ status: 413 });
		expect(use.host.started).toEqual([]);
	});

	test.each([
		['the ping', { test: true }],
		['keys that no document names', { payments: [{ id: 1 }] }],
		['an event that was not chosen', { statuses: [{ messageId: 'm', status: 'read' }] }],
	])('%s: 200, and nothing starts', async (_, body) => {
		const workflow = await use.published({});
		expect(await use.post(workflow, body)).toEqual({ status: 200, body: { ok: true } });
		expect(use.host.started).toEqual([]);
	});

	test('the ping is answered without a token, as it comes before there is one to check', async () => {
		const workflow = await use.published({});
		expect(await use.post(workflow, { test: true }, '')).toMatchObject({ status: 200 });
		expect(use.host.started).toEqual([]);
	});
});

test.each([
	['a chat id that is a number', { messages: [message({ messageId: 'm-2', chatId: 7 })] }, 'm-2'],
	['a time that is a number', { statuses: [{ messageId: 's', timestamp: 1746540960002 }] }, 's'],
	['a contact that is a text', { messages: [message({ messageId: 'm-2', contact: '?' })] }, 'm-2'],
	[
		'a constructor that is null',
		{ messages: [message({ messageId: 'm-2', quotedMessage: { constructor: null } })] },
		'm-2',
	],
])('%s: the event comes with the others', async (_, odd, messageId) => {
	const workflow = await use.published({ events: ['messageReceived', 'messageStatus'] });
	const { messages = [], ...others } = odd as { messages?: IDataObject[] };
	const body = { messages: [message(), ...messages], ...others };
	expect(await use.post(workflow, body)).toEqual({ status: 200, body: { ok: true } });
	expect(use.items().map((item) => item.messageId)).toEqual(['m-1', messageId]);
	expect(use.host.warnings).toEqual([]);
});

test('what cannot be read is skipped, and logged without what it says', async () => {
	const workflow = await use.published({ events: ['messageReceived', 'messageStatus'] });
	const body = {
		messages: [{ text: 'a secret' }, message(), 'a secret'],
		statuses: [{ status: 'a secret' }],
	};
	expect(await use.post(workflow, body)).toEqual({ status: 200, body: { ok: true } });
	expect(use.items()).toMatchObject([{ messageId: 'm-1' }]);
	expect(use.host.warnings).toEqual([expect.stringContaining('2 of messages, 1 of statuses')]);
	expect(use.host.warnings.join()).not.toContain('a secret');
});

test('the registered token goes on working when the key in the credential is changed', async () => {
	const workflow = await use.published({});
	workflow.credentials = { ...workflow.credentials, apiKey: 'a-new-key' };
	expect(await use.post(workflow, { messages: [message()] })).toMatchObject({ status: 200 });
	expect(use.host.started).toHaveLength(1);
});

test('the token can be checked before anything was stored', async () => {
	const workflow = await use.published({});
	workflow.staticData = {};
	expect(await use.post(workflow, { messages: [message()] })).toMatchObject({ status: 200 });
	expect(use.host.started).toHaveLength(1);
});

test('by hand: the token that was filled in counts, and only that', async () => {
	const workflow = await use.published({ registration: 'manual', addressToken: 'made-up-by-hand' });
	const body = { messages: [message()] };
	expect(await use.post(workflow, body, 'wazzupToken=made-up')).toMatchObject({ status: 401 });
	expect(await use.post(workflow, body, 'wazzupToken=made-up-by-hand')).toMatchObject({
		status: 200,
	});
	expect(use.host.started).toHaveLength(1);
});
