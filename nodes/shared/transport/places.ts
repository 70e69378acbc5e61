/** Wazzup counts requests in windows of this many milliseconds (A.1, P-ERR). */
export const WINDOW = 5_000;

/**
 * The places of a window that are used.
 *
 * A request occupies its place from the moment it is sent until five seconds after its answer. Whenever Wazzup's own
 * window starts, no more requests can then fall into it than there are places.
 */
export class Places {
	/** Requests that were sent and not yet answered. */
	underWay = 0;
	/** When the others were answered, the earliest first. */
	private readonly answeredAt: number[] = [];

	/** How many places are used by requests that were answered. */
	get answered(): number {
		return this.answeredAt.length;
	}

	/** How many places are used in all. */
	get used(): number {
		return this.underWay + this.answered;
	}

	enter(): void {
		this.underWay++;
	}

	leave(now: number): void {
		this.underWay--;
		this.answeredAt.push(now);
	}

	/** Frees the places whose time is over. */
	tidy(now: number): void {
		while (this.answeredAt[0] !== undefined && this.answeredAt[0] <= now - WINDOW)
			this.answeredAt.shift();
	}

	/** Milliseconds until a place falls free by itself; undefined when all are under way. */
	millisecondsToFree(now: number): number | undefined {
		return this.answeredAt[0] === undefined ? undefined : this.answeredAt[0] + WINDOW - now;
	}
}
