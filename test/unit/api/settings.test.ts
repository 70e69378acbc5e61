import {
	channelStateOf,
	channelStates,
	chatTypes,
	chatTypesOf,
	confirmConnection,
	getChannels,
	getChatWindowLink,
	getUnanswered,
	getWebhooks,
	isAddressed,
	migrateClient,
	readSubscriptions,
	registerInMarketplace,
	setWebhooks,
	transports,
} from '../../../api/v3';
import { channelId, letters, verdict } from './contracts';

describe('channels', () => {
	test('every transport carries a one-to-one chat type, three messengers carry groups', () => {
		const types = transports.map(({ value }) => [value, chatTypesOf(value)]);
		expect(Object.fromEntries(types)).toEqual({
			whatsapp: { direct: 'whatsapp', group: 'whatsgroup' },
			wapi: { direct: 'whatsapp' },
			instagram: { direct: 'instagram' },
			tgapi: { direct: 'telegram', group: 'telegroup' },
			telegram: { direct: 'telegram', group: 'telegroup' },
			vk: { direct: 'vk' },
			avito: { direct: 'avito' },
			viber: { direct: 'viber' },
			max: { direct: 'max', group: 'maxgroup' },
			maxbot: { direct: 'max', group: 'maxgroup' },
		});
	});

	test('the transports between them reach all ten chat types', () => {
		const reached = transports.flatMap<string>(({ value }) =>
			Object.values({ ...chatTypesOf(value) }),
		);
		expect(new Set(reached)).toEqual(new Set(chatTypes));
	});

	test('the case of a transport does not matter, and an unknown one is left to the user', () => {
		expect(chatTypesOf('WAPI')).toEqual({ direct: 'whatsapp' });
		expect(chatTypesOf('sms')).toBeUndefined();
		expect(chatTypesOf('toString')).toBeUndefined();
	});

	test('every documented state has a meaning, and only an active channel sends', () => {
		const documented =
			'active init disabled phoneUnavailable qr qridle openElsewhere openelsewhere notEnoughMoney ' +
			'foreignphone unauthorized waitForPassword waitForCode blocked onModeration rejected';
		for (const state of documented.split(' ')) {
			expect([state, channelStateOf(state)?.canSend]).toEqual([state, state === 'active']);
		}
		expect(Object.keys(channelStates)).toHaveLength(documented.split(' ').length - 1);
		expect(channelStateOf('NOT_ENOUGH_MONEY')).toBe(channelStates.notEnoughMoney);
		expect(channelStateOf('asleep')).toBeUndefined();
	});

	test('the reply is a list; states and transports of tomorrow pass', () => {
		const channel = { channelId, transport: 'sms', plainId: '1', state: 'asleep', name: null };
		expect(verdict(getChannels.reply, [channel, { channelId }])).toBe('ok');
		expect(verdict(getChannels.reply, [{ plainId: '1' }])).toEqual(['0.channelId']);
	});
});

describe('webhooks', () => {
	const set = (body: unknown) => verdict(setWebhooks.body, body);
	const webhooksUri = 'https://example.com/webhooks?token=1';
	const example = {
		webhooksUri,
		subscriptions: {
			messagesAndStatuses: true,
			contactsAndDealsCreation: true,
			channelsUpdates: false,
			templateStatus: false,
		},
	};
	const all = {
		messagesAndStatuses: true,
		contactsAndDealsCreation: true,
		channelsUpdates: true,
		templateStatus: true,
	};
	const none = {
		messagesAndStatuses: false,
		contactsAndDealsCreation: false,
		channelsUpdates: false,
		templateStatus: false,
	};

	test('an address of at most 200 characters, switches, or both', () => {
		expect(set(example)).toBe('ok');
		expect(set({ webhooksUri })).toBe('ok');
		expect(set({ subscriptions: none })).toBe('ok');
		expect(set({})).toEqual(['webhooksUri']);
		expect(set({ webhooksUri: `https://example.com/${letters(181)}` })).toEqual(['webhooksUri']);
		expect(set({ webhooksUri: `https://example.com/${letters(180)}` })).toBe('ok');
	});

	test.each(['example.com/hook', 'ftp://example.com', ''])('%p is no address', (address) => {
		expect(set({ webhooksUri: address })).toEqual(['webhooksUri']);
	});

	test('a switch is a boolean', () => {
		expect(set({ subscriptions: { channelsUpdates: 'true' } })).toEqual([
			'subscriptions.channelsUpdates',
		]);
	});

	test('the reply of the documents and the live one are read alike', () => {
		const live = { ...all, templateStatus: undefined, wabaTemplatesStatus: true };
		const printed = Object.fromEntries(Object.keys(all).map((name) => [name, 'true']));
		for (const subscriptions of [all, live, printed]) {
			const reply = { webhooksUri: null, subscriptions };
			expect(verdict(getWebhooks.reply, reply)).toBe('ok');
			expect(readSubscriptions(reply)).toEqual(all);
		}
	});

	test.each(['templateStatus', 'wabaTemplatesStatus', 'templateStatuses'])(
		'the template switch is read under %s',
		(name) => {
			const reply = { subscriptions: { [name]: true } };
			expect(readSubscriptions(reply)).toEqual({ ...none, templateStatus: true });
		},
	);

	test.each([
		[undefined],
		['ok'],
		[{}],
		[{ subscriptions: null }],
		[{ subscriptions: { channelsUpdates: 'false', messagesAndStatuses: null } }],
	])('%p has nothing switched on', (reply) => {
		expect(readSubscriptions(reply)).toEqual(none);
	});
});

describe('chat window', () => {
	const window = (body: unknown) => verdict(getChatWindowLink.body, body);
	const user = { id: '1', name: 'Alex' };
	const chat = { chatType: 'whatsapp', chatId: '79011112233' };

	test('opens for a user or for a card', () => {
		expect(window({ user, scope: 'global' })).toBe('ok');
		expect(window({ user: { id: '1' }, scope: 'card', filter: [{ ...chat, name: 'Anna' }] })).toBe(
			'ok',
		);
		expect(
			window({
				user,
				scope: 'card',
				filter: [{ chatType: 'telegram', username: 'anna' }],
				activeChat: { ...chat, channelId },
				options: { clientType: '', useDealsEvents: true, useMessageEvents: false },
			}),
		).toBe('ok');
	});

	test.each([
		['no user', { scope: 'global' }, 'user'],
		['a user without an id', { user: { name: 'Alex' }, scope: 'global' }, 'user.id'],
		['another scope', { user, scope: 'all' }, 'scope'],
		['a card without chats', { user, scope: 'card' }, 'filter'],
		['an empty filter', { user, scope: 'card', filter: [] }, 'filter'],
		['a chat of nobody', { user, scope: 'card', filter: [{ chatType: 'vk' }] }, 'filter.0.chatId'],
		[
			'an active chat of nobody',
			{ user, scope: 'global', activeChat: { chatType: 'vk' } },
			'activeChat.chatId',
		],
	])('%s is refused', (_name, body, path) => {
		expect(window(body)).toEqual([path]);
	});

	test('a chat is found by what its messenger knows', () => {
		expect(isAddressed({ chatType: 'vk', chatId: '1' })).toBe(true);
		expect(isAddressed({ chatType: 'telegram', username: 'a' })).toBe(true);
		expect(isAddressed({ chatType: 'max', phone: '7' })).toBe(true);
		expect(isAddressed({ chatType: 'max', username: 'a' })).toBe(false);
		expect(isAddressed({ chatType: 'whatsapp', phone: '7' })).toBe(false);
	});

	test('the reply is a link', () => {
		expect(verdict(getChatWindowLink.reply, { url: 'https://example.com' })).toBe('ok');
		expect(verdict(getChatWindowLink.reply, {})).toEqual(['url']);
	});
});

test('the unanswered counter of the documents', () => {
	const reply = { counterV2: 7, type: 'red', lastMsgDateTime: '2023-05-25T12:30:46.000Z' };
	expect(verdict(getUnanswered.reply, reply)).toBe('ok');
	expect(verdict(getUnanswered.reply, { counterV2: 0, type: null })).toBe('ok');
	expect(verdict(getUnanswered.reply, { counter: 0 })).toEqual(['counterV2']);
});

describe('partners', () => {
	test('a CRM enters the marketplace under a code of Latin letters, digits, - and _', () => {
		const crm = {
			crmCode: 'my-CRM_1',
			authRedirectUri: 'https://crm.example.com/auth',
			secret: 's',
		};
		const register = (change: object) => verdict(registerInMarketplace.body, { ...crm, ...change });
		expect(register({})).toBe('ok');
		expect(register({ authRedirectUri: '' })).toBe('ok');
		expect(register({ authRedirectUri: 'crm' })).toEqual(['authRedirectUri']);
		expect(register({ crmCode: 'моя crm' })).toEqual(['crmCode']);
		expect(register({ secret: undefined })).toEqual(['secret']);
	});

	test('a connection keeps fields that no document names', () => {
		const body = { state: 'abc', secret: 's', crmKey: 'k', tariff: 'x' };
		expect(confirmConnection.body.parse(body)).toEqual(body);
		expect(verdict(confirmConnection.body, { secret: 's' })).toEqual(['state']);
	});

	test('one client moves at a time', () => {
		const body = {
			clientApiKey: 'key',
			webhooksUri: 'https://example.com/hook',
			subscriptions: { messagesAndStatuses: true, contactsAndDealsCreation: false },
		};
		expect(verdict(migrateClient.body, body)).toBe('ok');
		expect(verdict(migrateClient.body, { ...body, clientApiKey: undefined })).toEqual([
			'clientApiKey',
		]);
		expect(verdict(migrateClient.body, [body])).toEqual(['']);
	});
});
