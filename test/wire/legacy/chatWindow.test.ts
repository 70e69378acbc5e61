import { chatWindow } from '../../unit/api/legacy/examples';
import { byId } from '../capture';
import { capture, expectRequest } from './capture';

const parameters = { resource: 'chatWindow', operation: 'getLink' };
const reply = { body: { url: 'https://iframe.example.com/x' } };
const sent = { method: 'POST', path: '/v2/iframe' };
const [chat] = chatWindow.filter;

test('Get Link sends the example of the document, the chat to open as an object', async () => {
	const { requests, result } = await capture(
		{
			...parameters,
			userId: byId('222555'),
			userName: 'User Name',
			scope: 'card',
			filter: { chats: [{ ...chat, name: '' }] },
			activeChat: { chat: { ...chat, chatId: '+7 999 888-77-66' } },
		},
		reply,
	);
	expectRequest(requests[0], { ...sent, body: chatWindow });
	expect(result.items).toEqual([reply.body]);
});

test('Get Link sends no more than is given, and numbers as numbers where the document takes them', async () => {
	const { requests } = await capture(
		{
			...parameters,
			userId: byId('={{ $json.user }}'),
			scope: 'global',
			filter: { chats: [chat] },
			activeChat: { chat: { chatType: 'vk', chatId: '={{ $json.chat }}' } },
		},
		reply,
		[{ user: 7, chat: 200100500 }],
	);
	expectRequest(requests[0], {
		...sent,
		body: {
			user: { id: 7 },
			scope: 'global',
			activeChat: { chatType: 'vk', chatId: 200100500 },
		},
	});
});

test('the chats of a card carry a text and the name for a new contact', async () => {
	const named = { chatType: 'telegram', chatId: '={{ 17 }}', name: 'Anna' };
	const { requests } = await capture(
		{ ...parameters, userId: byId('1'), scope: 'card', filter: { chats: [named] } },
		reply,
	);
	expect(requests[0]?.body).toStrictEqual({
		user: { id: '1' },
		scope: 'card',
		filter: [{ chatType: 'telegram', chatId: '17', name: 'Anna' }],
	});
});

test.each([
	['a card without chats', { scope: 'card' }, 'filter'],
	['nobody who opens it', { userId: byId('={{ $json.none }}') }, 'User is empty'],
])('%s sends nothing', async (_name, change, text) => {
	const { requests, result } = await capture(
		{ ...parameters, userId: byId('1'), scope: 'global', ...change },
		reply,
	);
	expect(requests).toHaveLength(0);
	expect(result.error?.message).toContain(text);
});
