import { startSandbox, type Sandbox } from '../../../../sandbox';
import { legacyExplainedCodes } from '../../../../api/errors';
import { channelOf } from '../client';
import { request } from './client';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ statusSteps: false });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const chatId = '79998887766';
const send = (change: object = {}) =>
	request(sandbox, 'POST', '/v2/send_message', {
		channelId: channelOf(sandbox, 'whatsapp'),
		chatType: 'whatsapp',
		chatId,
		text: 'hi',
		...change,
	});
const refusal = async (change: object) => {
	const { status, json } = await send(change);
	return [status, (json as { error?: { code?: string } }).error?.code];
};

it('sends a text, a file and an answer', async () => {
	const first = await send();
	expect([first.status, first.json]).toEqual([201, { messageId: expect.any(String) }]);
	const { messageId } = first.json as { messageId: string };
	const content = sandbox.control.addFile(Buffer.from('x'), 'image/png', 'a.png');
	await send({ text: undefined, content, refMessageId: messageId });
	const sent = sandbox.control.messages(channelOf(sandbox, 'whatsapp'), chatId);
	expect(sent).toMatchObject([
		{ messageId, text: 'hi', direction: 'out' },
		{ type: 'image', quoted: { messageId } },
	]);
});

it('sends a text with a file where the messenger takes both', async () => {
	const both = { text: 'look', content: 'https://example.com/a.mp4', chatId: '100500' };
	const reply = await send({ ...both, chatType: 'vk', channelId: channelOf(sandbox, 'vk') });
	expect(reply.status).toBe(201);
	expect(sandbox.control.messages(channelOf(sandbox, 'vk'), '100500')).toMatchObject([
		{ type: 'video', text: 'look' },
	]);
});

it.each([
	['CHAT_MISSING_CHAT_TYPE', { chatType: undefined }],
	['CHAT_WRONG_CHAT_TYPE', { chatType: 'viber' }],
	['CHAT_WRONG_CHAT_TYPE', { chatType: 'whatsgroup' }],
	['CHAT_MISSING_CHAT_ID', { chatId: '' }],
	['CHAT_INCORRECT_CHAT_ID_WHATSAPP', { chatId: '12345678' }],
	['MESSAGE_TEXT_CAN_NOT_BE_BLANK', { text: '' }],
	['MESSAGE_CONTENT_CAN_NOT_BE_BLANK', { text: undefined, content: '' }],
	['MESSAGE_NOTHING_TO_SEND', { text: undefined }],
	['MESSAGE_ONLY_TEXT_OR_CONTENT', { content: 'https://example.com/a.png' }],
	['MESSAGE_TEXT_TOO_LONG', { text: 'x'.repeat(10_001) }],
	['VALIDATION_ERROR', { channelId: 'no uuid' }],
	['CHANNEL_NOT_FOUND', { channelId: '3376e1c3-26a6-478b-b964-72bf01cc22cb' }],
	['MESSAGES_ABNORMAL_SEND', { chatType: 'telegram' }],
	['REFERENCE_MESSAGE_NOT_FOUND', { refMessageId: 'unknown' }],
	['MESSAGE_DOWNLOAD_CONTENT_ERROR', { text: undefined, content: 'http://127.0.0.1:9/a.png' }],
])('%s', async (code, change) => {
	expect(await refusal(change)).toEqual([400, code]);
});

it.each([
	['CHANNEL_BLOCKED', 'disabled'],
	['CHANNEL_NO_MONEY', 'notEnoughMoney'],
	['MESSAGE_CHANNEL_UNAVAILABLE', 'phoneUnavailable'],
	['MESSAGE_CHANNEL_UNAVAILABLE', 'openelsewhere'],
])('%s from a channel that is %s', async (code, state) => {
	const channelId = channelOf(sandbox, 'vk');
	sandbox.control.changeChannel(channelId, { state });
	expect(await refusal({ chatType: 'vk', channelId })).toEqual([400, code]);
});

it('a file is refused under the names of the 2021 API', async () => {
	const file = (size: number, type = 'image/png') => ({
		text: undefined,
		content: sandbox.control.addFile(Buffer.alloc(size), type, 'a.png'),
	});
	expect(await refusal(file(0))).toEqual([400, 'MESSAGE_CONTENT_CAN_NOT_BE_BLANK']);
	expect(await refusal(file(11 * 1024 * 1024))).toEqual([400, 'MESSAGE_CONTENT_SIZE_EXCEEDED']);
	const instagram = { chatType: 'instagram', channelId: channelOf(sandbox, 'instagram') };
	expect(await refusal({ ...instagram, ...file(1, 'image/tiff') })).toEqual([
		400,
		'MESSAGE_WRONG_CONTENT_TYPE',
	]);
	expect(await refusal({ ...instagram, chatType: 'vk', chatId: 'anna' })).toEqual([
		400,
		'MESSAGES_INVALID_CONTACT_TYPE',
	]);
});

it.each(legacyExplainedCodes.map(({ code }) => code))('a mark provokes %s', async (code) => {
	expect(await refusal({ text: `hi #error:${code}` })).toEqual([400, code]);
});
