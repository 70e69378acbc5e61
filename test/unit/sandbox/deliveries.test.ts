import { startSandbox, type Sandbox } from '../../../sandbox';
import { call, channelOf, event, everything, startCrm, type Crm } from './client';

let sandbox: Sandbox;
let crm: Crm;

beforeAll(async () => {
	sandbox = await startSandbox({ statusSteps: 2, webhookTimeout: 150 });
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

const set = (body: unknown) => call(sandbox, 'PATCH', '/v3/webhooks', body);
const subscribe = (subscriptions: object = everything) =>
	set({ webhooksUri: crm.url, subscriptions });
const chatId = '79011112233';
const customer = (text: string) =>
	sandbox.control.customerWrites({ channelId: channelOf(sandbox, 'whatsapp'), chatId, text });
const send = (body: object) =>
	call(sandbox, 'POST', '/v3/message', {
		channelId: channelOf(sandbox, 'whatsapp'),
		chatType: 'whatsapp',
		chatId,
		...body,
	});

describe('deliveries', () => {
	it('carry what the customer wrote', async () => {
		await subscribe();
		const { messageId } = sandbox.control.customerWrites({
			channelId: channelOf(sandbox, 'whatsapp'),
			chatId,
			text: 'hello',
			contact: { name: 'Anna' },
		});
		await sandbox.control.idle();
		expect(crm.bodies()).toEqual([
			{
				messages: [
					{
						messageId,
						channelId: channelOf(sandbox, 'whatsapp'),
						chatType: 'whatsapp',
						chatId,
						dateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
						type: 'text',
						isEcho: false,
						contact: { name: 'Anna' },
						text: 'hello',
						status: 'inbound',
					},
				],
			},
		]);
		expect(sandbox.control.deliveries().at(-1)).toMatchObject({
			kind: 'messages',
			done: true,
			status: 200,
		});
	});

	it('follow a sent message: its echo, then sent, delivered and read', async () => {
		await subscribe();
		const read = event(sandbox, 'status', ({ status }) => status === 'read');
		const { messageId } = (await send({ text: 'hi', crmUserId: '1' })).json as {
			messageId: string;
		};
		await read;
		await sandbox.control.idle();
		const status = (name: string) => ({
			statuses: [{ messageId, timestamp: expect.any(String), status: name }],
		});
		expect(crm.bodies()).toEqual([
			{
				messages: [
					expect.objectContaining({
						messageId,
						isEcho: true,
						status: 'sent',
						authorName: 'Kate Support',
					}),
				],
			},
			status('sent'),
			status('delivered'),
			status('read'),
		]);
	});

	it('leave the echo out when told so', async () => {
		sandbox.control.changeSettings({ echo: false, statusSteps: false });
		await subscribe();
		await send({ text: 'hi' });
		await sandbox.control.idle();
		expect(crm.bodies()).toEqual([]);
	});

	it('turn read when the customer opens the chat', async () => {
		sandbox.control.changeSettings({ statusSteps: 60_000 });
		await subscribe();
		await send({ text: 'hi' });
		const chat = { channelId: channelOf(sandbox, 'whatsapp'), chatId };
		expect([sandbox.control.customerReads(chat), sandbox.control.customerReads(chat)]).toEqual([
			1, 0,
		]);
		await sandbox.control.idle();
		expect(crm.bodies().at(-1)).toMatchObject({ statuses: [{ status: 'read' }] });
	});

	it.each([
		['wapi', 'whatsapp', '24_HOURS_EXCEEDED', 24],
		['instagram', 'instagram', '7_DAYS_EXCEEDED', 7 * 24],
	])('tell that the window of %s is over', async (transport, chatType, code, hours) => {
		await subscribe();
		const channelId = channelOf(sandbox, transport);
		const outcome = async () => {
			const error = event(sandbox, 'status', ({ status }) => ['read', 'error'].includes(status));
			const { status } = await send({ channelId, chatType, text: 'hi' });
			return [status, (await error).error?.error];
		};
		expect(await outcome()).toEqual([201, code]);
		sandbox.control.customerWrites({ channelId, chatId, text: 'hello' });
		expect(await outcome()).toEqual([201, undefined]);
		sandbox.control.advanceClock(hours * 3_600_000 - 60_000);
		expect(await outcome()).toEqual([201, undefined]);
		sandbox.control.advanceClock(61_000);
		expect(await outcome()).toEqual([201, code]);
		await sandbox.control.idle();
		expect(crm.bodies()).toContainEqual({
			statuses: [
				expect.objectContaining({
					status: 'error',
					error: { error: code, description: expect.any(String) },
				}),
			],
		});
	});

	it('fail with the code that the text asks for', async () => {
		const failed = event(sandbox, 'status', ({ status }) => status === 'error');
		await send({ text: 'hi #status-error:BAD_CONTACT' });
		expect((await failed).error?.error).toBe('BAD_CONTACT');
	});

	it('come one at a time, in the order of events, each once, whatever the CRM answers', async () => {
		await subscribe();
		let open = 0;
		let most = 0;
		crm.answerWith(() => {
			most = Math.max(most, (open += 1));
			open -= 1;
			return { status: 500 };
		});
		const texts = Array.from({ length: 20 }, (_, index) => `message ${index}`);
		texts.forEach(customer);
		await sandbox.control.idle();
		const messages = crm
			.bodies()
			.map((body) => (body.messages as Array<{ text: string }>)[0]?.text);
		expect([messages, most]).toEqual([texts, 1]);
	});

	it('are given up after the time-out, and the next ones follow', async () => {
		await subscribe();
		crm.answerWith((body) => (JSON.stringify(body).includes('slow') ? 'hang' : { status: 200 }));
		customer('slow');
		customer('fast');
		await sandbox.control.idle();
		expect(sandbox.control.deliveries().slice(1)).toMatchObject([
			{ done: true, error: 'No answer within 0.15 s' },
			{ done: true, status: 200 },
		]);
	});

	it('are only made for what is subscribed', async () => {
		await subscribe({ channelsUpdates: true });
		customer('hello');
		const channelId = channelOf(sandbox, 'whatsapp');
		sandbox.control.changeChannel(channelId, { state: 'qr', qr: 'data:image/png;base64,AA==' });
		sandbox.control.changeTemplate(
			sandbox.control.state().templates[0]?.templateGuid ?? '',
			'PAUSED',
		);
		await sandbox.control.idle();
		expect(crm.bodies()).toEqual([
			{
				channelsUpdates: [
					{
						channelId,
						state: 'qr',
						qr: 'data:image/png;base64,AA==',
						timestamp: expect.any(Number),
					},
				],
			},
		]);
		expect((await call(sandbox, 'GET', '/v3/channels')).json).toContainEqual(
			expect.objectContaining({ channelId, state: 'qr' }),
		);
	});

	it('carry a QR code only while one has to be scanned', async () => {
		await subscribe();
		const channelId = channelOf(sandbox, 'whatsapp');
		sandbox.control.changeChannel(channelId, { state: 'qr', qr: 'data:image/png;base64,AA==' });
		expect(sandbox.control.changeChannel(channelId, { state: 'active' })).not.toHaveProperty('qr');
		await sandbox.control.idle();
		expect(crm.bodies().at(-1)).toEqual({
			channelsUpdates: [{ channelId, state: 'active', timestamp: expect.any(Number) }],
		});
	});

	it('tell the status of a template', async () => {
		await subscribe({ templateStatus: true });
		const templateGuid = sandbox.control.state().templates[0]?.templateGuid ?? '';
		sandbox.control.changeTemplate(templateGuid, 'PAUSED');
		await sandbox.control.idle();
		expect(crm.bodies()).toEqual([
			{ templateStatus: { templateGuid, name: 'order_status', status: 'PAUSED' } },
		]);
	});

	it('can be made again, or made up', async () => {
		await subscribe();
		customer('hello');
		await sandbox.control.idle();
		const first = sandbox.control.deliveries().at(-1);
		const again = await sandbox.control.redeliver(first?.id ?? 0);
		expect([again.body, again.status]).toEqual([first?.body, 200]);
		await sandbox.control.deliver({ forged: 'yes' });
		expect(crm.bodies().slice(-2)).toEqual([first?.body, { forged: 'yes' }]);
	});
});
