import { Limiter } from '../../../nodes/shared/transport/limiter';
import { FakeClock } from './fakeClock';

/** A Wazzup that counts the requests of one key in windows of five seconds and refuses what is too much. */
class CountingWazzup {
	taken = 0;
	refused = 0;
	private window = -1;
	private count = 0;

	constructor(private readonly clock: FakeClock) {}

	take(): boolean {
		const window = Math.floor(this.clock.now() / 5_000);
		this.count = window === this.window ? this.count + 1 : 1;
		this.window = window;
		const isTaken = this.count <= 500;
		if (isTaken) this.taken++;
		else this.refused++;
		return isTaken;
	}
}

/** Sends as the transport does: what is refused goes out again. */
async function sendOver(
	limiter: Limiter,
	clock: FakeClock,
	wazzup: CountingWazzup,
	{ delay, late = 0 }: Load,
	random: () => number,
): Promise<void> {
	for (;;) {
		const place = await limiter.take();
		if (place === 'cancelled' || 'refusedUntil' in place) throw new Error('nobody waits so long');
		const takes = delay + late * random();
		await clock.sleep(takes / 2);
		const isTaken = wazzup.take();
		// A refusal takes no work.
		await clock.sleep(isTaken ? takes / 2 : 1);
		if (isTaken) return limiter.done();
		limiter.refused(place.takenAt);
	}
}

/** The same numbers from 0 to below 1 in each run. */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return state / 2 ** 32;
	};
}

interface Load {
	/** In all, spread evenly. */
	messages: number;
	/** Milliseconds until Wazzup answers. */
	delay: number;
	/** By how many milliseconds an answer may be late, on a machine that is busy. */
	late?: number;
	/** Milliseconds from the start of one worker to that of the next. */
	apart?: number;
	/** Milliseconds of Wazzup's window that are over when the first worker starts. */
	into?: number;
}

/** Several processes with a limiter each that share one key, in simulated time. */
export class Workers {
	private readonly clock = new FakeClock();
	private readonly wazzup = new CountingWazzup(this.clock);
	private readonly limiters: Limiter[];

	constructor(private readonly count: number) {
		this.limiters = Array.from({ length: count }, (_, n) => {
			return new Limiter(500, this.clock, seeded(n + 1));
		});
	}

	/** Requests per five seconds that each lets through at the moment. */
	get paces(): number[] {
		return this.limiters.map(({ currentPace }) => currentPace);
	}

	/** Sends all messages. */
	async send(load: Load) {
		const { messages, delay, late = 0, apart = 0, into = 0 } = load;
		const { clock, wazzup, count } = this;
		await clock.run(5_000 - (clock.now() % 5_000) + into);
		const before = { taken: wazzup.taken, refused: wazzup.refused };
		const started = clock.now();
		let ended = started;
		const all = this.limiters.map(async (limiter, n) => {
			await clock.sleep(n * apart);
			const random = seeded(n + 1);
			const share = Array.from({ length: Math.floor((messages + n) / count) }, async () => {
				await sendOver(limiter, clock, wazzup, load, random);
				ended = clock.now();
			});
			await Promise.all(share);
		});
		while (wazzup.taken < before.taken + messages) await clock.run(1_000);
		await clock.run(delay + late);
		await Promise.all(all);
		const refused = wazzup.refused - before.refused;
		return {
			refused,
			/** Of all requests. */
			refusedShare: refused / (messages + refused),
			/** Of the pace that Wazzup allows. */
			paceShare: messages / ((ended - started) / 1_000) / 100,
		};
	}
}
