/** Time as a connection sees it, in milliseconds; tests put a fake one in its place. */
export interface Clock {
	now(): number;
	/** Resolves after the milliseconds, and keeps no process alive for them. */
	sleep(milliseconds: number): Promise<void>;
}

export const systemClock: Clock = {
	now: () => Date.now(),
	// The timer of such a signal does not hold the process up, as that of n8n's sleep would.
	sleep: async (milliseconds) => {
		const over = AbortSignal.timeout(Math.ceil(milliseconds));
		await new Promise<void>((resolve) => {
			over.addEventListener('abort', () => resolve(), { once: true });
		});
	},
};

/** Waits, but not longer than until the signal. Resolves with false when that came first. */
export async function wait(
	clock: Clock,
	milliseconds: number,
	signal: AbortSignal,
): Promise<boolean> {
	if (signal.aborted) return false;
	let stop: () => void = () => {};
	const stopped = new Promise<void>((resolve) => {
		stop = resolve;
		signal.addEventListener('abort', stop, { once: true });
	});
	await Promise.race([clock.sleep(milliseconds), stopped]);
	signal.removeEventListener('abort', stop);
	return !signal.aborted;
}

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/**
 * Milliseconds to wait before trying to connect once more: twice as long each time, up to a minute, and never quite
 * the same, so that not all clients come back at one moment.
 * @param failures attempts in a row that failed before, 0 right after a loss
 * @param random from 0 up to 1
 */
export function pauseBefore(failures: number, random = Math.random()): number {
	return Math.round(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures) * (0.5 + random / 2));
}
