import { asMachine, exchangeGrantType, fullScope, machineTokenType } from '../../api/tech/oauth';
import type { Access } from '../engine/flow';
import { leastSeconds } from '../statistics';
import {
	basicPost,
	contendersOf,
	EXPERT,
	FLOOR,
	noOperation,
	OURS,
	PLAIN,
	tokenPost,
} from './contenders';
import type { EngineScenario } from './scenario';

const ACCOUNTS = 50;

const deals = (count: number, { accounts }: Access) =>
	Array.from({ length: count }, (_, index) => ({
		// One customer after the other, so that an expert can put those of one together by counting.
		accountId: accounts[Math.floor((index * accounts.length) / count)] ?? '',
		id: String(index + 1),
		responsible_user_id: '1',
		name: `Deal ${index + 1}`,
		contacts: ['1'],
		closed: false,
		uri: `https://crm.example.com/deals/${index + 1}`,
	}));

/** A machine token for each item, and for it the tokens of the item's account. @param account an expression */
const tokens = (url: string, account: string) => [
	basicPost(url, JSON.stringify(asMachine())),
	basicPost(
		url,
		`={{ { grant_type: "${exchangeGrantType}", token_exchange_data: { subject_token: $json.data.access_token, subject_token_type: "${machineTokenType}", requested_subject: ${account}, scope: "${fullScope}" } } }}`,
	),
];

const withoutAccount = '(({ accountId, ...deal }) => deal)';

/** Deals of many customers from one credential of their partner (White Label). */
export const dealsOfAccounts: EngineScenario = {
	name: 'deals',
	title: 'Deals of many accounts',
	intro:
		`So many items, each a deal in one of ${ACCOUNTS} accounts of a partner's customers, who are reached with tokens: a machine token of ` +
		'the partner, traded for the tokens of each account. The HTTP Request node does all three for each item; an expert puts the deals ' +
		'of one account together, by hand, and still gets a machine token for each account.',
	sizes: [{ count: 500, repeats: 3 }],
	setup: () => ({ settings: {}, seed: { accounts: ACCOUNTS } }),
	contenders: contendersOf(deals, {
		[OURS]: () => [
			{
				type: 'n8n-nodes-wazzup24.wazzupClient',
				typeVersion: 1,
				parameters: {
					authentication: 'partnerLogin',
					accountId: '={{ $json.accountId }}',
					resource: 'deal',
					operation: 'create',
					dataMode: 'autoMapInputData',
				},
				credentials: ['wazzupPartnerApi'],
			},
		],
		[PLAIN]: ({ techUrl }) => [
			...tokens(`${techUrl}/v2/oauth/token`, '$("Node 0").item.json.accountId'),
			tokenPost(
				`${techUrl}/v2/deals`,
				`={{ { deals: [${withoutAccount}($("Node 0").item.json)] } }}`,
			),
		],
		[EXPERT]: ({ techUrl }, count) => [
			{ type: 'bench.group', typeVersion: 1, parameters: { size: count / ACCOUNTS } },
			...tokens(`${techUrl}/v2/oauth/token`, '$("Node 1").item.json.batch[0].accountId'),
			tokenPost(
				`${techUrl}/v2/deals`,
				`={{ { deals: $("Node 1").item.json.batch.map(${withoutAccount}) } }}`,
			),
		],
		[FLOOR]: () => [noOperation],
	}),
	references: [PLAIN, EXPERT],
	least: () => {
		// One machine token, and for each account an exchange and one request with its deals.
		const requests = 1 + 2 * ACCOUNTS;
		return { requests, seconds: leastSeconds(requests, 0) };
	},
	done: ({ deals: stored }) => stored,
	goals: () => [],
};
