import { Limiter, limiterOf } from '../../../nodes/shared/transport/limiter';
import { FakeClock } from './fakeClock';

/** Sends requests through a limiter and notes when each one arrived. */
async function load(
	limiter: Limiter,
	clock: FakeClock,
	count: number,
	latency: (n: number) => number,
) {
	const arrivals: number[] = [];
	const requests = [...Array(count).keys()].map(async (n) => {
		await limiter.take();
		await clock.sleep(latency(n) / 2);
		arrivals.push(clock.now());
		await clock.sleep(latency(n) / 2);
		limiter.done();
	});
	return { arrivals, all: Promise.all(requests) };
}

/** The most arrivals in any window of five seconds, wherever it starts. */
function mostInAWindow(arrivals: number[]): number {
	const sorted = [...arrivals].sort((one, other) => one - other);
	return Math.max(
		...sorted.map((start) => sorted.filter((time) => time >= start && time < start + 5_000).length),
	);
}

test('never more than the allowed number arrives in any five seconds, whatever each request takes', async () => {
	const clock = new FakeClock();
	const limiter = new Limiter(50, clock);
	const { arrivals } = await load(limiter, clock, 400, (n) => 20 + ((n * 7919) % 900));
	await clock.run(120_000);
	expect(arrivals).toHaveLength(400);
	expect(mostInAWindow(arrivals)).toBeLessThanOrEqual(50);
});

test('it keeps up with at least 95 % of the allowed pace at 100 ms of delay', async () => {
	const clock = new FakeClock();
	const limiter = new Limiter(500, clock);
	const { arrivals } = await load(limiter, clock, 5_000, () => 100);
	await clock.run(60_000);
	const seconds = (Math.max(...arrivals) - Math.min(...arrivals)) / 1000;
	expect(arrivals).toHaveLength(5_000);
	expect(5_000 / seconds).toBeGreaterThanOrEqual(95);
});

test('a 429 halves the pace once for all requests that were under way, and the pace grows back', async () => {
	const clock = new FakeClock();
	const limiter = new Limiter(100, clock);
	await clock.run(10);
	await Promise.all([limiter.take(), limiter.take()]);
	const takenAt = clock.now();
	await clock.run(10);
	limiter.refused(takenAt);
	limiter.refused(takenAt);
	expect(limiter.currentPace).toBe(50);
	for (let window = 0; window < 30; window++) {
		await clock.run(5_000);
		await limiter.take();
		limiter.done();
	}
	expect(limiter.currentPace).toBe(100);
});

test('Retry-After holds everybody back for as long as it says', async () => {
	const clock = new FakeClock();
	const limiter = new Limiter(100, clock);
	await limiter.take();
	limiter.refused(clock.now(), 30_000);
	let startedAt: number | undefined;
	const refusedAt = clock.now();
	void limiter.take().then(() => (startedAt = clock.now()));
	await clock.run(60_000);
	expect(startedAt).toBe(refusedAt + 30_000);
});

test('a lasting 429 is waited for three minutes, then everybody who waits is told', async () => {
	const clock = new FakeClock();
	const limiter = new Limiter(100, clock);
	const startedAt = clock.now();
	const told: number[] = [];
	const refusedForEver = async () => {
		for (;;) {
			const place = await limiter.take();
			if (place === 'cancelled' || 'refusedUntil' in place) break;
			await clock.sleep(50);
			if (limiter.refused(place.takenAt)) break;
		}
		told.push(clock.now() - startedAt);
	};
	for (let n = 0; n < 300; n++) void refusedForEver();
	await clock.run(600_000);
	expect(told).toHaveLength(300);
	expect(Math.max(...told)).toBeLessThan(200_000);
	expect(Math.min(...told)).toBeGreaterThan(150_000);
});

test('a Retry-After that nobody would wait for is told at once', async () => {
	const clock = new FakeClock();
	const limiter = new Limiter(100, clock);
	await limiter.take();
	const until = clock.now() + 3_600_000;
	expect(limiter.refused(clock.now(), 3_600_000)).toEqual({ refusedUntil: until });
	expect(await limiter.take()).toEqual({ refusedUntil: until });
});

test('a pace that was lowered is not lifted by another credential of the same key', () => {
	const limiter = new Limiter(100);
	limiter.refused(Date.now());
	limiter.allow(400);
	expect(limiter.currentPace).toBe(50);
});

test('a cancelled wait ends at once and takes no place', async () => {
	const clock = new FakeClock();
	const limiter = new Limiter(1, clock);
	await limiter.take();
	const cancel = new AbortController();
	const waiting = limiter.take(cancel.signal);
	const behind = limiter.take();
	cancel.abort();
	expect(await waiting).toBe('cancelled');
	limiter.done();
	await clock.run(5_000);
	expect(await behind).toHaveProperty('takenAt');
});

test('an urgent request goes before those that wait', async () => {
	const clock = new FakeClock();
	const limiter = new Limiter(1, clock);
	await limiter.take();
	const order: string[] = [];
	void limiter.take().then(() => order.push('first in the queue'));
	void limiter.take().then(() => order.push('ordinary'));
	void limiter.take(undefined, true).then(() => order.push('urgent'));
	void limiter.take(undefined, true).then(() => order.push('urgent, later'));
	for (let n = 0; n < 5; n++) {
		limiter.done();
		await clock.run(5_000);
	}
	expect(order).toEqual(['urgent', 'urgent, later', 'first in the queue', 'ordinary']);
});

test('all nodes of one account share a limiter; another setting is taken over', () => {
	const one = limiterOf('account a', 100);
	expect(limiterOf('account a', 40)).toBe(one);
	expect(one.currentPace).toBe(40);
	expect(limiterOf('account b', 100)).not.toBe(one);
});
