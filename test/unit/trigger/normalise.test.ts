import { v3EventNames, detailedEvent } from '../../../api/events/event';
import { v3Delivery } from '../../../api/events/v3';
import { normaliseV3 } from '../../../nodes/WazzupTrigger/v3/normalise';
import { Repeats } from '../../../nodes/WazzupTrigger/repeats';

const normalise = (delivery: unknown) => normaliseV3(v3Delivery.parse(delivery)).events;
const only = (delivery: unknown) => {
	const [event] = normalise(delivery);
	if (!event) throw new Error('The delivery has no event');
	return event;
};
const message = (changes: object) => ({ messages: [{ messageId: 'm-1', ...changes }] });

test.each([
	['a message of a customer', { isEcho: false }, 'messageReceived', 'inbound'],
	['an echo', { isEcho: true }, 'messageSent', 'outbound'],
	['one without the flag, sent', { status: 'sent' }, 'messageSent', 'outbound'],
	['one without the flag, inbound', { status: 'INBOUND' }, 'messageReceived', 'inbound'],
	['one that says nothing', {}, 'messageReceived', 'inbound'],
	['an edit', { isEcho: true, isEdited: true }, 'messageEdited', 'outbound'],
	['a deletion of an edited one', { isEdited: true, isDeleted: true }, 'messageDeleted', 'inbound'],
])('%s', (_, changes, event, direction) => {
	const normalised = only(message(changes));
	expect(normalised.event).toBe(event);
	expect(normalised.simplified).toMatchObject({ event, direction });
});

test('a failed delivery says why, in words where Wazzup gives only the code', () => {
	const status = { messageId: 'm-1', status: 'error', error: { error: 'BAD_CONTACT' } };
	expect(only({ statuses: [status] }).simplified).toMatchObject({
		event: 'messageStatus',
		direction: null,
		status: 'error',
		error: { code: 'BAD_CONTACT', message: expect.stringMatching(/\w+ \w+/) },
	});
	const told = { ...status, error: { error: 'NEW_CODE', description: 'as Wazzup says' } };
	expect(only({ statuses: [told] }).simplified.error).toEqual({
		code: 'NEW_CODE',
		message: 'as Wazzup says',
	});
});

test.each([
	['a text', '2025-05-06T16:16:00.002+02:00', '2025-05-06T14:16:00.002Z'],
	['milliseconds', 1746540960002, '2025-05-06T14:16:00.002Z'],
	['milliseconds as a text', '1746540960002', '2025-05-06T14:16:00.002Z'],
	['no time', 'yesterday', null],
	['nothing', null, null],
])('the time from %s is ISO 8601 in UTC', (_, timestamp, expected) => {
	const update = { channelId: 'c-1', state: 'active', timestamp };
	expect(only({ channelsUpdates: [update] }).simplified.timestamp).toBe(expected);
});

test('every event of v3 comes out, in the contract of the normalised event', () => {
	const events = normalise({
		messages: [
			{ messageId: '1' },
			{ messageId: '2', isEcho: true, quotedMessage: { messageId: '1', text: 'a' } },
			{ messageId: '3', isEdited: true },
			{ messageId: '4', isDeleted: true },
		],
		statuses: [{ messageId: '1', status: 'read' }],
		channelsUpdates: [{ channelId: 'c-1', tier: 'TIER_1K' }],
		templateStatus: { templateGuid: 't-1', name: 'Order', status: 'APPROVED' },
		createContact: { name: 'Anna', contactData: [{ chatType: 'telegram', username: 'anna' }] },
		createDeal: { contacts: ['1'] },
	});
	expect(events.map(({ event }) => event).sort()).toEqual([...v3EventNames].sort());
	for (const { simplified } of events) {
		expect(detailedEvent.strict().safeParse(simplified).error).toBeUndefined();
	}
});

test('what cannot be read is counted and takes nothing with it; raw is what Wazzup sent', () => {
	const odd = { messageId: 'm-2', chatType: 'vk', chatId: 12345, advert: { id: 1 } };
	const { events, unread } = normaliseV3({
		messages: ['hi', odd, { text: 'no id' }],
		statuses: [{ status: 'read' }, { messageId: 'm-3', timestamp: 1746540960002 }],
		templateStatus: {},
	});
	expect(events.map(({ raw }) => raw)).toEqual([
		odd,
		{ messageId: 'm-3', timestamp: 1746540960002 },
	]);
	expect(events.map(({ simplified }) => [simplified.chatId, simplified.timestamp])).toEqual([
		['12345', null],
		[null, '2025-05-06T14:16:00.002Z'],
	]);
	expect([...unread]).toEqual([
		['messages', 2],
		['statuses', 1],
		['templateStatus', 1],
	]);
});

describe('what two deliveries of the same event have in common', () => {
	const keyOf = (delivery: unknown) => {
		const { repeatKey, content } = only(delivery);
		return [repeatKey, content];
	};
	const status = (changes: object) => ({ statuses: [{ messageId: 'm-1', ...changes }] });
	const echo = (changes: object) => message({ isEcho: true, ...changes });
	const at = (minute: number) => `2025-05-06T14:${minute}:00Z`;
	test.each([
		['a message and its edit', message({}), message({ isEdited: true })],
		['two edits', message({ isEdited: true, text: 'a' }), message({ isEdited: true, text: 'b' })],
		['two statuses', status({ status: 'sent' }), status({ status: 'read' })],
		[
			'a status that comes back',
			status({ status: 'sent', timestamp: at(16) }),
			status({ status: 'sent', timestamp: at(17) }),
		],
		['a message that failed', echo({ status: 'sent' }), echo({ status: 'error' })],
		[
			'two failures',
			echo({ status: 'error', error: { error: 'BAD_CONTACT' } }),
			echo({ status: 'error', error: { error: 'SPAM' } }),
		],
	])('nothing: %s', (_, one, other) => expect(keyOf(one)).not.toEqual(keyOf(other)));

	test.each([
		['a message', echo({ status: 'sent' }), echo({ status: 'read' })],
		[
			'a status',
			status({ status: 'read', timestamp: at(16) }),
			status({ status: 'read', timestamp: at(16), data: 1 }),
		],
	])('a key: %s', (_, one, other) => expect(keyOf(one)).toEqual(keyOf(other)));

	test.each([{ createDeal: { contacts: ['1'] } }, { channelsUpdates: [{ channelId: 'c-1' }] }])(
		'none: %j',
		(delivery) => expect(only(delivery).repeatKey).toBeUndefined(),
	);
});

describe('repeats', () => {
	test('are remembered by node, up to a number', () => {
		const repeats = new Repeats(2);
		const isNew = (repeatKey: string, node = 'node') => repeats.isNew(node, { repeatKey });
		const news = ['a', 'b', 'a', 'c', 'a'].map((key) => isNew(key));
		expect(news).toEqual([true, true, false, true, true]);
		expect(isNew('c', 'another')).toBe(true);
	});

	test('are what equals the last content of a key', () => {
		const repeats = new Repeats();
		const news = ['11:00', '10:00', '11:00', '11:00'].map((content) =>
			repeats.isNew('node', { repeatKey: 'edit', content }),
		);
		expect(news).toEqual([true, true, true, false]);
	});

	test('do not exist without a key', () => {
		const repeats = new Repeats();
		expect([repeats.isNew('node', {}), repeats.isNew('node', {})]).toEqual([true, true]);
	});
});
