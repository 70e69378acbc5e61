import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../sandbox';
import { asPartner, report } from '../engine';
import { indexes, ITEMS, type Kind } from '../kind';

const ACCOUNTS = 50;

/** A user that is written into an account of a customer: shows whose token was at work. */
export const createUser: IDataObject = {
	authentication: 'partnerLogin',
	accountId: '={{ $json.accountId }}',
	...{ resource: 'apiRequest', operation: 'send', method: 'POST', path: '/v2/users' },
	body: '={{ { users: [{ id: $json.id, name: $json.id }] } }}',
	safeToRepeat: true,
};

/** New accounts of the partner. */
export const customers = ({ control, partner }: Sandbox, count: number): string[] =>
	[...Array(count).keys()].map(
		() => control.tech.createAccount({ partner: partner.email }).accountId,
	);

export const token: Kind = {
	name: 'token',
	title: 'tokens of 50 customers',
	match: { method: 'POST', path: '/v2/oauth/token', surface: 'tech' },
	every: 5,
	prepare: (sandbox) => {
		const accounts = customers(sandbox, ACCOUNTS);
		const accountOf = (index: number) => accounts[index % ACCOUNTS] ?? '';
		return async () => {
			const told = await report({
				...asPartner(sandbox),
				parameters: createUser,
				items: indexes.map((index) => ({ id: String(index), accountId: accountOf(index) })),
			});
			const users = accounts.flatMap((accountId) =>
				sandbox.control.tech.account(accountId).users.map((user) => ({
					accountId,
					index: Number((user as IDataObject).id),
				})),
			);
			return {
				items: ITEMS,
				told,
				// What went into another customer's account is no effect but a catastrophe: the judge knows no such item.
				effects: users.map(({ accountId, index }) =>
					accountId === accountOf(index) ? index : NaN,
				),
			};
		};
	},
};
