/** Wazzup counts requests in windows of this many milliseconds (A.1, P-ERR). */
export const WINDOW = 5_000;

/**
 * The places of a window that are used.
 *
 * A request occupies its place from the moment it is sent until five seconds after its answer. Whenever Wazzup's own
 * window starts, no more requests can then fall into it than there are places.
 */
export class Places {
	/** When requests were sent that are not answered yet, the earliest first. */
	private readonly sentAt: number[] = [];
	/** When the others were answered, the earliest first. */
	private readonly answeredAt: number[] = [];

	/** How many requests are not answered yet. */
	get underWay(): number {
		return this.sentAt.length;
	}

	/** How many places are used in all. */
	get used(): number {
		return this.underWay + this.answeredAt.length;
	}

	enter(now: number): void {
		this.sentAt.push(now);
	}

	/** @returns how many milliseconds the answer took, as far as answers come in the order of their requests */
	leave(now: number): number {
		this.answeredAt.push(now);
		return now - (this.sentAt.shift() ?? now);
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
