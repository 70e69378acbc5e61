import { refreshTokens } from '../../../../api/tech/oauth';
import type { Operation } from '../../../shared/operation';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import { clientIdField, readClientId, tokensAreSecret } from './fields';
import { clientTokens, tokenItem } from './tokens';

export const refresh: Operation = {
	value: 'refresh',
	name: 'Refresh',
	action: 'Refresh client tokens',
	description:
		'Trade a refresh token for new tokens. Keep that of the output: the old one may be used up.',
	fields: [
		tokensAreSecret,
		{
			displayName: 'Refresh Token',
			name: 'refreshToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The newest refresh_token of this customer',
		},
		clientIdField,
		raw,
	],
	runner: techPerItem({
		endpoint: refreshTokens,
		request: (parameters) => ({
			body: {
				grant_type: 'refresh_token' as const,
				refresh_token_data: {
					refresh_token: parameters.required('refreshToken', 'Refresh Token').trim(),
					client_id: readClientId(parameters),
				},
			},
		}),
		// Without a new one the old one stays good.
		items: (reply, { body }, parameters) =>
			tokenItem(reply, parameters, { refresh_token: body?.refresh_token_data.refresh_token }),
		output: clientTokens,
	}),
};
