import { explainCode } from '../../../../api/errors';
import { detailedEvent } from '../../../../api/events/event';
import {
	legacyChannelEntry,
	legacyDelivery,
	legacyMessageEntry,
	legacyStatusEntry,
	ofLegacyChannel,
	ofLegacyChannelList,
	ofLegacyMessage,
	ofLegacyStatus,
	withLegacyNames,
} from '../../../../api/events/legacy';
import { channelStateOf } from '../../../../api/v3/channels';
import {
	legacyAuthorName,
	legacyAuthorTypes,
	legacyMessageTypes,
	legacyStatuses,
	legacyStatusOf,
	legacyTypeName,
} from '../../../../api/legacy/codes';
import { channel, incoming, instPost, outgoing } from './examples';

const message = (change: object = {}) =>
	ofLegacyMessage(legacyMessageEntry.parse({ ...incoming, ...change }));
const status = (given: unknown) =>
	ofLegacyStatus(legacyStatusEntry.parse({ messageId: 'm', status: given }));

const blank = { contact: null, error: null, file: null, quoted: null, account: null };

test('a message of the customer', () => {
	expect(message()).toEqual({
		...blank,
		event: 'messageReceived',
		messageId: incoming.messageId,
		channelId: incoming.channelId,
		chatType: 'whatsapp',
		chatId: '79124698489',
		direction: 'inbound',
		type: 'text',
		text: 'Hello',
		status: 'inbound',
		contact: { name: 'Anna', phone: null, username: null, avatarUrl: null },
		timestamp: '2020-10-29T13:12:51.000Z',
	});
});

test('a message of the account, with a file, in a group', () => {
	expect(ofLegacyMessage(legacyMessageEntry.parse(outgoing))).toMatchObject({
		event: 'messageSent',
		chatType: 'whatsgroup',
		chatId: '79124698489-1611143663',
		direction: 'outbound',
		type: 'image',
		text: null,
		file: { url: outgoing.content },
		status: 'sent',
		contact: null,
	});
});

test('either number tells that the customer wrote it', () => {
	expect(message({ status: 1 }).event).toBe('messageReceived');
	expect(message({ authorType: undefined }).event).toBe('messageReceived');
	expect(message({ status: '99', authorType: undefined }).event).toBe('messageReceived');
	expect(message({ status: 1, authorType: 9 })).toMatchObject({
		event: 'messageSent',
		contact: null,
	});
});

test('a comment under an Instagram post keeps the post', () => {
	const read = legacyMessageEntry.parse({ ...incoming, chatType: 'instagram', instPost });
	expect(read.instPost).toMatchObject({ id: instPost.id, likes: 0, description: 'Красота' });
});

test('a number that the document does not have stays readable', () => {
	expect(message({ type: 33, status: 44 })).toMatchObject({ type: '33', status: '44' });
	expect(message({ type: null, status: undefined })).toMatchObject({ type: null, status: null });
});

test.each([
	[0, 'pending', null],
	[1, 'sent', null],
	[2, 'delivered', null],
	[3, 'read', null],
	['3', 'read', null],
	[13, 'error', 'BAD_CONTACT'],
	[14, 'error', 'TOO_LONG_TEXT'],
	[15, 'error', 'BAD_LINK'],
	[17, 'error', 'TOO_BIG_CONTENT'],
	[18, 'error', 'SPAM'],
	[19, 'error', 'TOO_MANY_EXT_REQS'],
	[21, 'error', 'WRONG_CONTENT'],
	[66, 'error', 'GENERAL_ERROR'],
])('status %j', (given, name, code) => {
	expect(status(given)).toMatchObject({
		event: 'messageStatus',
		messageId: 'm',
		status: name,
		error: code && { code, message: explainCode(code)?.what },
		timestamp: null,
	});
});

test('a channel and a list of channels', () => {
	const entry = legacyChannelEntry.parse(channel);
	expect(ofLegacyChannel(entry)).toMatchObject({
		event: 'channelUpdated',
		channelId: channel.channelId,
		status: 'active',
	});
	const list = ofLegacyChannelList([entry]);
	expect(list).toMatchObject({ event: 'channelList', channelId: null, channels: [channel] });
	expect(detailedEvent.safeParse(list).success).toBe(true);
});

test('a delivery may hold several kinds, none, or a test', () => {
	for (const body of [
		{ messages: [incoming], statuses: [{ messageId: 'm', status: 1 }], channels: [channel] },
		{ channelsList: [channel] },
		{ messages: [], channels: [], statuses: [] },
		{ test: true },
	]) {
		expect(legacyDelivery.parse(body)).toEqual(body);
	}
	expect(legacyMessageEntry.safeParse({ ...incoming, messageId: '' }).success).toBe(false);
});

test('every number of the tables has its word, also given as a text', () => {
	for (const code of Object.keys(legacyMessageTypes)) expect(legacyTypeName(code)).toBeDefined();
	for (const code of Object.keys(legacyAuthorTypes)) expect(legacyAuthorName(+code)).toBeDefined();
	expect(Object.keys(legacyStatuses).map(Number)).toEqual([
		0, 1, 2, 3, 13, 14, 15, 17, 18, 19, 21, 66, 99,
	]);
	expect(Object.keys(legacyMessageTypes).map(Number)).toEqual([0, 1, 2, 3, 4, 5, 21]);
	expect(Object.keys(legacyAuthorTypes).map(Number)).toEqual([0, 1, 3, 4, 5, 6, 7, 8, 9, 99]);
	for (const none of [undefined, null, '', 'toString', 2.5, 4000]) {
		expect(legacyTypeName(none)).toBeUndefined();
		expect(legacyStatusOf(none)).toBeUndefined();
		expect(legacyAuthorName(none)).toBeUndefined();
	}
});

test('the states of the document are known', () => {
	for (const state of [
		'active',
		'disabled',
		'phoneUnavailable',
		'qr',
		'openElsewhere',
		'notEnoughMoney',
	]) {
		expect(channelStateOf(state)).toBeDefined();
	}
});

test('names stand beside their numbers', () => {
	expect(withLegacyNames({ messageId: 'm', type: 21, status: 3, authorType: 9 })).toEqual({
		messageId: 'm',
		type: 21,
		status: 3,
		authorType: 9,
		typeName: 'missing_call',
		statusName: 'read',
		authorTypeName: 'Wazzup API',
	});
	expect(withLegacyNames({ status: 13 })).toEqual({ status: 13, statusName: 'error' });
	expect(withLegacyNames({ type: 77 })).toEqual({ type: 77 });
});
