import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';
import { ownTarget, withoutRedirect } from '../nodes/shared/transport/host';

/** The API key of an account owner: Bearer on `/v3`, the raw key after the word Basic on the API of 2021 (`/v2`). */
export class WazzupApi implements ICredentialType {
	name = 'wazzupApi';

	displayName = 'Wazzup API';

	icon: Icon = { light: 'file:../icons/wazzup.svg', dark: 'file:../icons/wazzup.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-wazzup24/n8n-nodes-wazzup24#wazzup-api';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				"In your Wazzup account: CRM integration → API → Connect, then copy the key. A sidecar key (of Wazzup's own amoCRM or Bitrix24 integration) works too, but reaches only channels, messages, webhooks and WABA templates.",
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.wazzup24.com',
			description:
				'Where the key is sent, and nowhere else. Change it only for a proxy or the sandbox.',
		},
		{
			displayName: 'Requests per 5 Seconds',
			name: 'requestsPer5Seconds',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 500,
			description:
				'Wazzup allows 500. Lower it when other programs use the same key, raise it when Wazzup support has raised yours.',
		},
	];

	authenticate: IAuthenticate = async (
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const target = ownTarget('API key', credentials, options);
		const key = String(credentials.apiKey).trim();
		const base = new URL(String(credentials.baseUrl)).pathname.replace(/\/$/, '');
		const isLegacy = target.pathname.startsWith(`${base}/v2/`);
		const headers = {
			...options.headers,
			Authorization: `${isLegacy ? 'Basic' : 'Bearer'} ${key}`,
		};
		return { ...options, ...withoutRedirect, headers };
	};

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/v3/channels' },
	};
}
