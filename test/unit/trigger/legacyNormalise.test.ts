import { detailedEvent, legacyEventNames } from '../../../api/events/event';
import { legacyDelivery } from '../../../api/events/legacy';
import { normaliseLegacy } from '../../../nodes/WazzupTrigger/legacy/normalise';

const normalise = (body: object) => normaliseLegacy(legacyDelivery.parse(body));
const incoming = { messageId: 'm-1', status: 99, authorType: 99 };
const outgoing = { messageId: 'm-2', status: 1, authorType: 0 };
const channel = { channelId: 'c-1', transport: 'whatsapp', plainId: '7901', state: 'active' };

test('a delivery with every kind gives every event, in the contract of the normalised event', () => {
	const { events, unread } = normalise({
		channelsList: [channel],
		channels: [channel],
		statuses: [{ messageId: 'm-2', status: 2 }],
		messages: [incoming, outgoing],
	});
	expect(events.map(({ event }) => event).sort()).toEqual([...legacyEventNames].sort());
	for (const { event, simplified } of events) {
		expect(simplified.event).toBe(event);
		expect(detailedEvent.strict().safeParse(simplified).error).toBeUndefined();
	}
	expect(unread.size).toBe(0);
});

test.each([
	['no kind at all', {}],
	['empty lists', { messages: [], channels: [], statuses: [] }],
	['nulls', { messages: null, channels: null, statuses: null, channelsList: null }],
])('%s: no event', (_, body) => {
	expect(normalise(body)).toEqual({ events: [], unread: new Map() });
});

test('an entry that does not fit takes none of the others with it, also in the list of channels', () => {
	const { events, unread } = normalise({
		messages: [{ text: 'no id' }, incoming, 'no object'],
		statuses: [{ status: 1 }],
		channelsList: [null, channel],
	});
	expect(events.map(({ event }) => event)).toEqual(['messageReceived', 'channelList']);
	expect(events[1]?.simplified.channels).toEqual([channel]);
	expect([...unread]).toEqual([
		['messages', 2],
		['statuses', 1],
		['channelsList', 1],
	]);
});

test('what came stays as it came, with names beside the numbers', () => {
	const { events } = normalise({ messages: [{ ...incoming, type: 21, instPost: { id: 7 } }] });
	expect(events[0]?.raw).toEqual({
		...incoming,
		type: 21,
		instPost: { id: 7 },
		typeName: 'missing_call',
		statusName: 'inbound',
		authorTypeName: 'Customer',
	});
});

test('what a second delivery has in common with the first, and what tells a change from it', () => {
	const keysOf = (body: object) =>
		normalise(body).events.map(({ repeatKey, content }) => [repeatKey, content]);
	const failed = { ...outgoing, status: 13 };
	expect(keysOf({ messages: [incoming] })).toEqual(keysOf({ messages: [incoming] }));
	expect(keysOf({ messages: [failed] })).not.toEqual(keysOf({ messages: [outgoing] }));
	expect(keysOf({ messages: [{ ...outgoing, status: 2 }] })).toEqual(
		keysOf({ messages: [outgoing] }),
	);
	const [one] = keysOf({ statuses: [{ messageId: 'm', status: 1 }] });
	const [other] = keysOf({ statuses: [{ messageId: 'm', status: 2 }] });
	expect([one?.[0], one?.[1] === other?.[1]]).toEqual([other?.[0], false]);
	const [before] = keysOf({ channels: [channel] });
	const [after] = keysOf({ channels: [{ ...channel, state: 'qr' }] });
	expect([before?.[0], before?.[1] === after?.[1]]).toEqual([after?.[0], false]);
});
