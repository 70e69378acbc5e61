import {
	accountExpansions,
	createAccount,
	getAccount,
	raiseWabaLimit,
} from '../../api/tech/accounts';
import type { Answer, Call, Route } from '../surface';
import type { TechAccount } from './account';
import { invalid, ok, unknown } from './answer';
import { readBody } from './checks';
import { partnerOf } from './oauth';
import { channelPayload } from './payload';

/** An account that this partner created; to everyone else it does not exist. */
function ownAccount(call: Call): TechAccount {
	const account = call.world.tech.accounts.get(call.params.account_id ?? '');
	if (!account || account.partner !== partnerOf(call).email) throw unknown('account');
	return account;
}

function create(call: Call): Answer {
	const card = readBody(createAccount, call);
	const { accountId } = call.world.tech.addAccount(partnerOf(call).email, card);
	return ok(call, { account: { account_id: Number(accountId), name: card.name } });
}

function get(call: Call): Answer {
	const { accountId, card, channels, wabaLimit, wabaSpent } = ownAccount(call);
	const expand = String(call.query.expand ?? '')
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
	if (expand.some((part) => !accountExpansions.some((known) => known === part))) {
		throw invalid([`expand must be one of the following values: ${accountExpansions.join(', ')}`]);
	}
	const more = {
		billing: { last_billed: 'partner', waba_limit: wabaLimit, waba_spent: wabaSpent },
		channels: [...channels.values()].map(channelPayload),
		subscriptions: [],
	};
	const added = Object.entries(more).filter(([name]) => expand.includes(name));
	return ok(call, { account_id: Number(accountId), ...card, ...Object.fromEntries(added) });
}

function raiseLimit(call: Call): Answer {
	const { value } = readBody(raiseWabaLimit, call);
	ownAccount(call).wabaLimit += value;
	return ok(call, null);
}

export const accountRoutes: Route[] = [
	{ endpoint: createAccount, answer: create },
	{ endpoint: getAccount, answer: get },
	{ endpoint: raiseWabaLimit, answer: raiseLimit },
];
