import { legacyDelivery } from '../../../../api/events/legacy';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { channelOf, event, startCrm, type Crm } from '../client';
import { request } from './client';

let sandbox: Sandbox;
let crm: Crm;

beforeAll(async () => {
	sandbox = await startSandbox({ statusSteps: 2, webhookTimeout: 1_000 });
	crm = await startCrm();
});
afterAll(async () => {
	await sandbox.close();
	await crm.close();
});
beforeEach(() => {
	sandbox.control.reset();
	crm.received.length = 0;
	crm.answerWith(() => ({ status: 200 }));
});

const set = async (url: unknown) => {
	const { status, json } = await request(sandbox, 'PUT', '/v2/webhooks', { url });
	return [status, json];
};
const get = async () => (await request(sandbox, 'GET', '/v2/webhooks')).json;
const chatId = '79011112233';
const customer = (transport = 'whatsapp', id = chatId) =>
	sandbox.control.customerWrites({
		channelId: channelOf(sandbox, transport),
		chatId: id,
		text: 'hello',
		contact: { name: 'Anna' },
	});
const send = (text = 'hi') =>
	request(sandbox, 'POST', '/v2/send_message', {
		channelId: channelOf(sandbox, 'whatsapp'),
		chatType: 'whatsapp',
		chatId,
		text,
	});
/** Deliveries after the test. */
const told = async () => {
	await sandbox.control.idle();
	return crm.received.slice(1).map(({ body }) => body);
};

describe('the address', () => {
	it('is tested with empty lists, stored, and compared with the earlier one', async () => {
		expect(await get()).toEqual({ webhooksUrl: null });
		expect(await set(crm.url)).toEqual([200, { webhooksUrl: crm.url, webhooksUrlChanged: true }]);
		expect(crm.received).toMatchObject([{ body: { messages: [], channels: [], statuses: [] } }]);
		expect(await set(crm.url)).toEqual([200, { webhooksUrl: crm.url, webhooksUrlChanged: false }]);
		expect(await get()).toEqual({ webhooksUrl: crm.url });
		expect(sandbox.control.state().webhooks.webhooksUri).toBeNull();
	});

	it('is switched off with null, without a test', async () => {
		await set(crm.url);
		expect(await set(null)).toEqual([200, { webhooksUrl: null, webhooksUrlChanged: true }]);
		customer();
		expect(await told()).toEqual([]);
	});

	it('stays when the new one does not answer 200', async () => {
		await set(crm.url);
		for (const answer of [{ status: 201 }, { status: 500 }, 'hang'] as const) {
			crm.answerWith(() => answer);
			expect(await set(`${crm.url}&other`)).toEqual([
				400,
				{ error: { code: 'testPostNotPassed' } },
			]);
		}
		expect(await get()).toEqual({ webhooksUrl: crm.url });
	});

	it.each(['', 'example.com', 'ftp://example.com', 5, undefined])('%j is none', async (url) => {
		expect(await set(url)).toEqual([400, { error: { code: 'VALIDATION_ERROR' } }]);
	});
});

it('tells what the customer writes, in numbers', async () => {
	await set(crm.url);
	const { messageId, channelId, dateTime } = customer();
	expect(await told()).toEqual([
		{
			messages: [
				{
					messageId,
					channelId,
					chatType: 'whatsapp',
					chatId,
					dateTime: Date.parse(dateTime),
					type: 1,
					status: 99,
					text: 'hello',
					authorType: 99,
					authorName: 'Anna',
				},
			],
		},
	]);
});

it('tells what the business sends together with its first status, then the others', async () => {
	await set(crm.url);
	const isRead = event(sandbox, 'status', ({ status }) => status === 'read');
	const { json } = await send();
	await isRead;
	const { messageId } = json as { messageId: string };
	const bodies = await told();
	expect(bodies[0]).toEqual({
		messages: [expect.objectContaining({ messageId, type: 1, status: 1, authorType: 9 })],
		statuses: [{ messageId, status: 1 }],
	});
	expect(bodies.slice(1).flatMap((body) => legacyDelivery.parse(body).statuses)).toEqual([
		{ messageId, status: 2 },
		{ messageId, status: 3 },
	]);
	expect(sandbox.control.deliveries().at(1)).toMatchObject({
		kind: 'messages, statuses',
		surface: 'legacy',
		status: 200,
	});
});

it.each([
	['TOO_LONG_TEXT', 14],
	['SPAM', 18],
	['24_HOURS_EXCEEDED', 66],
])('tells the reason %s as %j', async (code, status) => {
	await set(crm.url);
	const failed = event(sandbox, 'status', (change) => change.status === 'error');
	await send(`#status-error:${code}`);
	await failed;
	expect((await told()).at(-1)).toMatchObject({ statuses: [{ status }] });
});

it('tells of several customers in one delivery while the address is slow', async () => {
	await set(crm.url);
	const started = event(sandbox, 'delivery', ({ done }) => !done);
	customer();
	await started;
	customer('whatsapp', '79011112244');
	customer('whatsapp', '79011112255');
	sandbox.control.changeChannel(channelOf(sandbox, 'vk'), { state: 'qr' });
	expect(await told()).toMatchObject([
		{ messages: [{ chatId }] },
		{
			messages: [{ chatId: '79011112244' }, { chatId: '79011112255' }],
			channels: [{ transport: 'vk', state: 'qr' }],
		},
	]);
});

it('says nothing of messengers that the document does not have', async () => {
	await set(crm.url);
	customer('viber');
	customer('avito', '5');
	expect(await told()).toEqual([]);
});

it('tells the new list when a channel comes or goes', async () => {
	await set(crm.url);
	const before = sandbox.control.state().channels.length;
	const { channelId } = sandbox.control.addChannel({ transport: 'vk', plainId: '7' });
	const [added] = await told();
	expect(legacyDelivery.parse(added).channelsList).toHaveLength(before + 1);
	expect(added).toMatchObject({
		channelsList: expect.arrayContaining([
			{ channelId, transport: 'vk', plainId: '7', state: 'active' },
		]),
	});
	sandbox.control.removeChannel(channelId);
	expect(legacyDelivery.parse((await told()).at(-1)).channelsList).toHaveLength(before);
	expect(() => sandbox.control.removeChannel(channelId)).toThrow('no channel');
	expect(() => sandbox.control.addChannel({ transport: 'fax', plainId: '7' })).toThrow('fax');
});

it('repeats a delivery to the address it went to, and forgets what waits on a reset', async () => {
	await set(crm.url);
	customer();
	await told();
	const { id = 0 } = sandbox.control.deliveries().at(-1) ?? {};
	await set(null);
	expect(await sandbox.control.redeliver(id)).toMatchObject({ status: 200, surface: 'legacy' });
	await set(crm.url);
	const arrived = new Promise<void>((resolve) => {
		crm.answerWith(() => (resolve(), 'hang'));
	});
	customer();
	await arrived;
	customer();
	sandbox.control.reset();
	crm.answerWith(() => ({ status: 200 }));
	await set(crm.url);
	await sandbox.control.idle();
	expect(sandbox.control.deliveries().map(({ kind }) => kind)).toEqual(['test']);
});
