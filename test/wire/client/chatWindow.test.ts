import { getChatWindowLink } from '../../../api/tech';
import { channelId } from '../../unit/api/contracts';
import { examples } from '../../unit/api/tech/examples';
import { byId } from '../capture';
import { captureTech, enveloped, expectTechRequest } from './capture';

const link = { link: 'https://app.example.com/x' };
const getLink = { resource: 'chatWindow', operation: 'getLink', userId: byId('222') };
const route = { method: 'POST', path: '/v2/iframe-links/chats' };

test('all chats of a user: nothing but what is needed', async () => {
	const { requests, result } = await captureTech({ ...getLink, scope: 'global' }, enveloped(link));
	expectTechRequest(requests[0], { ...route, body: { user_id: '222', scope: 'global' } });
	expect(result.items).toEqual([link]);
});

test('a card: the documented example', async () => {
	const { requests } = await captureTech({
		...getLink,
		scope: 'card',
		chats: {
			chat: [
				{ chatType: 'whatsapp', chatId: '+7 901 111-22-33', username: '', contactName: 'Anna' },
			],
		},
		activeChat: {
			chat: { channelId: byId(channelId), chatType: 'whatsapp', chatId: '79011112233' },
		},
		options: { authorName: 'Alex', clientType: '', dealEvents: true, messageEvents: false },
	});
	const example = examples.find(({ endpoint }) => endpoint === getChatWindowLink);
	expect(example).toBeDefined();
	expectTechRequest(requests[0], { ...route, body: example?.body });
});

test('a Telegram chat by username; chats of a card stay out of the window of all chats', async () => {
	const chats = { chat: [{ chatType: 'telegram', chatId: '', username: '@anna' }] };
	const card = await captureTech({ ...getLink, scope: 'card', chats });
	expect(card.requests[0]?.body).toStrictEqual({
		user_id: '222',
		scope: 'card',
		chats: [{ chat_type: 'telegram', username: 'anna' }],
	});
	// A scope from an expression: the chats of the form are then stored, too.
	const global = await captureTech({ ...getLink, scope: '={{ "global" }}', chats });
	expect(global.requests[0]?.body).toStrictEqual({ user_id: '222', scope: 'global' });
});

test('a card without chats, a chat without an address: the field is named, nothing is sent', async () => {
	const card = await captureTech({ ...getLink, scope: 'card' });
	expect(card.requests).toHaveLength(0);
	expect(card.result.error?.message).toContain('(chats)');
	const nobody = await captureTech({
		...getLink,
		scope: 'card',
		chats: { chat: [{ chatType: 'whatsapp', chatId: '' }] },
	});
	expect(nobody.requests).toHaveLength(0);
	expect(nobody.result.error?.message).toContain('chats[0].chat_id');
});
