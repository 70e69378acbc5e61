import { PerAccount } from './perAccount';
import type { Failure } from './request';

/** What lets requests through for a while. */
export interface Pass {
	/** The Authorization header; none where n8n's credential adds it. */
	header?: string;
	/** Token in it, to be kept out of what is shown. */
	secret: string;
	/** When to get another one, in milliseconds since 1970. */
	renewAt: number;
}

/** A pass, or why there is none. */
export type Granted = { ok: true; pass: Pass } | { ok: false; failure: Failure };

/** A pass that is being fetched, and for how many. */
interface Fetch {
	granted: Promise<Granted>;
	end: AbortController;
	waiting: number;
}

/** Keeps one pass for all who need it, and gets a new one once, however many ask at the same time. */
export class PassKeeper {
	private pass?: Pass;
	private underWay?: Fetch;

	/** Whether a new pass is being fetched. */
	get isBusy(): boolean {
		return this.underWay !== undefined;
	}

	/** Takes over a pass that is known from elsewhere, unless there is one already. */
	take(pass: Pass): void {
		this.pass ??= pass;
	}

	/**
	 * @param get how to get a new pass; it must not throw. Its signal says that nobody waits for the pass any more.
	 * @param refused a pass that Wazzup does not take any more
	 * @param signal of the execution that asks: cancelled, it leaves the others waiting
	 */
	async give(
		get: (signal: AbortSignal) => Promise<Granted>,
		refused?: Pass,
		signal?: AbortSignal,
	): Promise<Granted> {
		const { pass } = this;
		if (pass && pass !== refused && pass.renewAt > Date.now()) {
			return { ok: true, pass };
		}
		const fetch = (this.underWay ??= this.fetch(get));
		fetch.waiting++;
		const leave = () => this.leave(fetch);
		if (signal?.aborted) leave();
		signal?.addEventListener('abort', leave, { once: true });
		try {
			return await fetch.granted;
		} finally {
			signal?.removeEventListener('abort', leave);
		}
	}

	private fetch(get: (signal: AbortSignal) => Promise<Granted>): Fetch {
		const end = new AbortController();
		const renew = async () => {
			try {
				const granted = await get(end.signal);
				if (!end.signal.aborted) this.pass = granted.ok ? granted.pass : undefined;
				return granted;
			} finally {
				if (this.underWay?.end === end) this.underWay = undefined;
			}
		};
		return { granted: renew(), end, waiting: 0 };
	}

	/** The last one who leaves ends the fetch; who comes then begins another one. */
	private leave(fetch: Fetch): void {
		fetch.waiting--;
		if (fetch.waiting > 0) return;
		if (this.underWay === fetch) this.underWay = undefined;
		fetch.end.abort();
	}
}

const keepers = new PerAccount<PassKeeper>();

/** The keeper of one account. */
export const passKeeperOf = (account: string): PassKeeper =>
	keepers.of(account, () => new PassKeeper());
