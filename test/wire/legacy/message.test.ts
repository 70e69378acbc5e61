import { message, messageReply } from '../../unit/api/legacy/examples';
import { byId } from '../capture';
import { capture, expectRequest } from './capture';

const { channelId, chatType, chatId, content } = message;
const parameters = {
	resource: 'message',
	operation: 'send',
	channelId: byId(channelId),
	chatType,
	chatId,
};
const reply = { status: 201, body: messageReply };
const sent = { method: 'POST', path: '/v2/send_message' };

test('Send sends the example of the document', async () => {
	const { requests, result } = await capture({ ...parameters, content }, reply);
	expect(requests).toHaveLength(1);
	expectRequest(requests[0], { ...sent, body: message });
	expect(result.items).toEqual([{ ...messageReply, channelId, chatType, chatId }]);
});

test('Send sends the text of the PHP example, an answer, and cleans what people type', async () => {
	const { requests } = await capture(
		{
			...parameters,
			chatId: ' +7 (999) 888-77-66',
			text: 'Hello',
			options: { refMessageId: messageReply.messageId },
		},
		reply,
	);
	expectRequest(requests[0], {
		...sent,
		body: { channelId, chatType, chatId, text: 'Hello', refMessageId: messageReply.messageId },
	});
	const instagram = await capture(
		{ ...parameters, chatType: 'instagram', chatId: '@anna', text: 'Hello' },
		reply,
	);
	expect(instagram.requests[0]?.body).toMatchObject({ chatId: 'anna' });
});

test('Send sends text and file at once where the document does not forbid it', async () => {
	const both = { ...parameters, chatId: '200100500', text: 'Look', content };
	const vk = await capture({ ...both, chatType: 'vk' }, reply);
	expectRequest(vk.requests[0], {
		...sent,
		body: { channelId, chatType: 'vk', chatId: '200100500', text: 'Look', content },
	});
	const whatsapp = await capture(both, reply);
	expect(whatsapp.requests).toHaveLength(0);
	expect(whatsapp.result.error?.message).toContain('content');
});

test.each([
	[{ text: '' }, 'nothing to send'],
	[{ text: 'x'.repeat(10_001) }, '10000'],
	[{ text: 'Hi', chatId: '123' }, '9 to 16 digits'],
	[{ text: 'Hi', chatId: '={{ $json.none }}' }, 'Chat ID is empty'],
	[{ text: 'Hi', chatType: 'viber' }, 'whatsapp, instagram, telegram'],
	[{ content: 'file.png' }, 'http'],
])('Send of %j sends nothing', async (change, text) => {
	const { requests, result } = await capture({ ...parameters, ...change }, reply);
	expect(requests).toHaveLength(0);
	expect(result.error?.message).toContain(text);
});

test.each([
	['the envelope that clients read', { error: { code: 'CHAT_WRONG_CHAT_TYPE' } }],
	['the envelope of v3', { error: 'CHAT_WRONG_CHAT_TYPE', description: 'No' }],
	['a code alone', { code: 'CHAT_WRONG_CHAT_TYPE' }],
])('a refusal in %s is explained', async (_name, body) => {
	const { result } = await capture({ ...parameters, text: 'Hi' }, { status: 400, body });
	expect(result.error?.message).toContain('WhatsApp, Instagram, Telegram and VK only');
});
