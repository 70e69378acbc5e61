import {
	legacyEventNames,
	techEventNames,
	toEvent,
	v3EventNames,
	wazzupEvent,
} from '../../../api/events/event';
import {
	v3ChannelUpdate,
	v3CreateContact,
	v3CreateDeal,
	v3Delivery,
	v3Message,
	v3Status,
	v3TemplateStatus,
} from '../../../api/events/v3';
import { channelId, guid, verdict } from './contracts';

const message = {
	messageId: guid,
	dateTime: '2025-05-06T14:16:00.002Z',
	channelId,
	chatType: 'whatsapp',
	chatId: '79999999999',
	type: 'image',
	isEcho: false,
	contact: { name: 'Anna', avatarUri: 'https://store.example.com/a' },
	contentUri: 'https://store.example.com/b',
	status: 'inbound',
};

/** How each entry of a delivery is read. */
const contracts = {
	messages: v3Message,
	statuses: v3Status,
	createContact: v3CreateContact,
	createDeal: v3CreateDeal,
	channelsUpdates: v3ChannelUpdate,
	templateStatus: v3TemplateStatus,
};
/** Numbers may be read as texts. */
const withTexts = (value: unknown): unknown =>
	JSON.parse(JSON.stringify(value), (_, each: unknown) =>
		typeof each === 'number' ? String(each) : each,
	);
const isContractKey = (key: string): key is keyof typeof contracts => key in contracts;

test.each([
	['the test', { test: true }],
	['a message', { messages: [message] }],
	['a message of tomorrow', { messages: [{ messageId: guid, type: 'hologram', advert: [1] }] }],
	[
		'messages and statuses together',
		{
			messages: [
				{
					...message,
					isEcho: true,
					isEdited: true,
					authorId: 7,
					oldInfo: { oldText: 'a', oldAuthorId: '1', oldAuthorName: null },
					quotedMessage: { messageId: guid },
				},
			],
			statuses: [
				{
					messageId: guid,
					timestamp: '2025-05-06T14:16:00.002Z',
					status: 'error',
					error: { error: 'BAD_CONTACT', description: 'x', data: {} },
				},
			],
		},
	],
	[
		'a comment under an Instagram post',
		{ messages: [{ ...message, instPost: { id: '1', timestamp: 1, likes: 3 } }] },
	],
	[
		'a contact that is asked for',
		{
			createContact: {
				responsibleUserId: '1',
				name: 'Anna',
				contactData: [{ chatType: 'whatsapp', chatId: '79011112233' }],
				source: 'auto',
			},
		},
	],
	[
		'a deal that is asked for',
		{ createDeal: { responsibleUserId: '1', contacts: ['1'], source: 'byUser' } },
	],
	[
		'a channel that changed',
		{ channelsUpdates: [{ channelId, state: 'qr', qr: 'data:image/png;base64,AA', timestamp: 1 }] },
	],
	[
		'a template that was reviewed',
		{ templateStatus: { templateGuid: guid, name: 'Test', status: 'approved' } },
	],
])('%s is read, and nothing of it is lost', (_name, delivery) => {
	expect(v3Delivery.parse(delivery)).toEqual(delivery);
	for (const [key, value] of Object.entries(delivery)) {
		if (!isContractKey(key)) continue;
		for (const entry of [value].flat()) {
			expect(withTexts(contracts[key].parse(entry))).toEqual(withTexts(entry));
		}
	}
});

test.each([
	['messages that are no list', { messages: 'hi' }, 'messages'],
	['statuses that are an object', { statuses: {} }, 'statuses'],
	['a creation request that is a text', { createContact: 'Anna' }, 'createContact'],
	['a template that is a list', { templateStatus: [] }, 'templateStatus'],
	['no object', 'hi', ''],
])('%s is refused', (_name, delivery, path) => {
	expect(verdict(v3Delivery, delivery)).toEqual([path]);
});

test.each([
	['a message without an id', v3Message, { text: 'hi' }, 'messageId'],
	['a message with an empty id', v3Message, { messageId: '' }, 'messageId'],
	['a status without an id', v3Status, { status: 'read' }, 'messageId'],
	['a channel without an id', v3ChannelUpdate, {}, 'channelId'],
	['a template without an id', v3TemplateStatus, {}, 'templateGuid'],
	['a message that is a text', v3Message, 'hi', ''],
])('%s cannot be read', (_name, contract, entry, path) => {
	expect(verdict(contract, entry)).toEqual([path]);
});

test('numbers are read as texts, and a field of another kind as null', () => {
	const odd = { messageId: 7, chatId: 12345, dateTime: 1746541000000, text: [], contact: 'Anna' };
	expect(v3Message.parse({ ...odd, isEcho: 'yes', error: 1, quotedMessage: [] })).toEqual({
		messageId: '7',
		chatId: '12345',
		dateTime: '1746541000000',
		text: null,
		contact: null,
		isEcho: null,
		error: null,
		quotedMessage: null,
	});
	expect(v3CreateContact.parse({ contactData: ['?', { chatType: 'vk', chatId: 1 }] })).toEqual({
		contactData: [{ chatType: 'vk', chatId: '1' }],
	});
	expect(v3CreateDeal.parse({ contacts: [1, null, '2'] })).toEqual({ contacts: ['1', '2'] });
});

test('an event has the same fields whatever is known of it', () => {
	const bare = toEvent('messageReceived', {});
	const full = toEvent('message.edit', { text: 'hi', direction: 'inbound', status: 'inbound' });
	expect(Object.keys(bare)).toEqual(Object.keys(full));
	expect(Object.keys(bare)).toEqual(Object.keys(wazzupEvent.shape));
	expect(wazzupEvent.parse(bare)).toEqual(bare);
	expect(full).toMatchObject({ event: 'message.edit', text: 'hi', messageId: null });
});

test('the surfaces have as many events as were planned, each once', () => {
	for (const [names, count] of [
		[v3EventNames, 9],
		[techEventNames, 15],
		[legacyEventNames, 5],
	] as const) {
		expect(new Set(names).size).toBe(count);
		expect(names).toHaveLength(count);
	}
});
