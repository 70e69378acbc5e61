import { WINDOW } from './places';

/** How long a refused account is waited for, in milliseconds. Longer, and a person would rather know. */
export const PATIENCE = 180_000;

/**
 * How long an account pauses after a 429: for what Wazzup asks, or longer with each refusal that follows on the last.
 * Times are milliseconds of the limiter's clock.
 */
export class Refusals {
	pausedUntil = 0;
	private since?: number;
	private inARow = 0;

	/** @param random from 0 to below 1, so that several processes do not come back together */
	constructor(private readonly random: () => number = Math.random) {}

	/** Whether Wazzup's last word was a refusal: then one request at a time finds out whether it takes again. */
	get last(): boolean {
		return this.inARow > 0;
	}

	/** Wazzup has taken a request; in a pause that is one of before it, which tells nothing. */
	over(now: number): void {
		if (now < this.pausedUntil) return;
		this.inARow = 0;
		this.since = undefined;
	}

	/**
	 * @param isFurther whether the request was sent after the last refusal was known
	 * @param retryAfter milliseconds that Wazzup asked for, if it did
	 * @returns whether it is worth waiting for
	 */
	add(now: number, isFurther: boolean, retryAfter?: number): boolean {
		if (isFurther) this.inARow++;
		// Refusals that are long over say nothing about this one.
		if (now - this.pausedUntil > PATIENCE) this.since = undefined;
		const grown = Math.min(WINDOW, 500 * 2 ** this.inARow) * (0.75 + this.random() / 2);
		this.pausedUntil = Math.max(this.pausedUntil, now + (retryAfter ?? grown));
		this.since ??= now;
		return this.pausedUntil - this.since <= PATIENCE;
	}
}
