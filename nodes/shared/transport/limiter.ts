import { sleep } from 'n8n-workflow';
import { PerAccount } from './perAccount';

/** Time as the limiter sees it, in milliseconds; tests put a fake one in its place. */
export interface Clock {
	now(): number;
	sleep(milliseconds: number): Promise<void>;
}

const systemClock: Clock = { now: () => Date.now(), sleep };

/** Wazzup counts requests in windows of this length (A.1, P-ERR). */
const WINDOW = 5_000;
/** More connections than this at once gain nothing: 200 at one second each already exceed the allowed pace. */
export const MOST_AT_ONCE = 200;
const SMALLEST_PACE = 5;
/**
 * Other workers may use the same key. As long as nothing speaks against it, this share of a window goes out at once, and the rest
 * so few at a time that hardly any are under way when the first of them is refused; twice as many after each window that was not used up so.
 */
const SHARE_AT_ONCE = 0.3;
const FEW = 8;
/** A lowered pace is kept for so many windows before it grows; each time that fails, for twice as many. */
const HOLD = 6;
const LONGEST_HOLD = 64;
/** How long a refused account is waited for. Longer, and a person would rather know. */
const PATIENCE = 180_000;

/** When a place was taken; or why none was: the execution was cancelled, or Wazzup refuses for too long. */
export type Place = { takenAt: number } | { refusedUntil: number } | 'cancelled';

interface Waiter {
	settle: (place: Place) => void;
	signal?: AbortSignal;
}

/**
 * Keeps one account's requests under the allowed number per five seconds.
 *
 * A request occupies its place from the moment it is sent until five seconds after its answer. Whenever Wazzup's own
 * window starts, no more than the allowed number can then fall into it, so that the limit never provokes a 429 itself.
 * Limiters of several processes with one key do not know of each other: a 429 tells them to share.
 */
export class Limiter {
	private readonly urgent: Waiter[] = [];
	private readonly waiting: Waiter[] = [];
	private readonly finished: number[] = [];
	private underWay = 0;
	private pace: number;
	private pausedUntil = 0;
	private refusedSince?: number;
	private refusalsInARow = 0;
	private lastCut = -Infinity;
	/** A lowered pace that has held, or is to hold, and for how many windows before it grows. */
	private steady = Infinity;
	private hold = HOLD;
	/** How many requests may be under way beyond the share that goes out at once. */
	private few = FEW;
	private fewSince: number;
	private lastChange: number;
	private pumping = false;
	private wake: () => void = () => {};

	/** @param allowed requests per five seconds */
	constructor(
		public allowed: number,
		private readonly clock: Clock = systemClock,
	) {
		this.pace = allowed;
		this.lastChange = this.fewSince = clock.now();
	}

	/** Takes over a changed setting, e.g. after the credential was edited. A pace that was lowered stays so. */
	allow(requestsPerWindow: number): void {
		const isLowered = this.pace < this.allowed;
		this.pace = isLowered ? Math.min(this.pace, requestsPerWindow) : requestsPerWindow;
		this.allowed = requestsPerWindow;
	}

	/** Whether a request is under way or waits for its place. */
	get isBusy(): boolean {
		return this.underWay > 0 || this.pumping;
	}

	/** Requests per five seconds that are let through at the moment. */
	get currentPace(): number {
		return this.pace;
	}

	/**
	 * Waits for a place, but not where Wazzup refuses the account for longer than anybody would wait.
	 * @param urgent goes before all that wait: a repeat whose duplicate guard runs out
	 */
	async take(signal?: AbortSignal, urgent = false): Promise<Place> {
		if (signal?.aborted) return 'cancelled';
		if (this.pausedUntil - this.clock.now() > PATIENCE) return { refusedUntil: this.pausedUntil };
		return await new Promise<Place>((resolve) => {
			const cancel = () => resolve('cancelled');
			const settle = (place: Place) => {
				signal?.removeEventListener('abort', cancel);
				resolve(place);
			};
			signal?.addEventListener('abort', cancel, { once: true });
			(urgent ? this.urgent : this.waiting).push({ settle, signal });
			if (!this.pumping) void this.letThrough();
		});
	}

	/** The request that took its place was answered, or its connection was lost. */
	done(): void {
		this.leave();
		this.refusalsInARow = 0;
		this.refusedSince = undefined;
		const now = this.clock.now();
		if (this.pace < this.allowed && now - this.lastChange >= this.hold * WINDOW) this.grow();
		const isShort = this.finished.length + this.underWay < 0.9 * this.pace && this.next();
		if (isShort && now - this.fewSince >= WINDOW) this.widen(2 * this.few);
		// Nobody else can have used a window that was used here.
		const isAlone = now - this.lastCut > WINDOW && this.finished.length >= 0.9 * this.allowed;
		if (isAlone) this.widen(MOST_AT_ONCE);
	}

	private widen(few: number): void {
		this.few = Math.min(MOST_AT_ONCE, few);
		this.fewSince = this.clock.now();
	}

	/** A fifth more than what has proven to hold. */
	private grow(): void {
		if (this.pace > this.steady) this.hold = HOLD;
		this.steady = this.pace;
		this.pace = Math.min(this.allowed, Math.ceil(this.pace * 1.2));
		this.lastChange = this.clock.now();
	}

	/** Half of what was refused; or, where only a step up was refused, what held before it, for longer than the last time. */
	private cut(): void {
		const isStep = this.pace > this.steady;
		this.hold = isStep ? Math.min(this.hold * 2, LONGEST_HOLD) : HOLD;
		this.pace = isStep ? this.steady : Math.max(SMALLEST_PACE, Math.floor(this.pace / 2));
		this.steady = this.pace;
		this.lastCut = this.lastChange = this.clock.now();
		this.widen(FEW);
	}

	/**
	 * Wazzup answered 429: everybody pauses and the pace is halved, once for all requests sent before the last cut.
	 * @param takenAt when the refused request took its place
	 * @param retryAfter milliseconds that Wazzup asked for, if it did
	 * @returns whether it is worth waiting for
	 */
	refused(takenAt: number, retryAfter?: number): { refusedUntil: number } | undefined {
		this.leave();
		const now = this.clock.now();
		if (takenAt > this.lastCut) {
			this.cut();
			this.refusalsInARow++;
		}
		// Refusals that are long over say nothing about this one.
		if (now - this.pausedUntil > PATIENCE) this.refusedSince = undefined;
		const grown = Math.min(WINDOW, 500 * 2 ** this.refusalsInARow) * (0.75 + Math.random() / 2);
		this.pausedUntil = Math.max(this.pausedUntil, now + (retryAfter ?? grown));
		this.refusedSince ??= now;
		return this.pausedUntil - this.refusedSince > PATIENCE ? this.giveUp() : undefined;
	}

	/** All that wait are told. Who comes later tries, and is told at the first refusal. */
	private giveUp(): { refusedUntil: number } {
		const place = { refusedUntil: this.pausedUntil };
		for (const { settle } of [...this.urgent.splice(0), ...this.waiting.splice(0)]) settle(place);
		this.wake();
		return place;
	}

	private leave(): void {
		this.underWay--;
		this.finished.push(this.clock.now());
		this.wake();
	}

	private async letThrough(): Promise<void> {
		this.pumping = true;
		for (let next = this.next(); next; next = this.next()) {
			const wait = next.signal?.aborted ? 0 : this.millisecondsToWait();
			if (wait === 0) this.letIn();
			else await this.changeOr(wait, next.signal);
		}
		// At once, not in a later step: who comes in between would wait for a pump that has ended.
		this.pumping = false;
	}

	private next(): Waiter | undefined {
		return this.urgent[0] ?? this.waiting[0];
	}

	private letIn(): void {
		const next = this.urgent.shift() ?? this.waiting.shift();
		// One that was cancelled has been told already.
		if (!next || next.signal?.aborted) return;
		// An idle time tells nothing of what the few could have done.
		if (this.underWay + this.finished.length === 0) this.fewSince = this.clock.now();
		this.underWay++;
		next.settle({ takenAt: this.clock.now() });
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

	/** How many requests may be under way when so many of the window are used. */
	private mostAtOnce(used: number): number {
		return used < this.pace * SHARE_AT_ONCE ? MOST_AT_ONCE : this.few;
	}

	/** 0: go on; a number: until a place falls free by time; undefined: until a request under way is answered. */
	private millisecondsToWait(): number | undefined {
		const now = this.clock.now();
		while (this.finished[0] !== undefined && this.finished[0] <= now - WINDOW)
			this.finished.shift();
		if (now < this.pausedUntil) return this.pausedUntil - now;
		const used = this.underWay + this.finished.length;
		if (this.underWay >= this.mostAtOnce(used)) return undefined;
		if (used < this.pace) return 0;
		return this.finished[0] === undefined ? undefined : this.finished[0] + WINDOW - now;
	}
}

const limiters = new PerAccount<Limiter>();

/** The limiter of one account. @param allowed requests per five seconds */
export function limiterOf(account: string, allowed: number): Limiter {
	const limiter = limiters.of(account, () => new Limiter(allowed));
	limiter.allow(allowed);
	return limiter;
}
