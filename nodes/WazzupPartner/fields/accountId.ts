import type { INodeProperties } from 'n8n-workflow';
import { toAccountId } from '../../../api/tech/accounts';
import type { Parameters } from '../../shared/parameters';

export const accountIdField: INodeProperties = {
	displayName: 'Account ID',
	name: 'accountId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1234-5678',
	description: 'Account of the customer, with or without the dash',
};

/** The account as Wazzup wants it, digits only. Throws an input error for what is no account ID. */
export function readAccountId(parameters: Parameters): string {
	const given = parameters.required(accountIdField.name, accountIdField.displayName);
	const accountId = toAccountId(given);
	return accountId !== ''
		? accountId
		: parameters.refuse(
				`Account ID "${given}" has no digits`,
				'Give the ID of the customer, e.g. 1234-5678 or 12345678.',
			);
}
