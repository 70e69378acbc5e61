import { sleep } from 'n8n-workflow';
import { Line, type Place } from './line';
import { Pace } from './pace';
import { PerAccount } from './perAccount';
import { Places } from './places';
import { PATIENCE, Refusals } from './refusals';

/** Time as the limiter sees it, in milliseconds; tests put a fake one in its place. */
export interface Clock {
	now(): number;
	sleep(milliseconds: number): Promise<void>;
}

const systemClock: Clock = { now: () => Date.now(), sleep };

/**
 * Keeps one account's requests under the allowed number per five seconds, so that the limit never provokes a 429 itself.
 * Limiters of several processes with one key do not know of each other: a 429 tells them to share.
 */
export class Limiter {
	private readonly line = new Line();
	private readonly places = new Places();
	private readonly refusals: Refusals;
	private readonly pace: Pace;
	private pumping = false;
	private wake: () => void = () => {};

	/**
	 * @param allowed requests per five seconds
	 * @param random from 0 to below 1
	 */
	constructor(
		allowed: number,
		private readonly clock: Clock = systemClock,
		random: () => number = Math.random,
	) {
		this.pace = new Pace(allowed);
		this.refusals = new Refusals(random);
	}

	/** Requests per five seconds that the credential allows. */
	get allowed(): number {
		return this.pace.allowed;
	}

	/** Requests per five seconds that are let through at the moment. */
	get currentPace(): number {
		return this.pace.current;
	}

	/** Takes over a changed setting, e.g. after the credential was edited. A pace that was lowered stays so. */
	allow(requestsPerWindow: number): void {
		this.pace.allow(requestsPerWindow);
	}

	/** Whether a request is under way or waits for its place. */
	get isBusy(): boolean {
		return this.places.underWay > 0 || this.pumping;
	}

	/**
	 * Waits for a place, but not where Wazzup refuses the account for longer than anybody would wait.
	 * @param urgent goes before all that wait: a repeat whose duplicate guard runs out
	 */
	async take(signal?: AbortSignal, urgent = false): Promise<Place> {
		if (signal?.aborted) return 'cancelled';
		const { pausedUntil } = this.refusals;
		if (pausedUntil - this.clock.now() > PATIENCE) return { refusedUntil: pausedUntil };
		const place = this.line.join(signal, urgent);
		if (!this.pumping) void this.letThrough();
		return await place;
	}

	/** The request that took its place was answered, or its connection was lost. */
	done(): void {
		const now = this.clock.now();
		const took = this.places.leave(now);
		this.refusals.over(now);
		const isShort = this.places.used < 0.9 * this.currentPace && this.line.first !== undefined;
		this.pace.answered(now, took, isShort);
		this.wake();
	}

	/**
	 * Wazzup answered 429: everybody pauses and the pace is lowered, once for all requests sent before the last cut.
	 * @param takenAt when the refused request took its place
	 * @param retryAfter milliseconds that Wazzup asked for, if it did
	 * @returns until when, where that is too long to wait for: all that wait are told, and who comes later tries once
	 */
	refused(takenAt: number, retryAfter?: number): { refusedUntil: number } | undefined {
		const now = this.clock.now();
		this.places.leave(now);
		const isFurther = this.pace.refused(takenAt, now);
		const isWorthIt = this.refusals.add(now, isFurther, retryAfter);
		const place = { refusedUntil: this.refusals.pausedUntil };
		if (!isWorthIt) this.line.tellAll(place);
		this.wake();
		return isWorthIt ? undefined : place;
	}

	private async letThrough(): Promise<void> {
		this.pumping = true;
		for (let next = this.line.first; next; next = this.line.first) {
			const wait = next.signal?.aborted ? 0 : this.millisecondsToWait();
			if (wait === 0) this.letIn();
			else await this.changeOr(wait, next.signal);
		}
		// At once, not in a later step: who comes in between would wait for a pump that has ended.
		this.pumping = false;
	}

	private letIn(): void {
		const next = this.line.shift();
		// One that was cancelled has been told already.
		if (!next || next.signal?.aborted) return;
		const takenAt = this.clock.now();
		this.pace.sent(takenAt, this.places.used);
		this.places.enter(takenAt);
		next.settle({ takenAt });
	}

	/** Resolves when an answer came, the milliseconds are over, or the waiting execution was cancelled. */
	private async changeOr(milliseconds: number | undefined, signal?: AbortSignal): Promise<void> {
		let wake: () => void = () => {};
		const changed = new Promise<void>((resolve) => (wake = resolve));
		this.wake = wake;
		signal?.addEventListener('abort', wake, { once: true });
		await Promise.race(
			milliseconds === undefined ? [changed] : [changed, this.clock.sleep(milliseconds)],
		);
		signal?.removeEventListener('abort', wake);
	}

	/** 0: go on; a number: until a place falls free by time; undefined: until a request under way is answered. */
	private millisecondsToWait(): number | undefined {
		const now = this.clock.now();
		this.places.tidy(now);
		const { pausedUntil } = this.refusals;
		if (now < pausedUntil) return pausedUntil - now;
		const { underWay, used } = this.places;
		const most = this.refusals.last ? 1 : this.pace.mostAtOnce(used);
		if (underWay >= most) return undefined;
		return used < this.pace.current
			? this.pace.millisecondsToWait(now, used)
			: this.places.millisecondsToFree(now);
	}
}

const limiters = new PerAccount<Limiter>();

/** The limiter of one account. @param allowed requests per five seconds */
export function limiterOf(account: string, allowed: number): Limiter {
	const limiter = limiters.of(account, () => new Limiter(allowed));
	limiter.allow(allowed);
	return limiter;
}
