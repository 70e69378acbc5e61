import { startSandbox, type ChatMessage, type Sandbox } from '../../../sandbox';
import { call, channelOf, everything, startCrm, type Crm } from './client';

let sandbox: Sandbox;
let crm: Crm;

beforeAll(async () => {
	sandbox = await startSandbox({ statusSteps: false });
	crm = await startCrm();
});
afterAll(async () => {
	await sandbox.close();
	await crm.close();
});
beforeEach(() => {
	sandbox.control.reset();
	crm.answerWith(() => ({ status: 200 }));
});

const chat = { chatType: 'whatsapp', chatId: '79011112233' };
const send = (body: object, key?: string) =>
	call(
		sandbox,
		'POST',
		'/v3/message',
		{ channelId: channelOf(sandbox, 'whatsapp'), ...chat, ...body },
		{ key },
	);
const codeOf = async (body: object) => {
	const { status, json } = await send(body);
	return status === 400 ? (json as { error: string }).error : status;
};
const idOf = async (body: object) => ((await send(body)).json as { messageId: string }).messageId;
const shown = (messageId: string): ChatMessage => {
	const messages = sandbox.control
		.chats()
		.flatMap(({ channelId, chatId }) => sandbox.control.messages(channelId, chatId));
	const message = messages.find((each) => each.messageId === messageId);
	if (!message) throw new Error('The message is gone.');
	return message;
};
const nowhere = '99999999-9999-4999-8999-999999999999';

describe('what is refused', () => {
	it('names the fields at fault in the envelope with a request id', async () => {
		const { status, json } = await send({ channelId: 'x', chatType: 'pager', text: 'hi' });
		expect([status, json]).toEqual([
			400,
			{
				status: 400,
				requestId: expect.any(String),
				error: 'INVALID_MESSAGE_DATA',
				description: expect.any(String),
				data: { fields: ['channelId', 'chatType'] },
			},
		]);
	});

	it.each([
		[{ text: 'hi', chatId: '+7 901' }, ['chatId']],
		[{ text: 'hi', chatId: undefined }, ['chatId']],
		[{ text: 'hi', chatId: undefined, phone: '79011112233' }, ['phone']],
		[{ text: 'hi', refMessageId: 'x' }, ['refMessageId']],
		[{ contentUri: 'no link' }, ['contentUri']],
		[{ templateId: nowhere }, ['templateId']],
	])('%p is INVALID_MESSAGE_DATA of %p', async (body, fields) => {
		expect((await send(body)).json).toMatchObject({
			error: 'INVALID_MESSAGE_DATA',
			data: { fields },
		});
	});

	it('says with its own code what the text and the channel are missing', async () => {
		const withState = (transport: string, state: string) => ({
			text: 'hi',
			channelId: channelOf(sandbox, transport, state),
		});
		const telegram = { chatType: 'telegram' };
		const cases: Array<[string, object]> = [
			['MESSAGE_NOTHING_TO_SEND', {}],
			['MESSAGES_TEXT_CAN_NOT_BE_BLANK', { text: '' }],
			['MESSAGE_ONLY_TEXT_OR_CONTENT', { text: 'hi', contentUri: 'https://example.com/a.png' }],
			['MESSAGE_TEXT_TOO_LONG', { text: 'x'.repeat(10_001) }],
			['CHANNEL_NOT_FOUND', { text: 'hi', channelId: nowhere }],
			['CHANNEL_NO_MONEY', withState('whatsapp', 'notEnoughMoney')],
			['MESSAGE_CHANNEL_UNAVAILABLE', withState('whatsapp', 'qr')],
			['CHANNEL_BLOCKED', { ...withState('tgapi', 'blocked'), ...telegram }],
			['REFERENCE_MESSAGE_NOT_FOUND', { text: 'hi', refMessageId: nowhere }],
			['MESSAGES_IS_SPAM', { text: 'buy #error:MESSAGES_IS_SPAM' }],
		];
		for (const [code, body] of cases) expect([code, await codeOf(body)]).toEqual([code, code]);
		expect(sandbox.control.chats()).toEqual([]);
	});

	it('tells a chat type that the transport does not carry', async () => {
		const channelId = channelOf(sandbox, 'vk');
		expect((await send({ channelId, text: 'hi' })).json).toMatchObject({
			error: 'WRONG_TRANSPORT',
			data: { channelId, transport: 'vk', chatType: 'whatsapp' },
		});
	});
});

describe('the duplicate guard', () => {
	it('refuses a crmMessageId for 60 s and stores nothing', async () => {
		expect((await send({ text: 'hi', crmMessageId: 'order-1' })).status).toBe(201);
		expect((await send({ text: 'hi', crmMessageId: 'order-1' })).json).toMatchObject({
			error: 'REPEATED_CRM_MESSAGE_ID',
			data: { crmMessageId: 'order-1' },
		});
		sandbox.control.advanceClock(59_000);
		expect(await codeOf({ text: 'hi', crmMessageId: 'order-1' })).toBe('REPEATED_CRM_MESSAGE_ID');
		expect(sandbox.control.messages(channelOf(sandbox, 'whatsapp'), chat.chatId)).toHaveLength(1);
		sandbox.control.advanceClock(1_000);
		expect(await codeOf({ text: 'hi', crmMessageId: 'order-1' })).toBe(201);
	});

	it('lets a message that was refused for another reason come again', async () => {
		const body = { crmMessageId: 'order-2', refMessageId: nowhere, text: 'hi' };
		expect(await codeOf(body)).toBe('REFERENCE_MESSAGE_NOT_FOUND');
		expect(await codeOf({ ...body, refMessageId: undefined })).toBe(201);
	});

	it('holds for two requests at once', async () => {
		const url = sandbox.control.addFile(Buffer.from('%PDF'), 'application/pdf', 'a.pdf');
		const body = { contentUri: url, crmMessageId: 'order-3' };
		const statuses = (await Promise.all([send(body), send(body)])).map(({ status }) => status);
		expect(statuses.sort()).toEqual([201, 400]);
	});
});

describe('who is written to, and by whom', () => {
	it('makes a GUID for a Telegram username or phone, the same each time', async () => {
		const telegram = (mark: object) =>
			send({
				channelId: channelOf(sandbox, 'tgapi'),
				chatType: 'telegram',
				chatId: undefined,
				text: 'hi',
				...mark,
			});
		const chatIds = [];
		for (const mark of [{ username: 'anna' }, { username: 'anna' }, { phone: '79011112233' }]) {
			chatIds.push(((await telegram(mark)).json as { chatId: string }).chatId);
		}
		expect(chatIds[0]).toMatch(/^[0-9a-f-]{36}$/);
		expect(chatIds[1]).toBe(chatIds[0]);
		expect(chatIds[2]).not.toBe(chatIds[0]);
	});

	it('shows the user of crmUserId as author, unless a sidecar key sends', async () => {
		const body = { text: 'hi', crmUserId: '2' };
		expect(shown(await idOf(body))).toMatchObject({ authorId: '2', authorName: 'Alex Sales' });
		const { json } = await send(body, sandbox.sidecarKey);
		expect(shown((json as { messageId: string }).messageId).authorName).toBeUndefined();
	});

	it('counts what a user has not answered', async () => {
		const channelId = channelOf(sandbox, 'whatsapp');
		const counter = async (user: string) =>
			(await call(sandbox, 'GET', `/v3/unanswered/${user}`)).json as {
				counterV2: number;
				type: string;
			};
		await call(sandbox, 'POST', '/v3/contacts', [
			{ id: '1', responsibleUserId: '2', name: 'Anna', contactData: [chat] },
		]);
		for (const text of ['one', 'two']) {
			sandbox.control.customerWrites({ channelId, chatId: chat.chatId, text });
		}
		expect(await counter('2')).toMatchObject({ counterV2: 2, type: 'red' });
		expect(await counter('1')).toMatchObject({ counterV2: 0 });
		await send({ text: 'robot', clearUnanswered: false });
		expect(await counter('2')).toMatchObject({ counterV2: 2 });
		await send({ text: 'human' });
		expect(await counter('2')).toMatchObject({ counterV2: 0 });
		sandbox.control.customerWrites({ channelId, chatId: '79990000000', text: 'stranger' });
		expect(await counter('1')).toMatchObject({ counterV2: 1, type: 'grey' });
	});
});

describe('editing and deleting', () => {
	const edit = (id: string, body: object) => call(sandbox, 'PATCH', `/v3/message/${id}`, body);
	const remove = (id: string) => call(sandbox, 'DELETE', `/v3/message/${id}`);

	it('change the message and tell what it was', async () => {
		await call(sandbox, 'PATCH', '/v3/webhooks', {
			webhooksUri: crm.url,
			subscriptions: everything,
		});
		const id = await idOf({ text: 'first', crmUserId: '1' });
		expect([(await edit(id, { text: 'second' })).status, (await remove(id)).status]).toEqual([
			200, 200,
		]);
		await sandbox.control.idle();
		expect(crm.bodies().slice(-2)).toMatchObject([
			{
				messages: [
					{
						messageId: id,
						text: 'second',
						isEdited: true,
						isEcho: true,
						oldInfo: { oldText: 'first', oldAuthorId: '1', oldAuthorName: 'Kate Support' },
					},
				],
			},
			{ messages: [{ messageId: id, isDeleted: true, oldInfo: { oldText: 'second' } }] },
		]);
		expect((await remove(id)).json).toMatchObject({ error: 'MESSAGES_NOT_FOUND' });
	});

	it('are refused where the documents say so', async () => {
		const id = await idOf({
			text: 'hi #edit-error:MESSAGES_EDITING_TIME_EXPIRED #delete-error:CHAT_NO_ACCESS',
		});
		const buttons = await idOf({
			text: 'hi',
			buttonsObject: { buttons: [{ text: 'Yes', type: 'text' }] },
		});
		const theirs = sandbox.control.customerWrites({
			channelId: channelOf(sandbox, 'whatsapp'),
			chatId: chat.chatId,
			text: 'hi',
		});
		const waba = await idOf({ channelId: channelOf(sandbox, 'wapi'), text: 'hi' });
		const cases: Array<[string, Awaited<ReturnType<typeof edit>>]> = [
			[
				'MESSAGES_ONLY_TEXT_OR_CONTENT',
				await edit(id, { text: 'a', contentUri: 'https://example.com' }),
			],
			['MESSAGE_NOTHING_TO_SEND', await edit(id, {})],
			['MESSAGES_TEXT_CAN_NOT_BE_BLANK', await edit(id, { text: '' })],
			['MESSAGES_NOT_FOUND', await edit(nowhere, { text: 'a' })],
			['MESSAGES_NOT_FOUND', await edit(theirs.messageId, { text: 'a' })],
			['MESSAGES_CONTAIN_BUTTONS', await edit(buttons, { text: 'a' })],
			['MESSAGES_EDITING_TIME_EXPIRED', await edit(id, { text: 'a' })],
			['CHANNEL_INVALID_TRANSPORT_FOR_EDITING', await edit(waba, { text: 'a' })],
			['CHANNEL_INVALID_TRANSPORT_FOR_DELETION', await remove(waba)],
			['CHAT_NO_ACCESS', await remove(id)],
		];
		for (const [code, { status, json }] of cases) {
			expect([code, status, json]).toMatchObject([code, 400, { error: code }]);
		}
	});
});
