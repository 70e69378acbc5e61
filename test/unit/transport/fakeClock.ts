import type { Clock } from '../../../nodes/shared/transport/limiter';

/** Time that moves only when `run` moves it, always to the next moment somebody waits for. */
export class FakeClock implements Clock {
	private time = 1_000_000;
	private readonly sleepers: Array<{ at: number; wake: () => void }> = [];

	now(): number {
		return this.time;
	}

	async sleep(milliseconds: number): Promise<void> {
		await new Promise<void>((wake) => {
			this.sleepers.push({ at: this.time + milliseconds, wake });
		});
	}

	/** Lets everything happen that is due within the milliseconds. */
	async run(milliseconds: number): Promise<void> {
		const end = this.time + milliseconds;
		await settle();
		for (;;) {
			this.sleepers.sort((one, other) => one.at - other.at);
			const next = this.sleepers[0];
			if (!next || next.at > end) break;
			this.sleepers.shift();
			this.time = next.at;
			next.wake();
			await settle();
		}
		this.time = end;
	}
}

/** Lets promises that are already resolved run their course. */
async function settle(): Promise<void> {
	await new Promise((resolve) => setImmediate(resolve));
}
