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

/** Keeps one pass for all who need it, and gets a new one once, however many ask at the same time. */
export class PassKeeper {
	private pass?: Pass;
	private underWay?: Promise<Granted>;

	/** Whether a new pass is being fetched. */
	get isBusy(): boolean {
		return this.underWay !== undefined;
	}

	/** Takes over a pass that is known from elsewhere, unless there is one already. */
	take(pass: Pass): void {
		this.pass ??= pass;
	}

	/**
	 * @param get how to get a new pass; it must not throw
	 * @param refused a pass that Wazzup does not take any more
	 */
	async give(get: () => Promise<Granted>, refused?: Pass): Promise<Granted> {
		const { pass } = this;
		if (pass && pass !== refused && pass.renewAt > Date.now()) {
			return { ok: true, pass };
		}
		this.underWay ??= this.renew(get);
		return await this.underWay;
	}

	private async renew(get: () => Promise<Granted>): Promise<Granted> {
		try {
			const granted = await get();
			this.pass = granted.ok ? granted.pass : undefined;
			return granted;
		} finally {
			this.underWay = undefined;
		}
	}
}

const keepers = new PerAccount<PassKeeper>();

/** The keeper of one account. */
export const passKeeperOf = (account: string): PassKeeper =>
	keepers.of(account, () => new PassKeeper());
