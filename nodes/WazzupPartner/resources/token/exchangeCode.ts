import { exchangeCode as endpoint } from '../../../../api/tech/oauth';
import type { Operation } from '../../../shared/operation';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import {
	clientIdField,
	readClientId,
	readRedirectUrl,
	redirectUrlField,
	tokensAreSecret,
} from './fields';
import { clientTokens, tokenItem } from './tokens';

export const exchangeCode: Operation = {
	value: 'exchangeCode',
	name: 'Exchange Code',
	action: 'Exchange code for client tokens',
	description:
		'Trade the code with which a customer came back for the tokens of their account. A code is good once.',
	fields: [
		tokensAreSecret,
		{
			displayName: 'Code',
			name: 'code',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. the code parameter of the redirect',
			description: 'The code that came with the customer',
		},
		{
			displayName: 'Code Verifier',
			name: 'verifier',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'The verifier that Get Authorize URL gave with the link. Leave it empty for a customer who came from the marketplace, where there is none.',
		},
		clientIdField,
		redirectUrlField,
		raw,
	],
	runner: techPerItem({
		endpoint,
		request: (parameters) => {
			const verifier = parameters.text('verifier')?.trim();
			return {
				body: {
					grant_type: 'authorization_code' as const,
					authorize_code_data: {
						code: parameters.required('code', 'Code').trim(),
						redirect_uri: readRedirectUrl(parameters),
						client_id: readClientId(parameters),
						...(verifier !== undefined && { code_verifier: verifier }),
					},
				},
			};
		},
		items: (reply, _sent, parameters) => tokenItem(reply, parameters),
		output: clientTokens,
	}),
};
