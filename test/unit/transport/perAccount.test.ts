import { Limiter } from '../../../nodes/shared/transport/limiter';
import { PassKeeper, type Granted } from '../../../nodes/shared/transport/pass';
import { PerAccount } from '../../../nodes/shared/transport/perAccount';

const HOUR = 60 * 60_000;

test('what is asked for again is the same; what nobody asks for in hours is given up', () => {
	let now = 0;
	const things = new PerAccount<{ isBusy: boolean }>(() => now);
	const make = () => ({ isBusy: false });
	const used = things.of('used', make);
	const unused = things.of('unused', make);
	for (now = 0; now < 10 * HOUR; now += HOUR) expect(things.of('used', make)).toBe(used);
	expect(things.size).toBe(1);
	expect(things.of('unused', make)).not.toBe(unused);
});

test('what is at work is kept, however long that takes', () => {
	let now = 0;
	const things = new PerAccount<{ isBusy: boolean }>(() => now);
	const busy = { isBusy: true };
	things.of('busy', () => busy);
	now = 10 * HOUR;
	things.of('other', () => ({ isBusy: false }));
	expect(things.of('busy', () => ({ isBusy: false }))).toBe(busy);
});

test('a limiter is at work while a request is under way, or waits', async () => {
	const limiter = new Limiter(1);
	expect(limiter.isBusy).toBe(false);
	await limiter.take();
	expect(limiter.isBusy).toBe(true);
	const stop = new AbortController();
	const waiting = limiter.take(stop.signal);
	limiter.done();
	expect(limiter.isBusy).toBe(true);
	stop.abort();
	await waiting;
});

test('a keeper of a pass is at work while it gets a new one', async () => {
	const keeper = new PassKeeper();
	expect(keeper.isBusy).toBe(false);
	let grant: (granted: Granted) => void = () => {};
	const given = keeper.give(async () => await new Promise<Granted>((resolve) => (grant = resolve)));
	expect(keeper.isBusy).toBe(true);
	grant({ ok: true, pass: { secret: 'one', renewAt: Date.now() + HOUR } });
	await given;
	expect(keeper.isBusy).toBe(false);
});
