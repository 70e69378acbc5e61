import { MOST_AT_ONCE, Pace } from '../../../nodes/shared/transport/pace';

const WINDOW = 5_000;

/** When each of so many requests goes out that all wait from the start; none falls free again. */
function departures(pace: Pace, count: number): number[] {
	let now = 0;
	return Array.from({ length: count }, (_, used) => {
		now += pace.millisecondsToWait(now, used);
		pace.sent(now, used);
		return now;
	});
}

test('a tenth of a window goes at once and the rest evenly, so that a window takes three seconds and a half', () => {
	const times = departures(new Pace(500), 500);
	expect(times[49]).toBe(0);
	const gaps = times.slice(50).map((time, n) => time - (times[49 + n] ?? 0));
	expect(Math.min(...gaps)).toBeGreaterThanOrEqual(7);
	expect(Math.max(...gaps)).toBeLessThanOrEqual(8);
	expect(times[499]).toBeLessThanOrEqual(3_500);
});

test('a lowered pace goes as evenly', () => {
	const pace = new Pace(500);
	pace.refused(0, 10);
	const times = departures(pace, 250);
	expect(times[24]).toBe(0);
	expect(times[249]).toBeGreaterThan(3_000);
	expect(times[249]).toBeLessThanOrEqual(3_500);
});

test('a timer that comes late is made up for, but not an idle time', () => {
	const pace = new Pace(500);
	pace.sent(0, 100);
	pace.sent(40, 100);
	expect(pace.millisecondsToWait(40, 100)).toBe(0);
	pace.sent(4_000, 100);
	expect(pace.millisecondsToWait(4_000, 100)).toBe(0);
	for (let sent = 0; sent < 10; sent++) pace.sent(4_000, 100);
	expect(pace.millisecondsToWait(4_000, 100)).toBeGreaterThan(0);
});

test('as few are under way as it takes with the quickest answer', () => {
	const pace = new Pace(500);
	expect(pace.mostAtOnce(100)).toBe(MOST_AT_ONCE);
	pace.answered(0, 350, false);
	pace.answered(0, 70, false);
	pace.answered(0, 700, false);
	expect(pace.mostAtOnce(49)).toBe(MOST_AT_ONCE);
	expect(pace.mostAtOnce(100)).toBe(10);
	pace.answered(0, 7, false);
	expect(pace.mostAtOnce(100)).toBe(4);
});

test('half as many more may be under way after each window that was not used up, until a 429', () => {
	const pace = new Pace(500);
	const most = (now: number, isShort: boolean) => {
		pace.answered(now, 70, isShort);
		return pace.mostAtOnce(100);
	};
	pace.sent(0, 0);
	expect([4_999, 5_000, 9_999, 10_000].map((now) => most(now, true))).toEqual([10, 15, 15, 22.5]);
	expect(most(20_000, false)).toBe(22.5);
	pace.sent(30_000, 0);
	expect(most(34_999, true)).toBe(22.5);
	pace.refused(34_999, 35_000);
	expect(most(36_000, true)).toBe(5);
});

test('refusals of one window lower the pace once; each tells whether it was sent after the last cut', () => {
	const pace = new Pace(500);
	expect(pace.refused(0, 100)).toBe(true);
	expect(pace.refused(50, 101)).toBe(false);
	expect(pace.refused(1_000, 1_100)).toBe(true);
	expect(pace.current).toBe(250);
	pace.refused(90, 100 + WINDOW);
	expect(pace.current).toBe(250);
	pace.refused(WINDOW, 100 + WINDOW);
	expect(pace.current).toBe(125);
});

test('it never falls below a request a second', () => {
	const pace = new Pace(500);
	for (let window = 1; window < 20; window++) pace.refused(window * WINDOW, window * WINDOW + 1);
	expect(pace.current).toBe(5);
});

test('a lowered pace grows by a fifth each half a minute, up to what is allowed', () => {
	const pace = new Pace(500);
	pace.refused(0, 0);
	const paces = [...Array(6).keys()].map((step) => {
		pace.answered(step * 30_000, 100, false);
		return pace.current;
	});
	expect(paces).toEqual([250, 300, 360, 432, 500, 500]);
});

test('a step up that is refused is taken back, and waits twice as long the next time', () => {
	const pace = new Pace(500);
	pace.refused(0, 0);
	pace.answered(30_000, 100, false);
	pace.refused(31_000, 31_000);
	expect(pace.current).toBe(250);
	pace.answered(31_000 + 59_999, 100, false);
	expect(pace.current).toBe(250);
	pace.answered(31_000 + 60_000, 100, false);
	expect(pace.current).toBe(300);
});

test('another setting is taken over, but lifts no pace that was lowered', () => {
	const pace = new Pace(500);
	pace.allow(200);
	expect(pace.current).toBe(200);
	pace.refused(0, 10);
	pace.allow(400);
	expect(pace).toMatchObject({ allowed: 400, current: 100 });
	pace.allow(50);
	expect(pace.current).toBe(50);
});
