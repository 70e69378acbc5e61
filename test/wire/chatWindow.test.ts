import { byId, capture, expectRequest } from './capture';

const channelId = 'e0629e11-1f2c-4b5a-9d3e-2f6a7b8c9d0e';
const parameters = { resource: 'chatWindow', operation: 'getLink', userId: byId('1') };
const reply = { body: { url: 'https://iframe.example.com/x' } };

test('all chats of a user: nothing but what is needed', async () => {
	const { requests, result } = await capture({ ...parameters, scope: 'global' }, reply);
	expectRequest(requests[0], {
		method: 'POST',
		path: '/v3/iframe',
		body: { user: { id: '1' }, scope: 'global' },
	});
	expect(result.items).toEqual([{ url: 'https://iframe.example.com/x' }]);
});

test('a card with every field of the page (A.14)', async () => {
	const { requests } = await capture(
		{
			...parameters,
			scope: 'card',
			filter: {
				chats: [
					{
						chatType: 'whatsapp',
						chatId: '+7 901 111-22-33',
						name: 'Anna',
						phone: '',
						username: '',
					},
					{ chatType: 'telegram', chatId: '', username: '@anna', name: '' },
				],
			},
			activeChat: {
				chat: { channelId: byId(channelId), chatType: 'whatsapp', chatId: '79011112233' },
			},
			options: {
				clientType: 'My CRM',
				useDealsEvents: true,
				useMessageEvents: false,
				userName: 'Alex Salesman',
			},
		},
		reply,
	);
	expectRequest(requests[0], {
		method: 'POST',
		path: '/v3/iframe',
		body: {
			user: { id: '1', name: 'Alex Salesman' },
			scope: 'card',
			filter: [
				{ chatType: 'whatsapp', chatId: '79011112233', name: 'Anna' },
				{ chatType: 'telegram', username: 'anna' },
			],
			activeChat: { channelId, chatType: 'whatsapp', chatId: '79011112233' },
			options: { clientType: 'My CRM', useDealsEvents: true, useMessageEvents: false },
		},
	});
});

test('a chat to open needs no channel', async () => {
	const { requests } = await capture(
		{
			...parameters,
			scope: 'global',
			activeChat: {
				chat: { channelId: { __rl: true, mode: 'list', value: '' }, chatType: 'vk', chatId: '17' },
			},
		},
		reply,
	);
	expect(requests[0]?.body).toStrictEqual({
		user: { id: '1' },
		scope: 'global',
		activeChat: { chatType: 'vk', chatId: '17' },
	});
});

test('a card without chats, a chat without an address: the field is named, nothing is sent', async () => {
	const card = await capture({ ...parameters, scope: 'card' }, reply);
	expect(card.requests).toHaveLength(0);
	expect(card.result.error?.message).toContain('filter');

	const nobody = await capture(
		{ ...parameters, scope: 'card', filter: { chats: [{ chatType: 'whatsapp', chatId: '' }] } },
		reply,
	);
	expect(nobody.requests).toHaveLength(0);
	expect(nobody.result.error?.message).toContain('filter[0].chatId');
});
