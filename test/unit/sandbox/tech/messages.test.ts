import { startSandbox, type Sandbox } from '../../../../sandbox';
import { contact } from '../../api/tech/entities';
import { event, type Crm } from '../client';
import { channelOf, member, request, subscribedCrm } from './client';

let sandbox: Sandbox;
let crm: Crm;
let items: (event: string) => unknown[];

beforeAll(async () => {
	sandbox = await startSandbox({ statusSteps: 2, repeats: 0 });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
	sandbox.control.reset();
	const names = ['add', 'status_update', 'edit', 'delete'].map((name) => `message.${name}`);
	({ crm, items } = await subscribedCrm(sandbox, ...names));
});
afterEach(() => crm.close());

const chat = { chat_type: 'whatsapp', chat_id: '79011112233' };
const body = (changes: object = {}) => ({
	channel_id: channelOf(sandbox, 'whatsapp').channelId,
	recipient: chat,
	text: 'Hello',
	...changes,
});
const post = (changes: object = {}) => request(sandbox, 'POST', '/v2/messages', body(changes));

/** Sends and waits until the message is read or has failed; gives the reply with the statuses as delivered. */
async function sent(changes: object = {}) {
	const end = event(sandbox, 'status', ({ status }) => ['read', 'error'].includes(status));
	const reply = await post(changes);
	const { messageId, error } = await end;
	await sandbox.control.idle();
	const statuses = items('message.status_update').map((item) => member(item, 'status'));
	return { reply, messageId, statuses, error: error?.error };
}

describe('a message', () => {
	it('is taken over with request_id, then comes as an echo with its fate', async () => {
		const { reply, messageId, statuses } = await sent({ crm_user_id: '1' });
		const request_id = member(reply.data, 'request_id');
		expect(reply.json).toEqual({ data: { request_id }, meta: { timestamp: expect.any(Number) } });
		expect(items('message.add')).toEqual([
			{
				message_id: messageId,
				channel_id: channelOf(sandbox, 'whatsapp').channelId,
				direction: 'outbound',
				type: 'text',
				timestamp: expect.any(Number),
				status: 'accepted',
				crm_user_id: '1',
				recipient: { ...chat, name: chat.chat_id, username: null, phone: chat.chat_id },
				text: 'Hello',
				attachment: null,
			},
		]);
		expect(statuses).toEqual(['sent', 'delivered', 'read']);
		expect(items('message.status_update')[0]).toEqual({
			message_id: messageId,
			channel_id: expect.any(String),
			request_id,
			status: 'sent',
			timestamp: expect.any(Number),
		});
	});

	it('does not exist yet when it is answered', async () => {
		sandbox.control.changeSettings({ statusSteps: 60_000 });
		await post();
		expect(sandbox.control.chats()).toEqual([]);
	});

	it('can leave the CRM without the link to its request', async () => {
		sandbox.control.changeSettings({ requestIds: false });
		await sent();
		expect(items('message.status_update')[0]).not.toHaveProperty('request_id');
	});

	it('carries a file as it was given', async () => {
		const attachment = {
			url: 'https://x.example/a.png',
			name: 'a.png',
			mimetype: 'image/png',
			size: 9,
		};
		await sent({ text: undefined, attachment });
		expect(items('message.add')).toMatchObject([{ type: 'image', attachment }]);
	});

	it('finds a Telegram chat by username', async () => {
		const { channelId } = channelOf(sandbox, 'tgapi');
		const recipient = { chat_type: 'telegram', username: 'anna' };
		await sent({ channel_id: channelId, recipient });
		const { chatId } = sandbox.control.customerWrites({
			channelId,
			contact: { username: 'anna' },
			text: 'hi',
		});
		expect(chatId).toMatch(/^[\w-]{36}$/);
		expect(items('message.add')[0]).toMatchObject({
			recipient: { chat_id: chatId, username: 'anna' },
		});
	});

	it('answers by template', async () => {
		const { wabaTemplates } = sandbox.control.tech.account();
		const { channelId } = channelOf(sandbox, 'wapi');
		const template = { template_id: wabaTemplates[0]?.id };
		const { statuses } = await sent({ channel_id: channelId, text: undefined, template });
		expect(statuses).toContain('read');
		expect(items('message.add')).toMatchObject([
			{ type: 'wapi_template', text: expect.stringContaining('Hello {{1}}') },
		]);
		const date = sandbox.control.state().now.slice(0, 10);
		const path = `/v2/channels/waba/${channelId}/transactions/`;
		expect((await request(sandbox, 'GET', path + date)).data).toMatchObject({ count: 1 });
		expect((await request(sandbox, 'GET', `${path}2020-01-01`)).data).toEqual({
			transactions: [],
			count: 0,
		});
		expect((await request(sandbox, 'GET', `${path}yesterday`)).status).toBe(400);
	});

	it.each([
		[
			{ attachment: { url: 'https://x.example/a' } },
			'Cannot provide more than one of text, attachment or template',
		],
		[{ text: undefined }, 'nothing to send'],
		[{ text: '' }, 'text should not be empty'],
		[
			{ recipient: { chat_type: 'telegram', chat_id: '1' } },
			'recipient.chat_type must be one of the following values: whatsapp, whatsgroup',
		],
		[{ recipient: { chat_type: 'whatsapp' } }, 'whom to write to'],
		[{ crm_message_id: '1' }, 'property crm_message_id should not exist'],
		[{ recipient: { ...chat, name: 'Anna' } }, 'recipient.property name should not exist'],
	])('is refused with %p', async (changes, sentence) => {
		const { status, code, errors } = await post(changes);
		expect([status, code]).toEqual([400, 'VALIDATION_FAILED']);
		expect(errors?.join()).toContain(sentence);
	});

	it('is refused on a channel of another account, and where a mark asks for it', async () => {
		const other = await request(sandbox, 'POST', '/v2/messages', body(), { account: '87654321' });
		expect([other.status, other.code]).toEqual([400, 'CHANNEL_NOT_FOUND']);
		expect((await post({ text: 'x #error:BALANCE_IS_EMPTY' })).code).toBe('BALANCE_IS_EMPTY');
	});
});

describe('a message that is taken over and fails', () => {
	const failure = async (changes: object = {}) => {
		const { reply, error, statuses } = await sent(changes);
		return [reply.status, statuses.at(-1), error];
	};

	it('because its author has no role on the channel, only reads, or sells to others', async () => {
		const noAccess = [200, 'error', 'chat_no_access'];
		expect(await failure({ crm_user_id: 'ghost' })).toEqual(noAccess);
		const { channelId: channel_id } = channelOf(sandbox, 'whatsapp');
		const own = { ...contact, contact_data: [chat], responsible_user_id: '1' };
		await request(sandbox, 'POST', '/v2/contacts', { contacts: [own] });
		expect(await failure({ crm_user_id: '2' })).toEqual(noAccess);
		const theirs = { ...own, responsible_user_id: '2' };
		await request(sandbox, 'POST', '/v2/contacts', { contacts: [theirs] });
		expect(await failure({ crm_user_id: '2' })).toEqual([200, 'read', undefined]);
		const user_roles = [{ channel_id, user_id: '1', role: 'auditor' }];
		await request(sandbox, 'PATCH', '/v2/settings', { user_roles });
		expect(await failure({ crm_user_id: '1' })).toEqual(noAccess);
	});

	it('because the channel does not work, the window is over, or a mark says so', async () => {
		const { channelId: channel_id } = channelOf(sandbox, 'wapi');
		expect(await failure({ channel_id })).toEqual([200, 'error', '24_HOURS_EXCEEDED']);
		sandbox.control.customerWrites({ channelId: channel_id, chatId: chat.chat_id, text: 'hi' });
		expect(await failure({ channel_id })).toEqual([200, 'read', undefined]);
		sandbox.control.tech.changeChannel(channel_id, { state: 'blocked' });
		expect(await failure({ channel_id })).toEqual([200, 'error', 'MESSAGE_CHANNEL_UNAVAILABLE']);
		expect(await failure({ text: 'x #status-error:BAD_CONTACT' })).toEqual([
			200,
			'error',
			'BAD_CONTACT',
		]);
		expect(items('message.status_update').at(-1)).toMatchObject({
			error: { code: 'BAD_CONTACT', description: expect.any(String) },
		});
	});
});

describe('afterwards', () => {
	it('a message is edited and deleted', async () => {
		const { messageId } = await sent();
		const path = `/v2/messages/${messageId}`;
		expect((await request(sandbox, 'PATCH', path, { text: 'Bye', mood: 'sad' })).data).toBeNull();
		expect((await request(sandbox, 'PATCH', path, {})).status).toBe(400);
		expect((await request(sandbox, 'DELETE', path)).data).toBeNull();
		expect((await request(sandbox, 'DELETE', path)).status).toBe(404);
		await sandbox.control.idle();
		const named = { message_id: messageId, channel_id: channelOf(sandbox, 'whatsapp').channelId };
		expect(items('message.edit')).toEqual([{ ...named, text: 'Bye', attachment: null }]);
		expect(items('message.delete')).toEqual([named]);
	});

	it("a customer's message is not", async () => {
		const { channelId } = channelOf(sandbox, 'whatsapp');
		const { messageId } = sandbox.control.customerWrites({ channelId, chatId: '7901', text: 'hi' });
		expect((await request(sandbox, 'DELETE', `/v2/messages/${messageId}`)).status).toBe(404);
	});
});

describe('the customer', () => {
	it('writes, with a file of the sandbox', async () => {
		const { channelId } = channelOf(sandbox, 'tgapi');
		const contentUri = sandbox.control.addFile(Buffer.from('abc'), 'image/png', 'a.png');
		const { chatId } = sandbox.control.customerWrites({
			channelId,
			chatType: 'telegroup',
			chatId: '-100',
			contentUri,
			contact: { name: 'Anna', username: 'anna', phone: '7905' },
		});
		await sandbox.control.idle();
		expect(items('message.add')).toMatchObject([
			{
				direction: 'inbound',
				recipient: { chat_id: chatId, chat_type: 'telegroup', name: 'Anna', phone: '7905' },
				sender: { name: 'Anna', username: 'anna' },
				attachment: { url: contentUri, name: 'a.png', mimetype: 'image/png', size: 3 },
			},
		]);
	});

	it('is on the chat page, under the account', async () => {
		const { channelId } = channelOf(sandbox, 'whatsapp');
		sandbox.control.customerWrites({ channelId, chatId: '7901', text: 'hi' });
		expect(sandbox.control.chats()).toMatchObject([{ channelId, account: sandbox.accountId }]);
		const shown = (await (await fetch(`${sandbox.url}/_sandbox/state`)).json()) as {
			channels: Array<{ channelId: string; account?: string }>;
			chats: unknown[];
		};
		expect(shown.channels.filter(({ account }) => account === sandbox.accountId)).toHaveLength(6);
		expect(shown.chats).toHaveLength(1);
		expect(sandbox.control.state()).toMatchObject({ chats: [] });
	});
});
