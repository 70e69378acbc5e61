import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';
import { fullScope, requestMachineToken } from '../api/tech/oauth';
import { basicOf, ownTarget, withoutRedirect } from '../nodes/shared/transport/host';

/** The login of a Wazzup partner: Basic on the partner's own routes, and the way to the tokens of the customers. */
export class WazzupPartnerApi implements ICredentialType {
	name = 'wazzupPartnerApi';

	displayName = 'Wazzup Partner API';

	icon: Icon = { light: 'file:../icons/wazzup.svg', dark: 'file:../icons/wazzup.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-wazzup24/n8n-nodes-wazzup24#wazzup-partner-api';

	properties: INodeProperties[] = [
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			placeholder: 'name@email.com',
			required: true,
			default: '',
			description: 'Login of your Wazzup partner account, not of a customer',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Password of your Wazzup partner account',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://tech.wazzup24.com',
			description:
				'Where the login is sent, and nowhere else. Change it only for a proxy or the sandbox.',
		},
		{
			displayName: 'Requests per 5 Seconds',
			name: 'requestsPer5Seconds',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 500,
			description:
				'The most for each account. Wazzup documents no limit for partners; 500 is that of an ordinary API key.',
		},
	];

	/** Adds the login, except to a request that already carries the token of a customer. */
	authenticate: IAuthenticate = async (
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		ownTarget('partner login', credentials, options);
		const headers = { Authorization: basicOf(credentials), ...options.headers };
		return { ...options, ...withoutRedirect, headers };
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl}}',
			url: requestMachineToken.path,
			method: 'POST',
			body: {
				grant_type: 'client_credentials',
				client_credentials_data: { scope: fullScope },
			},
		},
	};
}
