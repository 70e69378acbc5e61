import type { IDataObject } from 'n8n-workflow';
import { challengeOf } from '../../../nodes/WazzupPartner/resources/token/pkce';
import { examples } from '../../unit/api/tech/examples';
import * as oauth from '../../../api/tech/oauth';
import { verifier } from '../../unit/api/tech/grants';
import { answered, capturePartner, expectPartnerRequest } from './capture';

const documented = (wanted: unknown) => {
	const found = examples.find(({ endpoint }) => endpoint === wanted);
	return { body: found?.body, reply: { body: found?.reply } };
};
const route = { method: 'POST', path: '/v2/oauth/token' };
const redirectUri = 'https://example.com/redirect';

const operation = (name: string, more: IDataObject = {}) => ({
	resource: 'token',
	operation: name,
	clientId: 'id',
	redirectUri,
	...more,
});
const exchange = operation('exchangeCode', { code: 'c', verifier });
const refresh = operation('refresh', { refreshToken: 'r' });
const clientToken = operation('getClientToken', { accountId: '1234-5678' });

/** The item of the documents' client tokens. */
const tokens = {
	access_token: 'a.b.c',
	refresh_token: 'r',
	expires_in: 3600,
	expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
};

test('Get Authorize URL sends nothing, and gives the link of the document', async () => {
	const { requests, result } = await capturePartner(operation('getAuthorizeUrl', { state: 's' }));
	expect(requests).toHaveLength(0);
	const [item = {}] = result.items;
	const url = new URL(String(item.url));
	expect(url.pathname).toBe('/v2/oauth/authorize');
	const { query } = examples.find(({ endpoint }) => endpoint === oauth.authorize) ?? {};
	expect(Object.fromEntries(url.searchParams)).toEqual({
		...query,
		code_challenge: challengeOf(String(item.verifier)),
	});
	expect(Object.keys(item).sort()).toEqual(['challenge', 'state', 'url', 'verifier']);
	expect(String(item.url)).not.toContain(String(item.verifier));
});

test('Get Authorize URL: each item has its own state and verifier', async () => {
	const items = [{}, {}];
	const { result } = await capturePartner(operation('getAuthorizeUrl'), {}, { items });
	const [one, other] = result.items;
	expect(one?.state).not.toBe(other?.state);
	expect(one?.verifier).not.toBe(other?.verifier);
	expect(new URL(String(one?.url)).searchParams.get('state')).toBe(one?.state);
});

test.each([
	[{ redirectUri: 'example.com' }, 'starts with http'],
	[{ clientId: '={{ "" }}' }, 'Client ID is empty'],
	[{ scope: [] }, 'Permissions is empty'],
])('Get Authorize URL: %j makes no link', async (change, message) => {
	const { result } = await capturePartner(operation('getAuthorizeUrl', change));
	expect(result.error?.message).toContain(message);
});

test('Exchange Code: the body of the documents', async () => {
	const { body, reply } = documented(oauth.exchangeCode);
	const { requests, result } = await capturePartner(exchange, reply);
	expectPartnerRequest(requests[0], { ...route, body });
	expect(result.items).toEqual([tokens]);
});

test('Exchange Code: a customer from the marketplace has no verifier, and none is sent', async () => {
	const { reply } = documented(oauth.exchangeCode);
	const { requests } = await capturePartner({ ...exchange, verifier: '' }, reply);
	expect(requests[0]?.body).toStrictEqual({
		grant_type: 'authorization_code',
		authorize_code_data: { code: 'c', redirect_uri: redirectUri, client_id: 'id' },
	});
	const short = await capturePartner({ ...exchange, verifier: 'short' }, reply);
	expect(short.requests).toHaveLength(0);
	expect(short.result.error?.message).toContain('43 to 128 characters');
});

test('Get Machine Token: the body of the document, and one permission alone', async () => {
	const { body, reply } = documented(oauth.requestMachineToken);
	const { requests, result } = await capturePartner(operation('getMachineToken'), reply);
	expectPartnerRequest(requests[0], { ...route, body });
	expect(result.items).toEqual([{ access_token: 'm' }]);

	const narrow = operation('getMachineToken', { scope: ['crm'] });
	const { requests: one } = await capturePartner(narrow, reply);
	expect(one[0]?.body).toMatchObject({ client_credentials_data: { scope: 'crm' } });
	const turned = operation('getMachineToken', { scope: ['crm', 'transport'] });
	const { requests: both } = await capturePartner(turned, reply);
	expect(both[0]?.body).toMatchObject({ client_credentials_data: { scope: 'transport,crm' } });
});

test('Get Client Token: machine token, then token exchange, as in the documents', async () => {
	const machine = documented(oauth.requestMachineToken);
	const exchanged = documented(oauth.exchangeMachineToken);
	const replies = [machine.reply, exchanged.reply];
	const { requests, result } = await capturePartner(clientToken, replies);
	expect(requests).toHaveLength(2);
	expectPartnerRequest(requests[0], { ...route, body: machine.body });
	expectPartnerRequest(requests[1], { ...route, body: exchanged.body });
	expect(result.items).toEqual([tokens]);
});

test('Refresh: the body of the documents; without a new refresh token the old one stays', async () => {
	const { body, reply } = documented(oauth.refreshTokens);
	const { requests, result } = await capturePartner(refresh, reply);
	expectPartnerRequest(requests[0], { ...route, body });
	expect(result.items).toEqual([tokens]);

	const data = { access_token: 'new', refresh_token: null };
	const { result: kept } = await capturePartner(refresh, answered(data));
	expect(kept.items).toEqual([{ access_token: 'new', refresh_token: 'r' }]);
});

test('Raw gives the reply as it came', async () => {
	const { reply } = documented(oauth.refreshTokens);
	for (const parameters of [exchange, refresh, clientToken, operation('getMachineToken')]) {
		const { result } = await capturePartner({ ...parameters, raw: true }, reply);
		expect(result.items).toEqual([reply.body]);
	}
});

const canary = 'canary-1234567890';
const said = (body: unknown) => JSON.stringify(body);

test.each([
	['a code', { ...exchange, code: canary }],
	['a verifier', { ...exchange, verifier: canary.repeat(3) }],
	['a refresh token', { ...refresh, refreshToken: canary }],
	['a machine token', clientToken],
])('%s that Wazzup repeats in a refusal shows nowhere', async (_what, parameters) => {
	const { result } = await capturePartner(parameters, ({ body }) =>
		said(body).includes('client_credentials')
			? answered({ access_token: canary })
			: { status: 400, body: { code: 'VALIDATION_FAILED', errors: [`Bad: ${said(body)}`] } },
	);
	expect(result.error?.description).toContain('•••');
	expect(JSON.stringify(result.error)).not.toContain(canary);
});
