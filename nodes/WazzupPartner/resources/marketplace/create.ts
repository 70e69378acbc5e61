import { createMarketplace } from '../../../../api/tech/marketplaces';
import { notice } from '../../../shared/fields/notice';
import type { Operation } from '../../../shared/operation';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create marketplace entry',
	description: 'Enter your CRM in the marketplace, so that customers can connect it themselves',
	fields: [
		notice('createNotice', 'Name and logo follow with Update, which also starts the moderation.'),
		{
			displayName: 'CRM Code',
			name: 'crmCode',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. the-cool-crm',
			description: 'Latin letters, digits, - and _. No other CRM may have it.',
		},
		{
			displayName: 'Redirect URL',
			name: 'authRedirectUri',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/redirect',
			description:
				'Page to which a customer is sent to confirm, with code and state at its end. It is registered with Wazzup.',
		},
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'A text that confirms the installation. Only your server and Wazzup may know it; never show it to customers.',
		},
		raw,
	],
	runner: techPerItem({
		endpoint: createMarketplace,
		request: (parameters) => ({
			body: {
				crm_code: parameters.required('crmCode', 'CRM Code').trim(),
				auth_redirect_uri: parameters.required('authRedirectUri', 'Redirect URL').trim(),
				secret: parameters.required('secret', 'Secret'),
			},
		}),
	}),
};
