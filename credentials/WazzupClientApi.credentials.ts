import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';
import { ownTarget, withoutRedirect } from '../nodes/shared/transport/host';
import { isFresh, renewTokens } from '../nodes/shared/transport/refresh';

const shownFor = (...accessBy: string[]) => ({ show: { accessBy } });

/** The tokens of one end customer of a partner: Bearer on all routes of the customer's account. */
export class WazzupClientApi implements ICredentialType {
	name = 'wazzupClientApi';

	displayName = 'Wazzup Client API';

	icon: Icon = { light: 'file:../icons/wazzup.svg', dark: 'file:../icons/wazzup.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-wazzup24/n8n-nodes-wazzup24#wazzup-client-api';

	properties: INodeProperties[] = [
		{
			displayName: 'Access By',
			name: 'accessBy',
			type: 'options',
			options: [
				{ name: 'Refresh Token (Renews Itself)', value: 'refreshToken' },
				{ name: 'Client Access Token', value: 'accessToken' },
			],
			default: 'refreshToken',
			description:
				'A refresh token stays good as long as it is used; an access token alone is good for about an hour',
		},
		{
			displayName: 'Client Access Token',
			name: 'clientAccessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			displayOptions: shownFor('accessToken'),
			description: 'The access_token that Wazzup gave for this customer',
		},
		{
			displayName: 'Refresh Token',
			name: 'refreshToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			displayOptions: shownFor('refreshToken'),
			description:
				'The refresh_token that Wazzup gave for this customer. When Wazzup sends a new one, it takes its place here.',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			displayOptions: shownFor('refreshToken'),
			description: 'Your client_id, as your Wazzup manager issued it',
		},
		{
			displayName: 'Partner Email',
			name: 'email',
			type: 'string',
			placeholder: 'name@email.com',
			required: true,
			default: '',
			displayOptions: shownFor('refreshToken'),
			description: 'Login of your Wazzup partner account. Wazzup renews tokens only with it.',
		},
		{
			displayName: 'Partner Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			displayOptions: shownFor('refreshToken'),
			description: 'Password of your Wazzup partner account',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://tech.wazzup24.com',
			description:
				'Where the tokens are sent, and nowhere else. Change it only for a proxy or the sandbox.',
		},
		{
			displayName: 'Requests per 5 Seconds',
			name: 'requestsPer5Seconds',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 500,
			description:
				'The most for this account. Wazzup documents no limit for partners; 500 is that of an ordinary API key.',
		},
		// n8n fills it by preAuthentication, stores it, and renews it when Wazzup answers 401.
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		// Declared, or n8n would not give it back. Milliseconds since 1970.
		{ displayName: 'Renew At', name: 'renewAt', type: 'hidden', default: '' },
		// Which refresh token it came with, as a hash.
		{ displayName: 'Renewed By', name: 'renewedBy', type: 'hidden', default: '' },
	];

	/** What n8n stores when the access token is missing or refused; nothing for a pasted token. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return credentials.accessBy === 'accessToken' ? {} : await renewTokens(this, credentials);
	}

	authenticate: IAuthenticate = async (
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		ownTarget('client token', credentials, options);
		const { Authorization: _earlier, ...headers } = options.headers ?? {};
		const token =
			credentials.accessBy === 'accessToken'
				? String(credentials.clientAccessToken).trim()
				: isFresh(credentials)
					? credentials.accessToken
					: undefined;
		// Without a header Wazzup answers 401, and n8n gets a new token: that is how one is renewed before it expires.
		return {
			...options,
			...withoutRedirect,
			headers:
				token === undefined ? headers : { ...headers, Authorization: `Bearer ${String(token)}` },
		};
	};

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/v2/channels' },
	};
}
