import type { Clock } from './clock';

/** Length of the window; the counter restarts at each multiple of it (A.1, D P-ERR). */
export const windowLength = 5_000;

/** Counts requests per key in fixed windows. */
export class RateWindow {
	private readonly counters = new Map<string, { window: number; count: number }>();

	constructor(private readonly clock: Clock) {}

	/** Counts a request of `key`; `false` when it is over `limit` in this window. */
	take(key: string, limit: number | false): boolean {
		const window = Math.floor(this.clock.now() / windowLength);
		const counter = this.counters.get(key);
		const count = counter?.window === window ? counter.count + 1 : 1;
		this.counters.set(key, { window, count });
		return limit === false || count <= limit;
	}

	reset(): void {
		this.counters.clear();
	}
}
