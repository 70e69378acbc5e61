import type { IDataObject } from 'n8n-workflow';
import { range } from 'lodash';
import { byId } from '../wazzup/useSandbox';
import { useTech } from './useTech';

const tech = useTech();

const channelOf = (transport: string, accountId = tech.accountId) => {
	const channel = tech.control.tech
		.account(accountId)
		.channels.find((each) => each.transport === transport && each.state === 'active');
	if (!channel) throw new Error(`No ${transport} channel is active`);
	return channel.channelId;
};
const send = (): IDataObject => ({
	resource: 'message',
	operation: 'send',
	channelId: byId(channelOf('whatsapp')),
	chatId: '={{ $json.to ?? "79011112233" }}',
	text: '={{ $json.text ?? "hello" }}',
});
/** The messages of a chat, as soon as there are so many: Wazzup answers first, and sends after that. */
async function chat(count: number, chatId = '79011112233', channelId = channelOf('whatsapp')) {
	const messages = () => tech.control.messages(channelId, chatId);
	while (messages().length < count) await new Promise((resolve) => setImmediate(resolve));
	return messages();
}
const requests = () => tech.requests('POST', '/v2/messages');
const onError = { onError: 'continueErrorOutput' } as const;

test('Send: the message is in the chat, and the request id comes back', async () => {
	const { items, error } = await tech.run(send());
	expect(error).toBeUndefined();
	expect(items).toEqual([{ request_id: expect.any(String) }]);
	expect(await chat(1)).toMatchObject([{ text: 'hello', direction: 'out' }]);
});

test('Send: a file with a quote and an author', async () => {
	await tech.run(send());
	const [first] = await chat(1);
	const { error } = await tech.run({
		...send(),
		content: 'file',
		fileUrl: 'https://example.com/a.png',
		fileDetails: { name: 'a.png', mimetype: 'image/png' },
		options: { quotedMessageId: first?.messageId, crmUserId: byId('1') },
	});
	expect(error).toBeUndefined();
	expect((await chat(2))[1]).toMatchObject({
		type: 'image',
		contentUri: 'https://example.com/a.png',
		authorId: '1',
		quoted: { messageId: first?.messageId },
	});
});

test('Send: 30 messages to one chat arrive in order', async () => {
	const texts = range(30).map((index) => `message ${index}`);
	// The first one is held back: the others may not overtake it.
	tech.control.addFault({ match: { path: '/v2/messages' }, kind: '429', times: 1 });
	const { error } = await tech.run(
		send(),
		texts.map((text) => ({ text })),
	);
	expect(error).toBeUndefined();
	expect((await chat(30)).map(({ text }) => text)).toEqual(texts);
});

test('Send: what cannot be sent, and what is refused, fails by itself', async () => {
	const { items, failed } = await tech.run(
		{ ...send(), chatType: '={{ $json.type ?? "whatsapp" }}' },
		[
			{ text: '' },
			{ text: 'good' },
			{ text: 'bad #error:MESSAGES_IS_SPAM' },
			{ type: 'viber' },
			{ to: '79013334455' },
		],
		onError,
	);
	expect(items).toHaveLength(2);
	expect(failed).toMatchObject([
		{ error: 'Text is empty' },
		{ details: { code: 'MESSAGES_IS_SPAM' } },
		{ details: { code: 'VALIDATION_FAILED' } },
	]);
	expect((await chat(1)).map(({ text }) => text)).toEqual(['good']);
	expect(await chat(1, '79013334455')).toHaveLength(1);
});

test('Send: an answer that is lost is never sent again, and told as such', async () => {
	tech.control.addFault({ match: { path: '/v2/messages' }, kind: 'dropAfter', times: 1 });
	const { error } = await tech.run(send());
	expect(error?.description).toContain('may have carried it out');
	expect(requests()).toHaveLength(1);
	expect(await chat(1)).toHaveLength(1);
});

test('Send: Retry On Fail of n8n does not send again what went out, or may have', async () => {
	tech.control.addFault({ match: { path: '/v2/messages' }, kind: 'dropAfter', times: 1 });
	const { error } = await tech.run(
		send(),
		[{ text: 'lost' }, { text: 'second' }, { text: 'third #error:MESSAGES_IS_SPAM' }],
		{ retryOnFail: true, onError: 'continueErrorOutput' },
	);
	expect(error).toBeUndefined();
	await tech.run(send(), [{ text: 'one' }, { text: 'two #error:MESSAGES_IS_SPAM' }], {
		retryOnFail: true,
	});
	expect((await chat(3)).map(({ text }) => text)).toEqual(['lost', 'second', 'one']);
});

test('Send: two runs send the same text twice, since that is what they were asked for', async () => {
	await tech.run(send());
	await tech.run(send());
	expect(await chat(2)).toHaveLength(2);
});

test('Send: a 429 is waited for', async () => {
	tech.control.addFault({ match: { path: '/v2/messages' }, kind: '429', times: 1 });
	const { error } = await tech.run(send());
	expect(error).toBeUndefined();
	expect(await chat(1)).toHaveLength(1);
});

test('Send: items of two accounts go out in their own account', async () => {
	const other = tech.control.tech.createAccount({ partner: tech.login().email }).accountId;
	const connect = { resource: 'apiRequest', operation: 'send', accountId: other };
	await tech.runForAccount({
		...{ ...connect, method: 'POST', path: '/v2/channels' },
		body: '{ "transport": "telegram", "credentials": { "telegram_token": "1:a" } }',
	});
	const isThere = () => tech.control.tech.account(other).channels[0]?.state === 'active';
	while (!isThere()) await new Promise((resolve) => setImmediate(resolve));
	const { items, failed } = await tech.runForAccount(
		{
			...send(),
			accountId: '={{ $json.accountId }}',
			channelId: { __rl: true, mode: 'id', value: '={{ $json.channelId }}' },
			chatType: '={{ $json.type }}',
		},
		[
			{ accountId: tech.accountId, channelId: channelOf('whatsapp'), type: 'whatsapp' },
			{ accountId: other, channelId: channelOf('telegram', other), type: 'telegram' },
			{ accountId: other, channelId: channelOf('whatsapp'), type: 'whatsapp' },
		],
		onError,
	);
	expect(items).toHaveLength(2);
	expect(failed).toMatchObject([{ details: { code: 'CHANNEL_NOT_FOUND' } }]);
	expect(requests().map(({ account }) => account)).toEqual(
		expect.arrayContaining([tech.accountId, other, other]),
	);
	expect(await chat(1)).toHaveLength(1);
	expect(await chat(1, '79011112233', channelOf('telegram', other))).toHaveLength(1);
});

describe('a sent message', () => {
	const unknown = '00000000-0000-4000-8000-000000000000';
	const sent = async () => {
		await tech.run(send());
		const [message] = await chat(1);
		return String(message?.messageId);
	};

	test('is edited, and a lost answer does no harm', async () => {
		const messageId = await sent();
		tech.control.addFault({ match: { method: 'PATCH' }, kind: 'dropAfter', times: 1 });
		const { items, failed } = await tech.run(
			{ resource: 'message', operation: 'edit', messageId: '={{ $json.id }}', text: 'changed' },
			[{ id: messageId }, { id: unknown }],
			onError,
		);
		expect(items).toEqual([{ edited: true, message_id: messageId, text: 'changed' }]);
		expect(failed).toMatchObject([{ details: { httpStatus: 404 } }]);
		expect(await chat(1)).toMatchObject([{ text: 'changed', isEdited: true }]);
	});

	test('is deleted, and a lost answer is told truthfully', async () => {
		const messageId = await sent();
		tech.control.addFault({ match: { method: 'DELETE' }, kind: 'dropAfter', times: 1 });
		const { items, failed } = await tech.run(
			{ resource: 'message', operation: 'delete', messageId: '={{ $json.id }}' },
			[{ id: messageId }, { id: unknown }],
			onError,
		);
		expect(items).toMatchObject([
			{ deleted: true, id: messageId, note: expect.stringContaining('first answer was lost') },
		]);
		expect(failed).toMatchObject([{ details: { httpStatus: 404 } }]);
		expect(await chat(1)).toMatchObject([{ isDeleted: true }]);
	});
});
