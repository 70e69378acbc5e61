import { isTooDeep, isTooMuch } from '../../../nodes/WazzupTrigger/measure';
import { legacyDelivery } from '../../../api/events/legacy';
import { techDelivery } from '../../../api/events/tech';
import { v3Delivery } from '../../../api/events/v3';
import { normaliseLegacy } from '../../../nodes/WazzupTrigger/legacy/normalise';
import { normaliseTech } from '../../../nodes/WazzupTrigger/tech/normalise';
import { normaliseV3 } from '../../../nodes/WazzupTrigger/v3/normalise';

const list = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
const object = (levels: number): unknown =>
	JSON.parse('{"a":'.repeat(levels) + 'null' + '}'.repeat(levels));

test.each([list, object])('100 levels are taken, 101 are not', (nested) => {
	expect(isTooDeep(nested(100))).toBe(false);
	expect(isTooDeep(nested(101))).toBe(true);
	expect(isTooDeep(nested(100_000))).toBe(true);
});

test('100,000 values are taken, one more is not, wherever they stand', () => {
	// The delivery and its list are values too.
	expect(isTooMuch({ messages: Array(99_998).fill(0) })).toBe(false);
	expect(isTooMuch({ messages: Array(99_999).fill(0) })).toBe(true);
	expect(isTooMuch(list(100_000))).toBe(false);
	expect(isTooMuch(list(100_001))).toBe(true);
});

test.each([undefined, null, 'text', 7, true, [], {}])('%j is neither', (value) => {
	expect([isTooDeep(value), isTooMuch(value)]).toEqual([false, false]);
});

const more = object(10_000);

test.each([
	[
		'v3',
		normaliseV3(
			v3Delivery.parse({
				messages: [{ messageId: 'm-1', more }, { messageId: 'm-2' }],
				createContact: { contactData: [{ chatId: '7', more }] },
			}),
		),
		['messageReceived'],
	],
	[
		'tech',
		normaliseTech(
			techDelivery.parse({
				event: 'message.add',
				data: [{ message_id: 'm-1', more }, { message_id: 'm-2' }],
			}),
		),
		['messageReceived'],
	],
	[
		'legacy',
		normaliseLegacy(
			legacyDelivery.parse({
				messages: [
					{ messageId: 'm-1', status: 99, more },
					{ messageId: 'm-2', status: 99 },
				],
				channelsList: [{ channelId: 'c-1', more }, { channelId: 'c-2' }],
			}),
		),
		['messageReceived', 'channelList'],
	],
])('%s: an entry of 10,000 levels takes none of the others with it', (_, reading, names) => {
	expect(reading.events.map(({ event }) => event)).toEqual(names);
	expect(() => JSON.stringify(reading.events)).not.toThrow();
	expect(reading.unread.size).toBeGreaterThan(0);
});
