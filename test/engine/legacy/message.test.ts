import { explainCode } from '../../../api/errors';
import { byId } from '../wazzup/useSandbox';
import { useLegacy } from './useLegacy';

const sandbox = useLegacy();

const chatId = '79011112233';
const send = () => ({
	...{ resource: 'message', operation: 'send', channelId: byId(sandbox.channel()) },
	...{ chatType: 'whatsapp', chatId, text: 'hello' },
});
const chat = () => sandbox.control.messages(sandbox.channel(), chatId);

test('a message is in the chat', async () => {
	const { items } = await sandbox.run(send());
	expect(chat()).toMatchObject([{ text: 'hello', direction: 'out' }]);
	expect(items).toEqual([
		{
			messageId: chat()[0]?.messageId,
			channelId: sandbox.channel(),
			chatType: 'whatsapp',
			chatId,
		},
	]);
});

test.each(['dropAfter', 'cutOff', 'notJson'] as const)(
	'%s: the message went out, is not sent again, and the item says that it may have',
	async (kind) => {
		sandbox.control.addFault({ match: { path: '/v2/send_message' }, kind, times: 1 });
		const { failed } = await sandbox.runOn(send());
		expect(chat()).toHaveLength(1);
		expect(sandbox.requests('POST', '/v2/send_message')).toHaveLength(1);
		expect(JSON.stringify(failed)).toContain('may have');
	},
);

test('Retry On Fail of n8n sends neither what went out nor what may have', async () => {
	sandbox.control.addFault({
		match: { path: '/v2/send_message' },
		kind: 'dropAfter',
		every: 2,
		times: 1,
	});
	const result = await sandbox.run(
		{ ...send(), text: '={{ $json.text }}' },
		[{ text: 'one' }, { text: 'two' }, { text: 'three' }],
		{ retryOnFail: true },
	);
	expect(result.error?.description).toContain('may have');
	const texts = chat().map(({ text }) => text);
	expect(new Set(texts).size).toBe(texts.length);
	expect(texts).toEqual(expect.arrayContaining(['one', 'two']));
});

test('messages to one chat keep their order', async () => {
	// The first one has to wait, and the others could overtake it.
	sandbox.control.addFault({ match: { path: '/v2/send_message' }, kind: '429', times: 1 });
	const items = Array.from({ length: 12 }, (_, index) => ({ text: String(index) }));
	await sandbox.run({ ...send(), text: '={{ $json.text }}' }, items);
	expect(chat().map(({ text }) => text)).toEqual(items.map(({ text }) => text));
});

/** The table of B.5. */
const codes = `
MESSAGE_WRONG_CONTENT_TYPE MESSAGE_ONLY_TEXT_OR_CONTENT MESSAGE_NOTHING_TO_SEND MESSAGE_TEXT_TOO_LONG
MESSAGE_CONTENT_CAN_NOT_BE_BLANK MESSAGE_CONTENT_SIZE_EXCEEDED MESSAGE_TEXT_CAN_NOT_BE_BLANK CHANNEL_NOT_FOUND
CHANNEL_BLOCKED MESSAGE_DOWNLOAD_CONTENT_ERROR MESSAGES_NOT_TEXT_FIRST MESSAGES_IS_SPAM CHAT_WRONG_CHAT_TYPE
CHAT_MISSING_CHAT_TYPE CHAT_INCORRECT_CHAT_ID_WHATSAPP CHAT_MISSING_CHAT_ID VALIDATION_ERROR ACCOUNT_NOT_FOUND
CONTACT_NOT_FOUND CHANNEL_NO_MONEY MESSAGE_CHANNEL_UNAVAILABLE CONTACT_DETAIL_NOT_FOUND MESSAGES_ABNORMAL_SEND
MESSAGES_INVALID_CONTACT_TYPE MESSAGES_CAN_NOT_ADD REFERENCE_MESSAGE_NOT_FOUND UNKNOWN_ERROR`
	.trim()
	.split(/\s+/);

test('all 27 refusals are explained, each with its code', async () => {
	const items = codes.map((code) => ({ text: `hi #error:${code}` }));
	const { failed } = await sandbox.runOn({ ...send(), text: '={{ $json.text }}' }, items);
	expect(failed).toHaveLength(27);
	failed.forEach(({ error, details }, index) => {
		const code = codes[index] ?? '';
		expect(error).toContain(explainCode(code)?.what.replace(/\.$/, ''));
		expect(details).toMatchObject({ code });
	});
	expect(chat()).toEqual([]);
});
