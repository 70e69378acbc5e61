import type { AnyEndpoint } from '../../../../api/endpoint';
import * as tech from '../../../../api/tech';

/** A documented request, with what the document shows as its answer. */
export interface Example {
	endpoint: AnyEndpoint;
	path?: Record<string, string>;
	query?: Record<string, unknown>;
	body?: Record<string, unknown>;
	reply?: unknown;
}

const meta = { timestamp: 1759495852 };

export const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
// The pair of RFC 7636, appendix B.
export const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

const redirect_uri = 'https://example.com/redirect';
const tokens = { access_token: 'a.b.c', refresh_token: 'r', expires_in: 3600 };

const codeGrant = {
	grant_type: 'authorization_code',
	authorize_code_data: { code: 'c', redirect_uri, client_id: 'id', code_verifier: verifier },
};
const machineGrant = {
	grant_type: 'client_credentials',
	client_credentials_data: { scope: 'transport,crm' },
};
const exchangeGrant = {
	grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
	token_exchange_data: {
		subject_token: 'm',
		subject_token_type: 'urn:wazzup:oauth:token-type:machine_token',
		requested_subject: '12345678',
		scope: 'transport,crm',
	},
};
const refreshGrant = {
	grant_type: 'refresh_token',
	refresh_token_data: { refresh_token: 'r', client_id: 'id' },
};

const grants = ([...each]: Array<[AnyEndpoint, Record<string, unknown>, object]>): Example[] =>
	each.flatMap(([endpoint, body, data]) =>
		[tech.requestToken, endpoint].map((route) => ({
			endpoint: route,
			body,
			reply: { data, meta },
		})),
	);

/** How a partner comes by tokens: the browser's way, then each grant at the route and at its narrower form. */
export const grantExamples: readonly Example[] = [
	{
		endpoint: tech.authorize,
		query: {
			response_type: 'code',
			client_id: 'id',
			redirect_uri,
			scope: 'transport,crm',
			state: 's',
			code_challenge: challenge,
			code_challenge_method: 'S256',
		},
	},
	...grants([
		[tech.exchangeCode, codeGrant, tokens],
		[tech.requestMachineToken, machineGrant, { access_token: 'm' }],
		[tech.exchangeMachineToken, exchangeGrant, tokens],
		[tech.refreshTokens, refreshGrant, tokens],
	]),
];
