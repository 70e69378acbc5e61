import type { BodyOf } from '../../api/endpoint';
import type { createMarketplace } from '../../api/tech/marketplaces';
import type { World } from '../world';
import { TechAccount, type AccountCard } from './account';
import { moveExports } from './exports';
import { fillAccount, fillUsers, seedPartners } from './seed';
import { Tokens } from './tokens';

/** Somebody who builds on Wazzup. */
export interface Partner {
	email: string;
	password: string;
	clientId: string;
}

/** A partner's entry in the marketplace. */
export type Marketplace = BodyOf<typeof createMarketplace> & {
	partner: string;
	crm_name?: string;
	logo?: { name: string; content: string };
	/** `draft` until it has a name and a logo, then `moderation`. */
	status: 'draft' | 'moderation';
};

const defaultCard: AccountCard = {
	name: 'Demo Client',
	lang: 'en',
	currency: 'USD',
	country: 'US',
	timezone: 2,
};

/** The tech surface's own world: partners and the accounts of their customers. */
export class Tech {
	readonly partners: readonly Partner[] = seedPartners;
	accounts = new Map<string, TechAccount>();
	tokens: Tokens;
	/** By crm_code. */
	readonly marketplaces = new Map<string, Marketplace>();
	private lastAccount = 0;

	constructor(private readonly world: World) {
		this.tokens = new Tokens(world);
		this.fill();
	}

	/** Adds an account; `partner`: email of the one who creates it. The id has 8 digits. */
	addAccount(partner: string | undefined, card: Partial<AccountCard> = {}, id?: string) {
		const accountId = id ?? String(30_000_000 + ++this.lastAccount);
		const account = new TechAccount(this.world, accountId, partner, { ...defaultCard, ...card });
		this.accounts.set(accountId, account);
		return account;
	}

	/** What the clock has brought about after it was moved. */
	catchUp(): void {
		for (const account of this.accounts.values()) moveExports(this.world, account);
	}

	/** Back to the seed. */
	reset(): void {
		this.stop();
		this.accounts = new Map();
		this.tokens = new Tokens(this.world);
		this.marketplaces.clear();
		this.lastAccount = 0;
		this.fill();
	}

	/** Ends what is still to happen. */
	stop(): void {
		for (const account of this.accounts.values()) account.stop();
	}

	private fill(): void {
		const [first, second] = this.partners;
		fillAccount(this.addAccount(first?.email, {}, defaultAccount));
		fillUsers(this.addAccount(first?.email, { name: 'Second Client' }, '23456789'));
		fillUsers(this.addAccount(first?.email, { name: 'Third Client' }, '34567890'));
		this.addAccount(second?.email, { name: 'Client of another partner' }, '87654321');
		this.addAccount(undefined, { name: 'Registered with Wazzup' }, '55550001');
	}
}

/** The account that has something in it. */
export const defaultAccount = '12345678';
