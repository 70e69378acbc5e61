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
		const taken = await limiter.take();
		if (taken === undefined) return;
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
	// The first 500 need no waiting, so the pace is that of the others.
	expect(4_500 / seconds).toBeGreaterThanOrEqual(95);
});

test('a 429 halves the pace once for all requests that were under way, and the pace grows back', async () => {
	const clock = new FakeClock();
	const limiter = new Limiter(100, clock);
	await clock.run(10);
	const first = await limiter.take();
	const second = await limiter.take();
	await clock.run(10);
	limiter.refused(first ?? 0);
	limiter.refused(second ?? 0);
	expect(limiter.currentPace).toBe(50);
	for (let window = 0; window < 8; window++) {
		await clock.run(5_000);
		await limiter.take();
		limiter.done();
	}
	expect(limiter.currentPace).toBe(100);
});

test('Retry-After holds everybody back for as long as it says', async () => {
	const clock = new FakeClock();
	const limiter = new Limiter(100, clock);
	const taken = await limiter.take();
	limiter.refused(taken ?? 0, 30_000);
	let startedAt: number | undefined;
	const refusedAt = clock.now();
	void limiter.take().then(() => (startedAt = clock.now()));
	await clock.run(60_000);
	expect(startedAt).toBe(refusedAt + 30_000);
});

test('a cancelled wait ends at once and takes no place', async () => {
	const clock = new FakeClock();
	const limiter = new Limiter(1, clock);
	await limiter.take();
	const cancel = new AbortController();
	const waiting = limiter.take(cancel.signal);
	const behind = limiter.take();
	cancel.abort();
	expect(await waiting).toBeUndefined();
	limiter.done();
	await clock.run(5_000);
	expect(await behind).toBeDefined();
});

test('an urgent request goes before those that wait', async () => {
	const clock = new FakeClock();
	const limiter = new Limiter(1, clock);
	await limiter.take();
	const order: string[] = [];
	void limiter.take().then(() => order.push('first in the queue'));
	void limiter.take().then(() => order.push('ordinary'));
	void limiter.take(undefined, true).then(() => order.push('urgent'));
	for (let n = 0; n < 4; n++) {
		limiter.done();
		await clock.run(5_000);
	}
	expect(order.indexOf('urgent')).toBeLessThan(order.indexOf('ordinary'));
});

test('all nodes of one account share a limiter; another setting is taken over', () => {
	const one = limiterOf('account a', 100);
	expect(limiterOf('account a', 40)).toBe(one);
	expect(one.currentPace).toBe(40);
	expect(limiterOf('account b', 100)).not.toBe(one);
});
