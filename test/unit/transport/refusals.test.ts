import { PATIENCE, Refusals } from '../../../nodes/shared/transport/refusals';

/** No chance: the pause is neither shortened nor lengthened. */
const middle = () => 0.5;

/** How long the account pauses, refused at once after each pause. */
function pauses(refusals: Refusals, count: number): number[] {
	let now = refusals.pausedUntil;
	return Array.from({ length: count }, () => {
		refusals.add(now, true);
		const pause = refusals.pausedUntil - now;
		now = refusals.pausedUntil;
		return pause;
	});
}

test('each refusal in a row pauses for twice as long, up to one window', () => {
	expect(pauses(new Refusals(middle), 5)).toEqual([1_000, 2_000, 4_000, 5_000, 5_000]);
});

test('requests that were sent together pause the account once', () => {
	const refusals = new Refusals(middle);
	refusals.add(0, true);
	refusals.add(0, false);
	expect(refusals.pausedUntil).toBe(1_000);
});

test('after a request that was taken the pauses begin anew', () => {
	const refusals = new Refusals(middle);
	pauses(refusals, 3);
	refusals.over(refusals.pausedUntil);
	expect(pauses(refusals, 1)).toEqual([1_000]);
});

test('several processes come back at different times', () => {
	expect(pauses(new Refusals(() => 0), 1)).toEqual([750]);
	expect(pauses(new Refusals(() => 0.9), 1)).toEqual([1_200]);
});

test('what is refused for longer than anybody waits is not worth waiting for', () => {
	const refusals = new Refusals(middle);
	expect(refusals.add(0, true, PATIENCE)).toBe(true);
	expect(refusals.add(PATIENCE - 500, true)).toBe(false);
});

test('a refusal that is long over does not count', () => {
	const refusals = new Refusals(middle);
	refusals.add(0, true);
	expect(refusals.add(2 * PATIENCE, true)).toBe(true);
});

test('until a request sent after the pause is taken, the last word was a refusal', () => {
	const refusals = new Refusals(middle);
	expect(refusals.last).toBe(false);
	refusals.add(0, true);
	refusals.over(500);
	expect(refusals.last).toBe(true);
	refusals.over(1_000);
	expect(refusals.last).toBe(false);
});
