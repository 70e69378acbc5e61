import { ofApiRequest, type Sample } from './sample';

const redirectUri = 'https://crm.example.com/redirect';
const token = 'POST /v2/oauth/token';

/** The operations of the Wazzup Partner node. */
export const partner: readonly Sample[] = [
	...ofApiRequest('/v2/accounts/12345678'),
	{
		resource: 'account',
		operation: 'create',
		route: 'POST /v2/accounts',
		parameters: () => ({
			...{ name: 'Demo Client', lang: 'en', currency: 'USD', country: 'US', timezone: 2 },
		}),
	},
	{
		resource: 'account',
		operation: 'get',
		route: 'GET /v2/accounts/{account_id}',
		parameters: async (known) => ({ accountId: await known('account') }),
	},
	{
		resource: 'account',
		operation: 'raiseWabaLimit',
		route: 'POST /v2/accounts/{account_id}/waba-balance',
		parameters: async (known) => ({ accountId: await known('account'), value: 5 }),
	},
	{
		resource: 'marketplace',
		operation: 'create',
		route: 'POST /v2/marketplaces',
		parameters: async (known) => ({
			...{ crmCode: 'my-crm', authRedirectUri: redirectUri },
			secret: await known('secret'),
		}),
	},
	{
		resource: 'marketplace',
		operation: 'update',
		route: 'PATCH /v2/marketplaces',
		parameters: () => ({
			...{ crmName: 'My CRM', logoFrom: 'text' },
			logoText: '<svg xmlns="http://www.w3.org/2000/svg"/>',
		}),
	},
	{ resource: 'token', operation: 'getMachineToken', route: token },
	{
		resource: 'token',
		operation: 'getClientToken',
		route: token,
		parameters: async (known) => ({ accountId: await known('account') }),
	},
	{
		resource: 'token',
		operation: 'exchangeCode',
		route: token,
		parameters: async (known) => ({
			code: await known('code'),
			verifier: await known('verifier'),
			clientId: 'sandbox-client',
			redirectUri,
		}),
	},
	{
		resource: 'token',
		operation: 'refresh',
		route: token,
		parameters: async (known) => ({
			refreshToken: await known('refreshToken'),
			clientId: 'sandbox-client',
		}),
	},
	// Makes a link, and sends nothing.
	{
		resource: 'token',
		operation: 'getAuthorizeUrl',
		parameters: () => ({ clientId: 'sandbox-client', redirectUri }),
	},
];
