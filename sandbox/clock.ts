/** The sandbox's own time: real time plus what a test has advanced it by. */
export class Clock {
	private ahead = 0;

	/** Now, in ms since 1970. */
	now(): number {
		return Date.now() + this.ahead;
	}

	/** Now, as ISO 8601 with ms and `Z`. */
	iso(): string {
		return new Date(this.now()).toISOString();
	}

	/** Moves the clock forward by `ms`. Timers do not move: they run in real time. */
	advance(ms: number): void {
		this.ahead += ms;
	}

	reset(): void {
		this.ahead = 0;
	}
}
