import type { AnyEndpoint } from '../../../../api/endpoint';
import * as legacy from '../../../../api/legacy';
import { complaints, letters, verdict } from '../contracts';
import {
	channel,
	chatWindow,
	contact,
	deal,
	message,
	messageReply,
	user,
	webhook,
	webhookReply,
	webhookState,
} from './examples';

/** The index of routes, B.2, row by row. */
const index = `
POST /v2/iframe
POST /v2/send_message
GET /v2/channels
PUT /v2/webhooks
GET /v2/webhooks
GET /v2/users
GET /v2/users/{id}
PATCH /v2/users
PUT /v2/users
DELETE /v2/users/{id}
PATCH /v2/contacts
GET /v2/contacts
GET /v2/contacts/{id}
DELETE /v2/contacts/{id}
GET /v2/deals
GET /v2/deals/{id}
PATCH /v2/deals
DELETE /v2/deals/{id}`
	.trim()
	.split('\n');

const { legacyEndpoints } = legacy;
const routeOf = ({ method, path }: AnyEndpoint) => `${method} ${path}`;
const routesWhere = (holds: (endpoint: AnyEndpoint) => boolean) =>
	legacyEndpoints.filter(holds).map(routeOf);

test('every route of the document is there once, in the order of the index', () => {
	expect(legacyEndpoints.map(routeOf)).toEqual(index);
});

test('all of them carry the raw key, and their facts are known in full', () => {
	expect(new Set(legacyEndpoints.map(({ surface }) => surface))).toEqual(new Set(['legacy']));
	expect(new Set(legacyEndpoints.map(({ auth }) => auth))).toEqual(new Set(['rawApiKey']));
	expect(routesWhere(({ facts }) => facts !== 'full')).toEqual([]);
});

test('only sending is never repeated, and only it answers 201', () => {
	expect(routesWhere(({ repeat }) => repeat !== 'safe')).toEqual(['POST /v2/send_message']);
	expect(routesWhere(({ status }) => status !== 200)).toEqual(['POST /v2/send_message']);
});

test('contacts and deals come in pages of a hundred, sorted as the document allows', () => {
	const lists = legacyEndpoints.filter(({ paging }) => paging);
	expect(lists.map(routeOf)).toEqual(['GET /v2/contacts', 'GET /v2/deals']);
	for (const { query, paging } of lists) {
		expect(paging).toEqual({ size: 100, takesLimit: false });
		expect(verdict(query, {})).toBe('ok');
		expect(verdict(query, { offset: 100, orderBy: 'name', orderDirection: 'desc' })).toBe('ok');
		expect(verdict(query, { offset: -1 })).toEqual(['offset']);
		expect(verdict(query, { orderBy: 'closed' })).toEqual(['orderBy']);
		expect(verdict(query, { orderDirection: 'up' })).toEqual(['orderDirection']);
	}
});

test('the list of users travels whole where it replaces the other one', () => {
	expect(routesWhere(({ bulk }) => bulk !== undefined)).toEqual([
		'PATCH /v2/users',
		'PATCH /v2/contacts',
		'PATCH /v2/deals',
	]);
});

test.each([
	['users', legacy.getLegacyUser, legacy.deleteLegacyUser],
	['contacts', legacy.getLegacyContact, legacy.deleteLegacyContact],
])('an id of %s is a text or a number', (_name, ...endpoints) => {
	for (const { params } of endpoints) {
		expect(verdict(params, { id: 'a' })).toBe('ok');
		expect(verdict(params, { id: 5 })).toBe('ok');
		expect(verdict(params, { id: '' })).toEqual(['id']);
	}
});

test('an id of a deal is a number', () => {
	for (const { params } of [legacy.getLegacyDeal, legacy.deleteLegacyDeal]) {
		expect(verdict(params, { id: 5 })).toBe('ok');
		expect(verdict(params, { id: '5' })).toEqual(['id']);
	}
});

describe('what the document prints', () => {
	test.each([
		['the chat window', legacy.getLegacyChatWindowLink.body, chatWindow],
		['a message', legacy.sendLegacyMessage.body, message],
		['the reply to it', legacy.sendLegacyMessage.reply, messageReply],
		['channels', legacy.getLegacyChannels.reply, [channel]],
		['an address', legacy.setLegacyWebhooks.body, webhook],
		['no address', legacy.setLegacyWebhooks.body, { url: null }],
		['the reply to an address', legacy.setLegacyWebhooks.reply, webhookReply],
		['the reply to no address', legacy.setLegacyWebhooks.reply, { webhooksUrl: null }],
		['the present address', legacy.getLegacyWebhooks.reply, webhookState],
		['users', legacy.getLegacyUsers.reply, [user]],
		['a user', legacy.getLegacyUser.reply, user],
		['changed users', legacy.upsertLegacyUsers.body, [user]],
		['other users', legacy.replaceLegacyUsers.body, [user]],
		['contacts', legacy.upsertLegacyContacts.body, [contact]],
		['a list of contacts', legacy.getLegacyContacts.reply, [contact]],
		['a contact', legacy.getLegacyContact.reply, contact],
		['deals', legacy.upsertLegacyDeals.body, [deal]],
		['a list of deals', legacy.getLegacyDeals.reply, [deal]],
		['a deal', legacy.getLegacyDeal.reply, deal],
	])('%s fits its contract and keeps its values', (_name, contract, value) => {
		expect(contract.safeParse(value)).toEqual({ success: true, data: value });
	});
});

describe('a message', () => {
	const check = (change: object) => verdict(legacy.legacyMessage, { ...message, ...change });

	test('carries a text of at most 10,000 characters or a link', () => {
		expect(check({ content: undefined, text: letters(10_000) })).toBe('ok');
		expect(check({ content: undefined, text: letters(10_001) })).toEqual(['text']);
		expect(check({ content: undefined })).toEqual(['text']);
		expect(check({ content: 'ftp://example.com/a.png' })).toEqual(['content']);
	});

	test('carries both only where the document does not forbid it', () => {
		const both = { text: 'Hi', chatId: 'anna' };
		expect(check({ ...both, chatId: '79998887766' })).toEqual(['content']);
		expect(check({ ...both, chatType: 'instagram' })).toEqual(['content']);
		expect(check({ ...both, chatType: 'telegram' })).toBe('ok');
		expect(check({ ...both, chatType: 'vk' })).toBe('ok');
	});

	test.each([['12345678'], ['12345678901234567'], ['+79998887766'], ['7 999 888 77 66'], ['']])(
		'%j is no WhatsApp number',
		(chatId) => {
			expect(check({ chatId })).toEqual(['chatId']);
		},
	);

	test('goes to four messengers', () => {
		expect(check({ chatType: 'viber', chatId: '1' })).toEqual(['chatType']);
		expect(complaints(legacy.legacyMessage, { ...message, chatType: 'whatsgroup' })).toEqual([
			'The chat type is one of whatsapp, instagram, telegram and vk.',
		]);
		expect(check({ chatType: 'instagram', chatId: '@anna' })).toEqual(['chatId']);
		expect(check({ chatType: 'instagram', chatId: 'anna' })).toBe('ok');
	});
});

test('a window of a card needs its chats, a global one does not', () => {
	const { filter: _filter, ...rest } = chatWindow;
	const check = (change: object) => verdict(legacy.legacyChatWindow, { ...rest, ...change });
	expect(check({})).toEqual(['filter']);
	expect(check({ scope: 'global' })).toBe('ok');
	expect(check({ scope: 'global', activeChat: [rest.activeChat] })).toEqual(['activeChat']);
	expect(check({ scope: 'global', activeChat: { chatType: 'vk', chatId: 5 } })).toBe('ok');
});

test('a user has an id of 64 characters or a whole number, and a name of 150', () => {
	const check = (change: object) => verdict(legacy.legacyUser, { ...user, ...change });
	expect(check({ id: letters(64) })).toBe('ok');
	expect(check({ id: letters(65) })).toEqual(['id']);
	expect(check({ id: 7 })).toBe('ok');
	expect(check({ id: 7.5 })).toEqual(['id']);
	expect(check({ name: letters(150) })).toBe('ok');
	expect(check({ name: letters(151) })).toEqual(['name']);
});

test('a list of users may be empty only where it replaces the other one', () => {
	expect(verdict(legacy.replaceLegacyUsers.body, [])).toBe('ok');
	expect(verdict(legacy.upsertLegacyUsers.body, [])).toEqual(['']);
});

test('a deal needs its id, and it is a number', () => {
	expect(verdict(legacy.upsertLegacyDeals.body, [{ id: 1 }])).toBe('ok');
	expect(verdict(legacy.upsertLegacyDeals.body, [{ id: '1' }, {}])).toEqual(['0.id', '1.id']);
	expect(verdict(legacy.upsertLegacyContacts.body, [{ id: '1' }, {}])).toEqual(['1.id']);
});
