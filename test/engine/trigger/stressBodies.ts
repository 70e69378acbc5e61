import fc from 'fast-check';
import { cloneDeep, set } from 'lodash';
import type { StressSurface } from './stress';

/** Names that Wazzup uses, and some that are dangerous in JavaScript. */
const KEYS = [
	...['messages', 'statuses', 'createContact', 'createDeal', 'channelsUpdates', 'templateStatus'],
	...['channels', 'channelsList', 'event', 'data', 'meta', 'idempotency_key', 'timestamp', 'test'],
	...['messageId', 'message_id', 'channelId', 'contact', 'recipient', 'sender', 'status', 'error'],
	...['contactData', 'contacts', 'quotedMessage', 'isEcho', 'direction', 'text', 'dateTime'],
	...['chatId', 'chatType', 'type', 'authorType', 'authorName', 'content', 'state', 'plainId'],
	...['__proto__', 'constructor', 'prototype', 'toString', 'toJSON', 'then', 'length', 'valueOf'],
	...['hasOwnProperty', '__defineGetter__'],
];

/** What JSON can hold and `JSON.stringify` cannot write: numbers beyond any, and 10,000 levels. */
const RAW = [
	...['1e999', '-1E+999', '-0', '1e-999', '9'.repeat(400), '0.1', '"\ud800"'],
	...[200, 10_000].map((levels) => '['.repeat(levels) + ']'.repeat(levels)),
	...[200, 10_000].map((levels) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels)),
];

/** As JSON; `RAW:<number>` stands for a text of `RAW`. */
export const jsonOf = (value: unknown): string =>
	(JSON.stringify(value) ?? '').replace(/"RAW:(\d+)"/g, (_, at: string) => RAW[Number(at)] ?? '');

const key = fc.constantFrom(...KEYS);

/** Any value of JSON. */
export const anything = fc.oneof(
	{ weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
	{ weight: 3, arbitrary: fc.dictionary(key, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 6 }) },
	{
		weight: 2,
		arbitrary: fc.constantFrom(
			...[-1, 1e308, Number.MAX_SAFE_INTEGER + 1],
			...['', '\u0000', '\ud800', '💬', 'x'.repeat(5_000)],
		),
	},
	{ weight: 1, arbitrary: fc.constantFrom(...RAW.map((_, at) => `RAW:${at}`)) },
	{
		weight: 1,
		arbitrary: fc.tuple(key, fc.nat(RAW.length - 1)).map(([name, at]) => ({ [name]: `RAW:${at}` })),
	},
);

/** Brackets in brackets. */
const nested = fc
	.tuple(
		fc.integer({ min: 1, max: 50_000 }),
		fc.constantFrom(['[', ']'], ['{"a":', '}'], ['{"messages":[', ']}'], ['{"data":[', ']}']),
	)
	.map(
		([depth, [open = '', close = '']]) =>
			open.repeat(depth) + (open.endsWith(':') ? '1' : '') + close.repeat(depth),
	);

/** What somebody may post to a surface who knows the token and little else: text, or bytes that are none. */
export function bodiesFor(surface: StressSurface): fc.Arbitrary<string | Buffer> {
	const list = fc.array(anything, { maxLength: 3 });
	const object = fc.dictionary(key, anything, { maxKeys: 5 });
	const likely = fc.record(
		{
			event: fc.constantFrom(...surface.events, 'message.add'),
			...{ data: list, messages: list, statuses: list, channels: list, channelsList: list },
			...{ channelsUpdates: list, createContact: object, createDeal: object },
			...{ templateStatus: object, meta: anything },
		},
		{ requiredKeys: [] },
	);
	/** A genuine delivery with something else in one place. */
	const places = ['messages', 'messages[0]', 'statuses', 'channels', 'channelsList'];
	const replaced = fc
		.tuple(fc.constantFrom(...places, 'data', 'data[0]', 'meta', 'event'), anything)
		.map(([path, value]) => jsonOf(set(cloneDeep(surface.delivery('replaced')), path, value)));
	/** A genuine delivery whose message has something more or something else; in the text, where any key can be. */
	const changed = fc.tuple(key, anything).map(([name, value]) => {
		const text = JSON.stringify(surface.delivery('changed'));
		const end = text.indexOf('}]');
		return `${text.slice(0, end)},"${name}":${jsonOf(value)}${text.slice(end)}`;
	});
	/** A genuine delivery that is cut off, or has a piece of something else in it. */
	const broken = fc
		.tuple(fc.nat(), fc.string({ unit: 'binary', maxLength: 5 }))
		.map(([at, piece]) => {
			const text = JSON.stringify(surface.delivery('broken'));
			const end = at % text.length;
			return text.slice(0, end) + piece + (at % 2 ? text.slice(end + 1) : '');
		});
	return fc.oneof(
		{ weight: 3, arbitrary: likely.map(jsonOf) },
		{ weight: 2, arbitrary: replaced },
		{ weight: 3, arbitrary: changed },
		{ weight: 2, arbitrary: anything.map(jsonOf) },
		{ weight: 2, arbitrary: broken },
		{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 100 }) },
		{ weight: 1, arbitrary: fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)) },
		{ weight: 1, arbitrary: nested },
	);
}
