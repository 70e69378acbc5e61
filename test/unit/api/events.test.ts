import {
	legacyEventNames,
	techEventNames,
	toEvent,
	v3EventNames,
	wazzupEvent,
} from '../../../api/events/event';
import { v3Delivery } from '../../../api/events/v3';
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
});

test.each([
	['a message without an id', { messages: [{ text: 'hi' }] }, 'messages.0.messageId'],
	['messages that are no list', { messages: 'hi' }, 'messages'],
	['a status without an id', { statuses: [{ status: 'read' }] }, 'statuses.0.messageId'],
	['a channel without an id', { channelsUpdates: [{}] }, 'channelsUpdates.0.channelId'],
	['a template without an id', { templateStatus: {} }, 'templateStatus.templateGuid'],
	['no object', 'hi', ''],
])('%s is refused', (_name, delivery, path) => {
	expect(verdict(v3Delivery, delivery)).toEqual([path]);
});

test('an event has the same fields whatever is known of it', () => {
	const bare = toEvent('messageReceived', {});
	const full = toEvent('message.add', { text: 'hi', direction: 'inbound', status: 'inbound' });
	expect(Object.keys(bare)).toEqual(Object.keys(full));
	expect(Object.keys(bare)).toEqual(Object.keys(wazzupEvent.shape));
	expect(wazzupEvent.parse(bare)).toEqual(bare);
	expect(full).toMatchObject({ event: 'message.add', text: 'hi', messageId: null });
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
