import type {
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	INodeProperties,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { Accounts } from '../run';
import { connect, connectCustomers } from '../transport/accounts';
import { callOn, type CallFunction } from '../transport/call';
import type { Connection } from '../transport/connection';

/** How the node reaches the account of an end customer. */
export const accountFields: INodeProperties[] = [
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Client Token',
				value: 'clientToken',
				description: 'One customer, who gave this integration access',
			},
			{
				name: 'Partner Login',
				value: 'partnerLogin',
				description: 'Any customer whose account your partner login created (White Label)',
			},
		],
		default: 'clientToken',
		description: 'Whose account it is, and how access was given',
	},
	{
		displayName: 'Account ID',
		name: 'accountId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 1234-5678',
		description:
			'Account of the customer, with or without the dash. Each item may name another one, so that one workflow serves many customers.',
		displayOptions: { show: { authentication: ['partnerLogin'] } },
	},
];

/** Opens the account of each item. Throws when the chosen credential is not set. */
export async function customerAccounts(functions: IExecuteFunctions): Promise<Accounts> {
	if (functions.getNodeParameter('authentication', 0) === 'partnerLogin') {
		const accountOf = await connectCustomers(functions);
		return (parameters) => accountOf(parameters.text('accountId'));
	}
	const connection = await connect(functions, 'wazzupClientApi');
	return () => connection;
}

/** The id of the account that the node itself names; undefined with a client token, which is good for one account only. */
export function namedAccount(functions: OneAccountFunctions): string | undefined {
	if (functions.getNodeParameter('authentication', 'clientToken') !== 'partnerLogin') {
		return undefined;
	}
	return String(functions.getNodeParameter('accountId', ''));
}

/** Opens the one account of a node that has no items. Throws when the chosen credential is not set. */
export async function customerAccount(functions: OneAccountFunctions): Promise<Connection> {
	const accountId = namedAccount(functions);
	if (accountId === undefined) return await connect(functions, 'wazzupClientApi');
	return (await connectCustomers(functions))(accountId || undefined);
}

/** Sends requests for lists and fields of the editor; throws the NodeApiError that the editor shows. */
export async function callerOf(functions: ILoadOptionsFunctions): Promise<CallFunction> {
	return callOn(await customerAccount(functions));
}

type OneAccountFunctions = IHookFunctions | ILoadOptionsFunctions | IWebhookFunctions;
