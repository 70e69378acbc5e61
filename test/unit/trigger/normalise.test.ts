import { v3EventNames, detailedEvent } from '../../../api/events/event';
import { v3Delivery } from '../../../api/events/v3';
import { grant } from '../../../nodes/WazzupTrigger/creation';
import { normaliseV3 } from '../../../nodes/WazzupTrigger/normalise';
import { Repeats } from '../../../nodes/WazzupTrigger/repeats';

const normalise = (delivery: unknown) => normaliseV3(v3Delivery.parse(delivery));
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

describe('what two deliveries of the same event have in common', () => {
	const keyOf = (delivery: unknown) => only(delivery).repeatKey;
	const status = (changes: object) => ({ statuses: [{ messageId: 'm-1', ...changes }] });
	test.each([
		['a message and its edit', message({}), message({ isEdited: true })],
		['two edits', message({ isEdited: true, text: 'a' }), message({ isEdited: true, text: 'b' })],
		['two statuses', status({ status: 'sent' }), status({ status: 'read' })],
		[
			'two edits in the messenger',
			status({ status: 'edited', timestamp: '2025-05-06T14:16:00Z' }),
			status({ status: 'edited', timestamp: '2025-05-06T14:17:00Z' }),
		],
	])('nothing: %s', (_, one, other) => expect(keyOf(one)).not.toBe(keyOf(other)));

	test.each([
		['a message', message({ isEcho: true }), message({ isEcho: true, status: 'read' })],
		['a status', status({ status: 'read' }), status({ status: 'read', timestamp: '2025-05-06' })],
	])('a key: %s', (_, one, other) => expect(keyOf(one)).toBe(keyOf(other)));

	test('a creation request has none: each wants its answer', () => {
		expect(keyOf({ createDeal: { contacts: ['1'] } })).toBeUndefined();
	});
});

test('repeats are remembered by node, up to a number', () => {
	const repeats = new Repeats(2);
	const firsts = ['a', 'b', 'a', 'c', 'a'].map((event) => repeats.isFirst('node', event));
	expect(firsts).toEqual([true, true, false, true, true]);
	expect(repeats.isFirst('another', 'c')).toBe(true);
});

test.each([
	[{ username: 'anna' }, 'anna'],
	[{ phone: '7901' }, '7901'],
	[{ chatId: 'guid' }, 'guid'],
	[{}, 'New contact'],
])('a contact that Wazzup has no name for is named after %p', (chat, name) => {
	const { entity } = grant({ createContact: { contactData: [chat] } });
	expect(entity).toMatchObject({ name });
});
