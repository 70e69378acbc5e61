import { getAccount } from '../../../../api/tech/accounts';
import { additionalFields, readAdditionalFields } from '../../../shared/fields/additionalFields';
import { notice } from '../../../shared/fields/notice';
import type { Operation } from '../../../shared/operation';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import { accountIdField, readAccountId } from '../../fields/accountId';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get account of customer',
	description: 'Retrieve the account of a customer that this partner created',
	fields: [
		notice(
			'getNotice',
			'No document shows the fields of the reply, nor how several values of Expand are asked for at once: here it is one at a time.',
		),
		accountIdField,
		{
			displayName: 'Expand',
			name: 'expand',
			type: 'options',
			options: [
				{ name: 'Nothing', value: '' },
				{
					name: 'Billing',
					value: 'billing',
					description: 'Who was billed last: the partner or the customer',
				},
				{ name: 'Channels', value: 'channels' },
				{ name: 'Subscriptions', value: 'subscriptions' },
			],
			default: '',
			description: 'What to return beside the account itself',
		},
		{
			...additionalFields,
			description: 'Other query parameters as one JSON object, as Wazzup support tells them',
		},
		raw,
	],
	runner: techPerItem({
		endpoint: getAccount,
		request: (parameters) => {
			const expand = parameters.text('expand');
			return {
				path: { account_id: readAccountId(parameters) },
				query: { ...readAdditionalFields(parameters), ...(expand !== undefined && { expand }) },
			};
		},
	}),
};
