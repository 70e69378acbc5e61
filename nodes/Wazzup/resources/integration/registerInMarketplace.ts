import { z } from 'zod/v4';
import { registerInMarketplace as endpoint } from '../../../../api/v3/integrations';
import { replyItem } from '../../../shared/fields/reply';
import type { Operation } from '../../../shared/operation';
import { perItem } from '../../../shared/runners/perItem';

export const registerInMarketplace: Operation = {
	value: 'registerInMarketplace',
	name: 'Register in Marketplace',
	action: 'Register CRM in marketplace',
	description:
		'Enter the CRM of a partner in the marketplace, so that clients can connect it themselves',
	fields: [
		{
			displayName: 'CRM Code',
			name: 'crmCode',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. my-crm_2',
			description:
				'Name of the CRM in the marketplace: Latin letters, digits, - and _. No other CRM may have it.',
		},
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'A text of your choice that only your server and Wazzup know; Confirm Connection needs it',
		},
		{
			displayName: 'Redirect URL',
			name: 'authRedirectUri',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://crm.example.com/wazzup/connect',
			description:
				'Page of the CRM to which a client is sent, with the state at its end. Leave it empty when each client has an address of their own: Wazzup then asks for it.',
		},
	],
	runner: perItem({
		endpoint,
		request: (parameters) => {
			const authRedirectUri = parameters.text('authRedirectUri')?.trim();
			return {
				body: {
					crmCode: parameters.required('crmCode', 'CRM Code').trim(),
					secret: parameters.required('secret', 'Secret'),
					...(authRedirectUri !== undefined && { authRedirectUri }),
				},
			};
		},
		items: (reply, { body }) => ({ registered: true, crmCode: body?.crmCode, ...replyItem(reply) }),
		output: z.looseObject({ registered: z.boolean(), crmCode: z.string() }),
	}),
};
