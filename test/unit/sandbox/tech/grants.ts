import { createHash, randomBytes } from 'node:crypto';
import type { Sandbox } from '../../../../sandbox';
import { asPartner, member, request } from './client';

export const redirect_uri = 'https://example.com/redirect?from=wazzup';
const verifier = randomBytes(48).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

/** The ways to tokens, as the documents show their bodies; `changes` goes into the data of the grant. */
export function grantsOf(sandbox: () => Sandbox) {
	const second = () => {
		const partner = sandbox().control.tech.state().partners[1];
		if (!partner) throw new Error('There is one partner only.');
		return partner;
	};
	const authorize = (changes: Record<string, string> = {}) => {
		const query = new URLSearchParams({
			response_type: 'code',
			client_id: sandbox().partner.clientId,
			redirect_uri,
			scope: 'transport,crm',
			state: '007',
			code_challenge: challenge,
			code_challenge_method: 'S256',
			...changes,
		});
		const path = `/v2/oauth/authorize?${query}`;
		return request(sandbox(), 'GET', path, undefined, { authorization: null });
	};
	/** Where the browser is sent. */
	const landing = async (changes: Record<string, string>) =>
		new URL((await authorize(changes)).headers.get('location') ?? '');
	const newCode = async (changes: Record<string, string> = {}) =>
		(await landing({ _auto: 'allow', ...changes })).searchParams.get('code') ?? '';

	const token = (body: object, partner = sandbox().partner) =>
		asPartner(sandbox(), 'POST', '/v2/oauth/token', body, partner);
	const exchangeCode = (code: string, changes: object = {}, partner = sandbox().partner) => {
		const client_id = sandbox().partner.clientId;
		const data = { code, redirect_uri, client_id, code_verifier: verifier, ...changes };
		return token({ grant_type: 'authorization_code', authorize_code_data: data }, partner);
	};
	const machineToken = async (scope = 'transport,crm') => {
		const grant = { grant_type: 'client_credentials', client_credentials_data: { scope } };
		return member((await token(grant)).data, 'access_token');
	};
	const exchangeToken = (
		subject_token: string,
		changes: object = {},
		partner = sandbox().partner,
	) =>
		token(
			{
				grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
				token_exchange_data: {
					subject_token,
					subject_token_type: 'urn:wazzup:oauth:token-type:machine_token',
					requested_subject: sandbox().accountId,
					scope: 'transport,crm',
					...changes,
				},
			},
			partner,
		);
	const refresh = (refresh_token: string, changes: object = {}) => {
		const data = { refresh_token, client_id: sandbox().partner.clientId, ...changes };
		return token({ grant_type: 'refresh_token', refresh_token_data: data });
	};
	/** What a request with this token comes to: the code of a refusal, else the status. */
	const statusWith = async (accessToken: string, path = '/v2/users') => {
		const authorization = `Bearer ${accessToken}`;
		const reply = await request(sandbox(), 'GET', path, undefined, { authorization });
		return reply.code ?? reply.status;
	};
	return {
		second,
		authorize,
		landing,
		newCode,
		token,
		exchangeCode,
		machineToken,
		exchangeToken,
		refresh,
		statusWith,
	};
}
