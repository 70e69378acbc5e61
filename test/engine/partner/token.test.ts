import type { IDataObject } from 'n8n-workflow';
import { range } from 'lodash';
import { useTech } from '../client/useTech';

const tech = useTech();

const redirectUri = 'https://crm.example.com/redirect';
const byError = { onError: 'continueErrorOutput' } as const;
const operation = (name: string, more: IDataObject = {}) => ({
	resource: 'token',
	operation: name,
	clientId: tech.login().clientId,
	redirectUri,
	...more,
});

const path = '/v2/oauth/token';
const grants = (kind: string) =>
	tech.requests('POST', path).filter(({ body }) => (body as IDataObject).grant_type === kind);

/** The customer opens the link and allows access, or refuses it; gives the address that the browser is sent to. */
async function open(link: unknown, decision = 'allow'): Promise<URL> {
	const url = new URL(String(link));
	url.searchParams.set('_auto', decision);
	const { headers } = await fetch(url, { redirect: 'manual' });
	return new URL(headers.get('location') ?? '');
}

/** A code of the browser's way, and the verifier that belongs to it. */
async function authorized(): Promise<IDataObject> {
	const { items } = await tech.runPartner(operation('getAuthorizeUrl'));
	const [{ url, verifier, state } = {}] = items;
	const { searchParams } = await open(url);
	expect(searchParams.get('state')).toBe(state);
	return { code: searchParams.get('code'), verifier };
}

const exchange = () =>
	operation('exchangeCode', { code: '={{ $json.code }}', verifier: '={{ $json.verifier }}' });
const refresh = () => operation('refresh', { refreshToken: '={{ $json.refresh_token }}' });
const clientToken = () => operation('getClientToken', { accountId: '={{ $json.id }}' });

/** Whether a token opens the channels of an account. */
async function isGood({ access_token: token }: IDataObject = {}): Promise<boolean> {
	const authorization = `Bearer ${String(token)}`;
	const channels = new URL('/v2/channels', tech.login().baseUrl);
	return (await fetch(channels, { headers: { authorization } })).ok;
}

test('the whole way: link, code, tokens, refresh', async () => {
	const before = Date.now();
	const { items, error } = await tech.runPartner(exchange(), [await authorized()]);
	expect(error).toBeUndefined();
	expect(items).toMatchObject([{ refresh_token: expect.any(String), expires_in: 3_600 }]);
	const [first = {}] = items;
	const ends = Date.parse(String(first.expiresAt));
	expect(ends).toBeGreaterThanOrEqual(before + 3_600_000);
	expect(ends).toBeLessThanOrEqual(Date.now() + 3_600_000);
	expect(await isGood(first)).toBe(true);

	const renewed = await tech.runPartner(refresh(), items);
	const [second = {}] = renewed.items;
	expect(second.refresh_token).not.toBe(first.refresh_token);
	expect(await isGood(second)).toBe(true);
	const again = await tech.runPartner(refresh(), items);
	expect(again.error?.message).toContain('does not know this client token');
});

test('a code is good once, with its own verifier, and fails alone', async () => {
	const [one, other, third] = [await authorized(), await authorized(), await authorized()];
	const items = [one, { ...other, verifier: third?.verifier ?? '' }, { ...third, code: '' }];
	const result = await tech.runPartner(exchange(), items, byError);
	expect(result.items).toHaveLength(1);
	expect(result.failed).toMatchObject([
		{ details: { code: 'VALIDATION_FAILED' } },
		{ error: 'Code is empty' },
	]);
	// n8n puts the input item beside it.
	const told = JSON.stringify(result.failed.map(({ error, details }) => ({ error, details })));
	for (const secret of [other?.code, third?.verifier]) expect(told).not.toContain(secret);
	const used = await tech.runPartner(exchange(), [one], byError);
	expect(used.failed).toMatchObject([{ error: expect.any(String) }]);
});

test('a customer who comes from the marketplace needs no verifier', async () => {
	const create = { resource: 'marketplace', operation: 'create', crmCode: 'crm' };
	const entry = { ...create, authRedirectUri: redirectUri, secret: 's' };
	await tech.runPartner(entry);
	const { searchParams } = new URL(tech.control.tech.install('crm'));
	const { items } = await tech.runPartner(exchange(), [{ code: searchParams.get('code') }]);
	expect(await isGood(items[0])).toBe(true);
});

test('a customer who refuses comes back without a code, but with the state', async () => {
	const { items } = await tech.runPartner(operation('getAuthorizeUrl'));
	const { searchParams } = await open(items[0]?.url, 'refuse');
	expect(searchParams.get('error')).toBe('access_denied');
	expect(searchParams.get('state')).toBe(items[0]?.state);
});

test('100 client tokens of 50 accounts take one machine token', async () => {
	const partner = tech.login().email;
	const accounts = range(50).map(() => tech.control.tech.createAccount({ partner }).accountId);
	const items = [...accounts, ...accounts].map((id) => ({ id }));
	const result = await tech.runPartner(clientToken(), items);
	expect(result.error).toBeUndefined();
	expect(result.items).toHaveLength(100);
	expect(new Set(result.items.map(({ access_token }) => access_token)).size).toBe(100);
	expect(grants('client_credentials')).toHaveLength(1);
	expect(grants('urn:ietf:params:oauth:grant-type:token-exchange')).toHaveLength(100);
	for (const [index, { access_token: token }] of result.items.entries()) {
		const [, claims = ''] = String(token).split('.');
		const { child_id } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as IDataObject;
		expect(child_id).toBe(Number(items[index]?.id));
	}
});

test('each run gets fresh client tokens, and accounts of others fail alone', async () => {
	const items = [{ id: '1234-5678' }, { id: '87654321' }, { id: 'none' }, { id: '' }];
	const one = await tech.runPartner(clientToken(), items, byError);
	const other = await tech.runPartner(clientToken(), items, byError);
	expect(one.items).toHaveLength(1);
	expect(other.items[0]?.access_token).not.toBe(one.items[0]?.access_token);
	expect(grants('client_credentials')).toHaveLength(2);
	expect(one.failed).toMatchObject([
		{ error: expect.stringContaining('account 87654321'), details: { httpStatus: 403 } },
		{ error: 'Account ID "none" has no digits' },
		{ error: 'Account ID is empty' },
	]);
});

test('permissions limit the token', async () => {
	const narrow = { ...clientToken(), scope: ['crm'] };
	const { items } = await tech.runPartner(narrow, [{ id: '12345678' }]);
	expect(items).toHaveLength(1);
	expect(await isGood(items[0])).toBe(false);
});

test('each item says for itself that there is no machine token', async () => {
	const credentials = { ...tech.login(), password: 'wrong-canary' };
	const items = [{ id: '12345678' }, { id: '12345678' }];
	const result = await tech.runPartner(clientToken(), items, { ...byError, credentials });
	const error = 'Wazzup does not accept this partner login';
	expect(result.failed).toMatchObject([{ error }, { error }]);
	expect(grants('client_credentials')).toHaveLength(1);
	expect(JSON.stringify(result.failed)).not.toContain('wrong-canary');
});

describe('an answer is lost after Wazzup has acted', () => {
	const drop = () => tech.control.addFault({ kind: 'dropAfter', match: { path }, times: 1 });

	test('a code that may be used up is not sent again', async () => {
		const item = await authorized();
		drop();
		const { error } = await tech.runPartner(exchange(), [item]);
		expect(error?.description).toContain('may have carried it out');
		expect(grants('authorization_code')).toHaveLength(1);
	});

	test('a refresh token that may be used up is not sent again', async () => {
		const { items } = await tech.runPartner(clientToken(), [{ id: '12345678' }]);
		drop();
		const { error } = await tech.runPartner(refresh(), items);
		expect(error?.description).toContain('may have carried it out');
		expect(grants('refresh_token')).toHaveLength(1);
	});

	test('machine tokens and exchanges use nothing up, and are repeated', async () => {
		drop();
		const { error } = await tech.runPartner(clientToken(), [{ id: '12345678' }]);
		expect(error).toBeUndefined();
		expect(grants('client_credentials')).toHaveLength(2);
	});
});
