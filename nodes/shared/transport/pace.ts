import { WINDOW } from './places';

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

/**
 * How many requests of one account are let through at the moment: all that Wazzup allows, or less after a 429.
 * Times are milliseconds of the limiter's clock.
 */
export class Pace {
	/** Requests per five seconds at the moment. */
	current: number;
	private lastCut = -Infinity;
	/** A lowered pace that has held, or is to hold, and for how many windows before it grows. */
	private steady = Infinity;
	private hold = HOLD;
	private lastChange: number;
	/** How many requests may be under way beyond the share that goes out at once. */
	private few = FEW;
	private fewSince: number;

	/** @param allowed requests per five seconds that Wazzup allows */
	constructor(
		public allowed: number,
		now: number,
	) {
		this.current = allowed;
		this.lastChange = this.fewSince = now;
	}

	/** Takes over a changed setting. A pace that was lowered stays so. */
	allow(requestsPerWindow: number): void {
		const isLowered = this.current < this.allowed;
		this.current = isLowered ? Math.min(this.current, requestsPerWindow) : requestsPerWindow;
		this.allowed = requestsPerWindow;
	}

	/** How many requests may be under way when so many of the window are used. */
	mostAtOnce(used: number): number {
		return used < this.current * SHARE_AT_ONCE ? MOST_AT_ONCE : this.few;
	}

	/** A request goes out after an idle time, which tells nothing of what the few could have done. */
	begin(now: number): void {
		this.fewSince = now;
	}

	/** A request was answered by something else than a 429; so many of the window are used, and so many of these answered. */
	answered(now: number, used: number, finished: number, isWaitedFor: boolean): void {
		if (this.current < this.allowed && now - this.lastChange >= this.hold * WINDOW) this.grow(now);
		const isShort = used < 0.9 * this.current && isWaitedFor;
		if (isShort && now - this.fewSince >= WINDOW) this.widen(2 * this.few, now);
		// Nobody else can have used a window that was used here.
		const isAlone = now - this.lastCut > WINDOW && finished >= 0.9 * this.allowed;
		if (isAlone) this.widen(MOST_AT_ONCE, now);
	}

	/**
	 * A request was refused: the pace is halved, once for all requests sent before the last cut. Where only a step up was
	 * refused, it goes back to what held before it, for longer than the last time.
	 * @returns whether the pace was lowered
	 */
	refused(takenAt: number, now: number): boolean {
		if (takenAt <= this.lastCut) return false;
		const isStep = this.current > this.steady;
		this.hold = isStep ? Math.min(this.hold * 2, LONGEST_HOLD) : HOLD;
		this.current = isStep ? this.steady : Math.max(SMALLEST_PACE, Math.floor(this.current / 2));
		this.steady = this.current;
		this.lastCut = this.lastChange = now;
		this.widen(FEW, now);
		return true;
	}

	/** A fifth more than what has proven to hold. */
	private grow(now: number): void {
		if (this.current > this.steady) this.hold = HOLD;
		this.steady = this.current;
		this.current = Math.min(this.allowed, Math.ceil(this.current * 1.2));
		this.lastChange = now;
	}

	private widen(few: number, now: number): void {
		this.few = Math.min(MOST_AT_ONCE, few);
		this.fewSince = now;
	}
}
