import { raiseWabaLimit as endpoint } from '../../../../api/tech/accounts';
import type { Operation } from '../../../shared/operation';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import { accountIdField, readAccountId } from '../../fields/accountId';
import { readNumber } from '../../fields/number';

export const raiseWabaLimit: Operation = {
	value: 'raiseWabaLimit',
	name: 'Raise WABA Limit',
	action: 'Raise WABA limit of account',
	description: 'Let a customer spend more on WABA conversations; each run raises the limit again',
	fields: [
		accountIdField,
		{
			displayName: 'Amount',
			name: 'value',
			type: 'number',
			typeOptions: { numberPrecision: 0 },
			required: true,
			default: 100,
			description: 'By how much, as a whole number in the currency of the account',
		},
		raw,
	],
	runner: techPerItem({
		endpoint,
		request: (parameters) => ({
			path: { account_id: readAccountId(parameters) },
			body: { value: readNumber(parameters, 'value', 'Amount') },
		}),
	}),
};
