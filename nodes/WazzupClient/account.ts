import type { IExecuteFunctions, ILoadOptionsFunctions, INodeProperties } from 'n8n-workflow';
import type { Accounts } from '../shared/run';
import { connect, connectCustomers } from '../shared/transport/accounts';
import { callOn, type CallFunction } from '../shared/transport/call';

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

/** Sends requests for lists and fields of the editor; throws the NodeApiError that the editor shows. */
export async function callerOf(functions: ILoadOptionsFunctions): Promise<CallFunction> {
	if (functions.getNodeParameter('authentication', 'clientToken') === 'partnerLogin') {
		const accountId = functions.getNodeParameter('accountId', '');
		const accountOf = await connectCustomers(functions);
		return callOn(accountOf(accountId ? String(accountId) : undefined));
	}
	return callOn(await connect(functions, 'wazzupClientApi'));
}
