import fc from 'fast-check';
import { cloneDeep, countBy, set } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { noteFigures } from '../../figures';
import { useStress } from './stress';
import { stressSurfaces } from './stressSurfaces';

/** Deliveries of each surface: with both surfaces 10,000. */
const DELIVERIES = 5_000;
/** Deliveries that are posted side by side, a genuine one among them. */
const AT_ONCE = 50;
/** What a delivery may be answered with: taken, no delivery of Wazzup, too large, no JSON. */
const ANSWERS = [200, 400, 413, 422];
const MB = 1024 * 1024;

/** Names that Wazzup uses, and some that are dangerous in JavaScript. */
const KEYS = [
	...['messages', 'statuses', 'createContact', 'createDeal', 'channelsUpdates', 'templateStatus'],
	...['event', 'data', 'meta', 'idempotency_key', 'timestamp', 'test'],
	...['messageId', 'message_id', 'channelId', 'contact', 'recipient', 'sender', 'status', 'error'],
	...['contactData', 'contacts', 'quotedMessage', 'isEcho', 'direction', 'text', 'dateTime'],
	...['__proto__', 'constructor', 'prototype', 'toString', 'toJSON', 'then', 'length'],
];

const anything = fc.oneof(
	fc.jsonValue({ maxDepth: 3 }),
	fc.dictionary(fc.constantFrom(...KEYS), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 6 }),
	fc.constantFrom(
		-1,
		1e308,
		Number.MAX_SAFE_INTEGER + 1,
		'',
		'\u0000',
		'\ud800',
		'💬',
		'x'.repeat(5_000),
	),
);

/** Brackets in brackets. */
const nested = fc
	.tuple(
		fc.integer({ min: 1, max: 50_000 }),
		fc.constantFrom(['[', ']'], ['{"a":', '}'], ['{"messages":[', ']}']),
	)
	.map(
		([depth, [open = '', close = '']]) =>
			open.repeat(depth) + (open.endsWith(':') ? '1' : '') + close.repeat(depth),
	);

describe.each(stressSurfaces)('$name', (surface) => {
	const use = useStress(surface);
	let genuine = 0;

	const valid = fc.constantFrom(...surface.events, 'message.add').chain((event) =>
		fc.record(
			{
				event: fc.constant(event),
				data: fc.array(anything, { maxLength: 3 }),
				messages: fc.array(anything, { maxLength: 3 }),
				statuses: fc.array(anything, { maxLength: 3 }),
				channelsUpdates: fc.array(anything, { maxLength: 2 }),
				createContact: fc.dictionary(fc.constantFrom(...KEYS), anything, { maxKeys: 5 }),
				createDeal: fc.dictionary(fc.constantFrom(...KEYS), anything, { maxKeys: 5 }),
				templateStatus: fc.dictionary(fc.constantFrom(...KEYS), anything, { maxKeys: 5 }),
				meta: anything,
			},
			{ requiredKeys: [] },
		),
	);
	/** A genuine delivery with something else in one place. */
	const mutated = fc
		.tuple(
			fc.constantFrom(
				'messages',
				'messages[0]',
				'data',
				'data[0]',
				'meta',
				'event',
				...KEYS.map((key) => `messages[0].${key}`),
				...KEYS.map((key) => `data[0].${key}`),
			),
			anything,
		)
		.map(([path, value]) => set(cloneDeep(surface.delivery('mutated')), path, value));
	/** A genuine delivery that is cut off, or has a piece of something else in it. */
	const broken = fc
		.tuple(fc.nat(), fc.string({ unit: 'binary', maxLength: 5 }))
		.map(([at, piece]) => {
			const text = JSON.stringify(surface.delivery('broken'));
			const end = at % text.length;
			return text.slice(0, end) + piece + (at % 2 ? text.slice(end + 1) : '');
		});
	/** A genuine delivery with something deep in one place. */
	const deep = fc.tuple(fc.constantFrom(...KEYS), nested).map(([key, value]) => {
		const text = JSON.stringify(surface.delivery('deep'));
		const end = text.includes('}]') ? text.indexOf('}]') : text.lastIndexOf('}');
		return `${text.slice(0, end)},"${key}":${value}${text.slice(end)}`;
	});
	const json = fc.oneof(valid, mutated, anything).map((body) => JSON.stringify(body) ?? '');
	const delivery = fc.oneof(
		{ weight: 8, arbitrary: json },
		{ weight: 2, arbitrary: broken },
		{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 100 }) },
		{ weight: 1, arbitrary: nested },
		{ weight: 1, arbitrary: deep },
	);

	/** Posts fuzzed deliveries with genuine ones among them, which alone have to start a run each. */
	async function survives(what: string, parameters: IDataObject, deliveries: number) {
		await use.publish(parameters);
		const started = Date.now();
		const answers: number[] = [];
		const runs: Record<string, number> = {};
		const batch = fc.array(delivery, { minLength: AT_ONCE, maxLength: AT_ONCE });
		const survived = fc.asyncProperty(batch, async (bodies) => {
			const text = `genuine ${++genuine}`;
			const all = [...bodies, surface.delivery(text)];
			const statuses = await Promise.all(all.map(async (body) => await use.post(body)));
			answers.push(...statuses);
			expect(statuses.filter((status) => !ANSWERS.includes(status))).toEqual([]);
			// A throw in the node rejects here.
			await use.host.settled();
			const items = use.host.started.splice(0).flatMap((start) => start.items);
			runs[text] = items.filter((item) => item.text === text).length;
			expect(runs[text]).toBe(1);
			for (const { event } of items) expect(surface.events).toContain(event);
		});
		await fc.assert(survived, { numRuns: deliveries / AT_ONCE, endOnFailure: true });
		const told = Object.entries(countBy(answers)).map(([status, count]) => `${count} × ${status}`);
		noteFigures({
			...{ surface: surface.name, what: `${what}: ${told.join(', ')}`, deliveries: answers.length },
			...{ texts: Object.keys(runs), runs, started },
		});
	}

	test('fuzzed deliveries break nothing, and the genuine ones among them start one run each', async () => {
		await survives('fuzzed', {}, DELIVERIES / 2);
	});

	test('the same where the items are what Wazzup sent, and filters read them', async () => {
		const options = {
			channels: ['channel-1'],
			chatTypes: ['whatsapp'],
			chats: 'direct',
			ignoreOwn: true,
		};
		await survives('fuzzed, Raw and filters', { output: 'raw', options }, DELIVERIES / 2);
	});

	test('10 MB: 413 where it is JSON, 422 where it is none, and the next delivery starts a run', async () => {
		await use.publish();
		const large = 'x'.repeat(10 * MB);
		expect(await use.post({ ...surface.delivery('large'), large })).toBe(413);
		expect(await use.post(`[${large}`)).toBe(422);
		expect(await use.post('['.repeat(10 * MB))).toBe(422);
		expect(use.host.started).toEqual([]);
		expect(await use.post(surface.delivery('genuine'))).toBe(200);
		expect(use.runs()).toEqual({ genuine: 1 });
	});
});
