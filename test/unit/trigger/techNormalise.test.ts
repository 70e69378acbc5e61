import { detailedEvent, techEventNames } from '../../../api/events/event';
import { techDelivery } from '../../../api/events/tech';
import { techEvents, wireNameOf } from '../../../nodes/WazzupTrigger/tech/events';
import { normaliseTech } from '../../../nodes/WazzupTrigger/tech/normalise';

const normalise = (event: string, data: unknown, meta?: object) =>
	normaliseTech(techDelivery.parse({ event, data, meta })).events;
const only = (event: string, item: unknown, meta?: object) => {
	const [first, ...more] = normalise(event, item, meta);
	if (!first || more.length > 0) throw new Error('The delivery has not one event');
	return first;
};
const message = (changes: object) => only('message.add', [{ message_id: 'm-1', ...changes }]);

test('every event of Wazzup can be chosen, messages by direction', () => {
	const wire = techEvents.map(({ value }) => wireNameOf(value));
	expect([...new Set(wire)].sort()).toEqual([...techEventNames].sort());
	expect(techEvents.filter(({ value }) => wireNameOf(value) === 'message.add')).toMatchObject([
		{ value: 'messageReceived' },
		{ value: 'messageSent' },
	]);
});

test('every event comes out, in the contract of the normalised event', () => {
	const items: Record<string, object> = {
		'message.add': { message_id: '1' },
		'message.edit': { message_id: '1', text: 'b' },
		'message.delete': { message_id: '1' },
		'channel.create': { channel_id: 'c' },
		'channel.delete': { channel_id: 'c' },
		'channel.status_update': { channel_id: 'c', state: 'active' },
	};
	for (const name of techEventNames) {
		const { event, simplified } = only(name, [items[name] ?? { tomorrow: { x: 1 } }]);
		expect(techEvents.map(({ value }): string => value)).toContain(event);
		expect(wireNameOf(event)).toBe(name);
		expect(detailedEvent.strict().safeParse(simplified).error).toBeUndefined();
	}
});

test.each([
	['inbound', 'messageReceived', 'inbound'],
	['OUTBOUND', 'messageSent', 'outbound'],
	[undefined, 'messageReceived', 'inbound'],
])('direction %p', (direction, event, expected) => {
	expect(message({ direction })).toMatchObject({ event, simplified: { direction: expected } });
});

test.each([
	['a dialog', {}, 'Group'],
	['a group', { sender: { name: 'Bob', phone: 79 } }, 'Bob'],
	['a group that says nothing of the sender', { sender: { chat_id: '1' } }, 'Group'],
	['what the account wrote', { direction: 'outbound', sender: { name: 'Employee' } }, 'Group'],
])('the contact is who wrote, or the chat: %s', (_, changes, name) => {
	const { simplified } = message({ recipient: { chat_id: 1, name: 'Group' }, ...changes });
	expect(simplified).toMatchObject({ chatId: '1', contact: { name } });
});

test.each([
	['a code', 'spam', { code: 'spam', message: expect.stringMatching(/\w+ \w+/) }],
	['a sentence', 'No such number', { code: 'UNKNOWN_ERROR', message: 'No such number' }],
	['both', { code: 'X', description: 'why' }, { code: 'X', message: 'why' }],
	['nothing', null, null],
	['an empty text', '', null],
])('why a message failed, from %s', (_, reason, expected) => {
	const status = { message_id: 'm-1', status: 'error' };
	expect(only('message.status_update', [{ ...status, reason }]).simplified.error).toEqual(expected);
	expect(only('message.status_update', [{ ...status, error: reason }]).simplified.error).toEqual(
		expected,
	);
});

test('the time is that of the event in milliseconds, or else that of the delivery in seconds', () => {
	const at = (timestamp: unknown, meta?: object) =>
		only('message.add', [{ message_id: 'm-1', timestamp }], meta).simplified.timestamp;
	const meta = { timestamp: 1762340623 };
	expect(at(1762340622177, meta)).toBe('2025-11-05T11:03:42.177Z');
	expect(at('1762340622177', meta)).toBe('2025-11-05T11:03:42.177Z');
	expect(at(undefined, meta)).toBe('2025-11-05T11:03:43.000Z');
	expect(at('tomorrow', meta)).toBe('2025-11-05T11:03:43.000Z');
	expect(at(undefined)).toBeNull();
});

test('a status names the request that sent the message, where Wazzup tells it', () => {
	const named = only('message.status_update', [{ request_id: 'r-1', status: 'sent' }]);
	expect(named.simplified).toMatchObject({ messageId: null, requestId: 'r-1', status: 'sent' });
});

test('an attachment becomes a file', () => {
	const attachment = { url: 'https://a.example/a', name: 'a', mimetype: 'image/png', size: '7' };
	const file = { url: 'https://a.example/a', name: 'a', mimeType: 'image/png', size: 7 };
	expect(message({ attachment }).simplified.file).toEqual(file);
	expect(message({ attachment: { ...attachment, url: null } }).simplified.file).toBeNull();
	expect(only('message.edit', [{ message_id: '1', attachment }]).simplified.file).toEqual(file);
});

test('one item alone is as good as a list', () => {
	expect(normalise('message.delete', { message_id: 'm-1' })).toMatchObject([
		{ simplified: { messageId: 'm-1' } },
	]);
});

test('what cannot be read is counted and takes nothing with it; raw is what Wazzup sent', () => {
	const odd = { message_id: 'm-2', recipient: { chat_id: 7, name: { x: 1 } }, timestamp: [] };
	const { events, unread } = normaliseTech({
		event: 'message.add',
		data: ['hi', odd, { text: 'no id' }],
	});
	expect(events).toMatchObject([{ raw: odd, simplified: { chatId: '7', timestamp: null } }]);
	expect([...unread]).toEqual([['message.add', 2]]);
	expect(normaliseTech({ event: 'constructor', data: [odd] }).events).toEqual([]);
});

describe('what two deliveries of the same event have in common', () => {
	const meta = { idempotency_key: 'key' };

	test('the key, for each item by its place', () => {
		const items = [{ message_id: 'm-1' }, { message_id: 'm-2' }];
		const keys = normalise('message.add', items, meta).map(({ repeatKey }) => repeatKey);
		expect(new Set(keys).size).toBe(2);
		expect(normalise('message.add', items, meta).map(({ repeatKey }) => repeatKey)).toEqual(keys);
		const [other] = normalise('message.add', items, { idempotency_key: 'another' });
		expect(keys).not.toContain(other?.repeatKey);
	});

	test('without one, what names the thing that happened', () => {
		const keyOf = (event: string, item: object) => {
			const { repeatKey, content } = only(event, [{ message_id: 'm-1', ...item }]);
			return `${repeatKey} ${content}`;
		};
		const keys = [
			keyOf('message.add', {}),
			keyOf('message.add', { direction: 'outbound' }),
			keyOf('message.edit', { text: 'a' }),
			keyOf('message.edit', { text: 'b' }),
			keyOf('message.delete', {}),
			keyOf('message.status_update', { status: 'sent', timestamp: 1 }),
			keyOf('message.status_update', { status: 'sent', timestamp: 2 }),
			keyOf('message.status_update', { status: 'read', timestamp: 2 }),
		];
		expect(new Set(keys).size).toBe(keys.length);
	});

	test('nothing, where two can mean two', () => {
		expect(only('channel.create', [{ channel_id: 'c' }]).repeatKey).toBeUndefined();
		expect(
			only('message.status_update', [{ message_id: 'm', status: 'sent' }]).repeatKey,
		).toBeUndefined();
	});
});
