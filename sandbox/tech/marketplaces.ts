import { randomUUID } from 'node:crypto';
import { createMarketplace, updateMarketplace } from '../../api/tech/marketplaces';
import { scopes } from '../../api/tech/oauth';
import type { Answer, Call, Route } from '../surface';
import type { World } from '../world';
import { invalid, ok, unknown } from './answer';
import { readBody } from './checks';
import { withQuery } from './html';
import { partnerOf } from './oauth';

function create(call: Call): Answer {
	const entry = readBody(createMarketplace, call);
	const { marketplaces } = call.world.tech;
	if (marketplaces.has(entry.crm_code)) throw invalid(['crm_code must be unique']);
	marketplaces.set(entry.crm_code, {
		...entry,
		partner: partnerOf(call).email,
		status: 'draft',
	});
	return ok(call, null);
}

/** The body names no entry: it is the newest one of the partner. */
function update(call: Call): Answer {
	const changes = readBody(updateMarketplace, call);
	const { email } = partnerOf(call);
	const entry = [...call.world.tech.marketplaces.values()]
		.filter(({ partner }) => partner === email)
		.at(-1);
	if (!entry) throw unknown('integration of this partner');
	Object.assign(entry, changes, { status: 'moderation' });
	return ok(call, null);
}

/**
 * A customer presses Connect: gives the address that Wazzup sends the browser to, with `code` and `state` (tech 7).
 * `accountId`: who, else the one who registered alone. `undefined` for an unknown entry or account.
 */
export function install(world: World, crmCode: string, accountId?: string): string | undefined {
	const { marketplaces, accounts, tokens } = world.tech;
	const entry = marketplaces.get(crmCode);
	const account =
		accountId === undefined
			? [...accounts.values()].find(({ partner }) => partner === undefined)
			: accounts.get(accountId);
	if (!entry || !account) return undefined;
	const code = tokens.addCode({
		partner: entry.partner,
		account: account.accountId,
		redirectUri: entry.auth_redirect_uri,
		scopes: [...scopes],
	});
	return withQuery(entry.auth_redirect_uri, { code, state: randomUUID() });
}

export const marketplaceRoutes: Route[] = [
	{ endpoint: createMarketplace, answer: create },
	{ endpoint: updateMarketplace, answer: update },
];
