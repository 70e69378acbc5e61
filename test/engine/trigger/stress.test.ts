import fc from 'fast-check';
import pLimit from 'p-limit';
import { countBy, pick, range } from 'lodash';
import { noteFigures } from '../../figures';
import { useStress } from './stress';
import { bodiesFor } from './stressBodies';
import { stressSurfaces } from './stressSurfaces';

const EVENTS = 1_000;
const AT_ONCE = 100;
const FORGED = 500;
const JSON_TYPE = { 'content-type': 'application/json' };

const texts = range(EVENTS).map((n) => `event ${n}`);

describe.each(stressSurfaces)('$name', (surface) => {
	const use = useStress(surface);

	/** Posts the deliveries, many at a time; gives how many were answered with each status. */
	async function deliver(what: string, bodies: readonly object[]) {
		const started = Date.now();
		const limit = pLimit(AT_ONCE);
		const answers = await Promise.all(
			bodies.map(async (body) => await limit(async () => await use.post(body))),
		);
		await use.host.settled();
		const { length } = bodies;
		noteFigures({
			...{ surface: surface.name, what, deliveries: length, texts },
			...{ runs: pick(use.runs(), texts), started },
		});
		return countBy(answers);
	}

	test('1,000 deliveries in a burst start a run each', async () => {
		await use.publish();
		const answers = await deliver('a burst', texts.map(surface.delivery));
		expect(answers).toEqual({ 200: EVENTS });
		expect(use.runs()).toEqual(use.onceEach(texts));
	});

	test('each delivered three times, shuffled: one run for each event', async () => {
		await use.publish();
		const all = texts.flatMap((text) => Array(3).fill(surface.delivery(text)) as object[]);
		const shuffled = fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
		const delivered = fc.asyncProperty(shuffled, async (bodies) => {
			const answers = await deliver('each three times, shuffled', bodies);
			expect(answers).toEqual({ 200: 3 * EVENTS });
			expect(use.runs()).toEqual(use.onceEach(texts));
		});
		// Once is enough: the order is another one at every run of the test, and a failure names its seed.
		await fc.assert(delivered, { numRuns: 1, endOnFailure: true });
	});

	test('the same three at one moment: the first one starts a run, the others are answered too', async () => {
		await use.publish();
		const same = texts.slice(0, AT_ONCE);
		for (const body of same.map(surface.delivery)) {
			expect(await Promise.all([use.post(body), use.post(body), use.post(body)])).toEqual([
				...[200, 200, 200],
			]);
		}
		expect(use.runs()).toEqual(use.onceEach(same));
	});

	test('a forged token starts nothing, whatever it looks like', async () => {
		await use.publish();
		const genuine = use.url.searchParams.get('wazzupToken') ?? '';
		const token = fc.oneof(
			fc.string({ maxLength: 200 }),
			fc.nat({ max: genuine.length - 1 }).map((end) => genuine.slice(0, end)),
			fc.string({ minLength: 1 }).map((more) => genuine + more),
			fc
				.nat({ max: genuine.length - 1 })
				.map(
					(at) =>
						`${genuine.slice(0, at)}${genuine[at] === '0' ? '1' : '0'}${genuine.slice(at + 1)}`,
				),
			fc.constantFrom(genuine.toUpperCase(), ` ${genuine}`, `${genuine}\0`, `"${genuine}"`),
		);
		const queries = [
			...[`wazzuptoken=${genuine}`, `token=${genuine}`, `?wazzupToken=${genuine}`, genuine, ''],
			...[`wazzupToken=${genuine}&wazzupToken=a`, `wazzupToken=a&wazzupToken=${genuine}`],
			`wazzupToken=${genuine}&wazzupToken=${genuine}`,
			...['[]', '[0]', '[wazzupToken]', '[__proto__]', '[toString]', '[length]'].map(
				(more) => `wazzupToken${more}=${genuine}`,
			),
			...[`__proto__[wazzupToken]=${genuine}`, `constructor[wazzupToken]=${genuine}`],
			...['wazzupToken', 'wazzupToken=', 'wazzupToken=%', 'wazzupToken=%ED%A0%80'],
		];
		const query = fc.oneof(
			{ weight: 3, arbitrary: token.map((text) => `wazzupToken=${encodeURIComponent(text)}`) },
			{ weight: 1, arbitrary: fc.constantFrom(...queries) },
		);
		// The token anywhere else is none.
		const headers = { authorization: `Bearer ${genuine}`, wazzupToken: genuine };
		let forged = 0;
		const started = Date.now();
		const refused = fc.asyncProperty(query, bodiesFor(surface), async (search, body) => {
			const to = use.url;
			to.search = search;
			fc.pre(to.search !== use.url.search);
			to.hash = genuine;
			const delivery = { ...surface.delivery(`forged ${++forged}`), wazzupToken: genuine };
			expect(await use.post(delivery, to)).toBe(401);
			expect(await use.post(delivery, to, { headers: { ...JSON_TYPE, ...headers } })).toBe(401);
			// The test of an address is answered to anybody.
			expect([200, 401, 422]).toContain(await use.post(body, to));
			expect(use.host.started).toEqual([]);
		});
		await fc.assert(refused, { numRuns: FORGED });
		expect(await use.post(surface.delivery('genuine'))).toBe(200);
		expect(use.runs()).toEqual(use.onceEach(['genuine']));
		noteFigures({
			...{ surface: surface.name, what: 'forged tokens, and a genuine one in the end' },
			...{ deliveries: 3 * forged + 1, texts: ['genuine'] },
			...{ runs: pick(use.runs(), 'genuine'), started },
		});
	});
});
