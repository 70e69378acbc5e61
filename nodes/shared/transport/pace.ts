import { WINDOW } from './places';

/** More connections than this at once gain nothing: 200 at one second each already exceed the allowed pace. */
export const MOST_AT_ONCE = 200;
const SMALLEST_PACE = 5;
/**
 * Other workers may use the same key, and what is under way when the window is used up is refused. So requests go evenly: few are
 * under way at any time. A window takes 3.5 s, which keeps 95 % of the pace even where each answer takes half a second.
 */
const WINDOW_TAKES = 3_500;
/** So many may be under way even where the quickest answer comes at once. */
const FEW = 4;
/** This share of a window goes at once, so that a small run does not wait. */
const AT_ONCE = 0.1;
/** How far a late timer may be made up for, in milliseconds. */
const LATE = 50;
/** A lowered pace is kept for so many windows before it grows; each time that fails, for twice as many. */
const HOLD = 6;
const LONGEST_HOLD = 64;

/**
 * How many requests of one account are let through at the moment, and how evenly: all that Wazzup allows, or less after a 429.
 * Times are milliseconds of the limiter's clock.
 */
export class Pace {
	/** Requests per five seconds at the moment. */
	current: number;
	/** When the next request is due. */
	private due = -Infinity;
	/** Milliseconds of the quickest answer. */
	private quickest = Infinity;
	/** How many times as many may be under way as it takes with the quickest answer, and since when. */
	private wider = 1;
	private widerSince = -Infinity;
	private lastCut = -Infinity;
	private lastChange = -Infinity;
	/** A lowered pace that has held, or is to hold, and for how many windows before it grows. */
	private steady = Infinity;
	private hold = HOLD;

	/** @param allowed requests per five seconds that Wazzup allows */
	constructor(public allowed: number) {
		this.current = allowed;
	}

	/** Takes over a changed setting. A pace that was lowered stays so. */
	allow(requestsPerWindow: number): void {
		const isLowered = this.current < this.allowed;
		this.current = isLowered ? Math.min(this.current, requestsPerWindow) : requestsPerWindow;
		this.allowed = requestsPerWindow;
	}

	/** How many requests may be under way, when so many places of the window are used. */
	mostAtOnce(used: number): number {
		if (!this.isEven(used)) return MOST_AT_ONCE;
		const needed = (this.quickest * this.current) / WINDOW_TAKES;
		return Math.min(MOST_AT_ONCE, this.wider * Math.max(FEW, needed));
	}

	/** Milliseconds until the next request is due, when so many places of the window are used. */
	millisecondsToWait(now: number, used: number): number {
		return this.isEven(used) ? Math.max(0, Math.ceil(this.due - now)) : 0;
	}

	/** A request goes out, to the places that are used already. */
	sent(now: number, used: number): void {
		const from = this.isEven(used) ? Math.max(this.due, now - LATE) : now;
		this.due = from + WINDOW_TAKES / this.current;
		// An idle time tells nothing of what could have been done.
		if (used === 0) this.widerSince = now;
	}

	/**
	 * A request was answered by something else than a 429.
	 * @param took milliseconds until the answer
	 * @param isShort whether others wait although places are left
	 */
	answered(now: number, took: number, isShort: boolean): void {
		this.quickest = Math.min(this.quickest, took);
		// Most answers may come later than the quickest, so a window that was not used up tells that it takes more.
		if (isShort && now - this.widerSince >= WINDOW) this.widen(1.5 * this.wider, now);
		if (this.current < this.allowed && now - this.lastChange >= this.hold * WINDOW) this.grow(now);
	}

	/**
	 * A request was refused: the pace is halved, once for all that were sent before it and once for each window of Wazzup's. Where
	 * only a step up was refused, it goes back to what held before it, for longer than the last time.
	 * @returns whether it tells anything new: it was sent after the last cut
	 */
	refused(takenAt: number, now: number): boolean {
		if (takenAt <= this.lastCut) return false;
		if (now - this.lastCut < WINDOW) return true;
		const isStep = this.current > this.steady;
		this.hold = isStep ? Math.min(this.hold * 2, LONGEST_HOLD) : HOLD;
		this.current = isStep ? this.steady : Math.max(SMALLEST_PACE, Math.floor(this.current / 2));
		this.steady = this.current;
		this.lastCut = this.lastChange = now;
		this.widen(1, now);
		return true;
	}

	private widen(wider: number, now: number): void {
		this.wider = Math.min(MOST_AT_ONCE, wider);
		this.widerSince = now;
	}

	/** A fifth more than what has proven to hold. */
	private grow(now: number): void {
		if (this.current > this.steady) this.hold = HOLD;
		this.steady = this.current;
		this.current = Math.min(this.allowed, Math.ceil(this.current * 1.2));
		this.lastChange = now;
	}

	/** Whether the next request waits until it is due. */
	private isEven(used: number): boolean {
		return used >= AT_ONCE * this.current;
	}
}
