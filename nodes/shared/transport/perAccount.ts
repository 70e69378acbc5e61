/** How long something is kept after it was last asked for, in milliseconds: longer than an access token lives (tech 2.5). */
const KEPT = 3 * 60 * 60_000;

/**
 * One thing for each account, shared by all nodes and workflows of this process. What nobody has asked for in hours is
 * given up, since tokens that are pasted anew count as new accounts, and a partner's customers come and go.
 */
export class PerAccount<Thing extends { readonly isBusy: boolean }> {
	/** The one that was asked for last stands at the end. */
	private readonly things = new Map<string, { thing: Thing; askedAt: number }>();

	/** @param now milliseconds since 1970; tests put a fake one in its place */
	constructor(private readonly now: () => number = Date.now) {}

	/** How many are kept. */
	get size(): number {
		return this.things.size;
	}

	/** @param account anything that tells accounts apart and is no secret itself, e.g. a hash of host and key */
	of(account: string, make: () => Thing): Thing {
		const thing = this.things.get(account)?.thing ?? make();
		this.things.delete(account);
		this.things.set(account, { thing, askedAt: this.now() });
		this.giveUpOld();
		return thing;
	}

	private giveUpOld(): void {
		for (const [account, { thing, askedAt }] of this.things) {
			if (this.now() - askedAt < KEPT) break;
			if (!thing.isBusy) this.things.delete(account);
		}
	}
}
