import { createHash, randomBytes } from 'node:crypto';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { asPartner, basic, member, request } from './client';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const second = () => {
	const partner = sandbox.control.tech.state().partners[1];
	if (!partner) throw new Error('There is one partner only.');
	return partner;
};
const redirect_uri = 'https://example.com/redirect?from=wazzup';
const verifier = randomBytes(48).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

const authorize = (changes: Record<string, string> = {}) => {
	const query = new URLSearchParams({
		response_type: 'code',
		client_id: sandbox.partner.clientId,
		redirect_uri,
		scope: 'transport,crm',
		state: '007',
		code_challenge: challenge,
		code_challenge_method: 'S256',
		...changes,
	});
	return request(sandbox, 'GET', `/v2/oauth/authorize?${query}`, undefined, {
		authorization: null,
	});
};
const landing = async (changes: Record<string, string>) =>
	new URL((await authorize(changes)).headers.get('location') ?? '');
const newCode = async (changes: Record<string, string> = {}) =>
	(await landing({ _auto: 'allow', ...changes })).searchParams.get('code') ?? '';

const token = (body: object, partner = sandbox.partner) =>
	asPartner(sandbox, 'POST', '/v2/oauth/token', body, partner);
const exchangeCode = (code: string, changes: object = {}, partner = sandbox.partner) =>
	token(
		{
			grant_type: 'authorization_code',
			authorize_code_data: {
				code,
				redirect_uri,
				client_id: sandbox.partner.clientId,
				code_verifier: verifier,
				...changes,
			},
		},
		partner,
	);
const machineToken = async (scope = 'transport,crm', partner = sandbox.partner) => {
	const grant = { grant_type: 'client_credentials', client_credentials_data: { scope } };
	return member((await token(grant, partner)).data, 'access_token');
};
const exchangeToken = (subject_token: string, changes: object = {}, partner = sandbox.partner) =>
	token(
		{
			grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
			token_exchange_data: {
				subject_token,
				subject_token_type: 'urn:wazzup:oauth:token-type:machine_token',
				requested_subject: sandbox.accountId,
				scope: 'transport,crm',
				...changes,
			},
		},
		partner,
	);
const refresh = (refresh_token: string, changes: object = {}) =>
	token({
		grant_type: 'refresh_token',
		refresh_token_data: { refresh_token, client_id: sandbox.partner.clientId, ...changes },
	});
const statusWith = async (accessToken: string, path = '/v2/users') => {
	const reply = await request(sandbox, 'GET', path, undefined, {
		authorization: `Bearer ${accessToken}`,
	});
	return reply.code ?? reply.status;
};

describe('the page that asks the customer', () => {
	it('offers to allow and to refuse, and escapes what comes from outside', async () => {
		const { status, headers, text } = await authorize({ state: '"><script>' });
		expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
		expect(text).toMatch(/>Allow<\/a>.*>Refuse<\/a>/);
		expect(text).not.toContain('<script>');
		const [, link = ''] = /href="([^"]+)">Allow/.exec(text) ?? [];
		const allowed = await fetch(link.replaceAll('&amp;', '&'), { redirect: 'manual' });
		expect(allowed.headers.get('location')).toMatch(
			/^https:\/\/example\.com\/redirect\?from=wazzup&code=\w+/,
		);
	});

	it('sends the browser back with code and state as it was, or with an error', async () => {
		const allowed = (await landing({ _auto: 'allow' })).searchParams;
		expect([allowed.get('state'), allowed.get('from')]).toEqual(['007', 'wazzup']);
		const refused = (await landing({ _auto: 'refuse' })).searchParams;
		expect([refused.get('error'), refused.get('state'), refused.get('code')]).toEqual([
			'access_denied',
			'007',
			null,
		]);
	});

	it.each([
		[{ client_id: 'nobody' }, 'client_id is unknown'],
		[{ code_challenge: 'short' }, 'code_challenge'],
		[{ response_type: 'token' }, 'response_type'],
		[{ code_challenge_method: 'plain' }, 'code_challenge_method'],
		[{ scope: 'everything' }, 'scope is unknown'],
		[{ prompt: 'login' }, 'property prompt should not exist'],
		[{ _account: '1' }, 'no such account'],
	])('refuses %p and goes nowhere', async (changes, sentence) => {
		const { status, text, headers } = await authorize({ _auto: 'allow', ...changes });
		expect([status, headers.get('location')]).toEqual([400, null]);
		expect(text).toContain(sentence);
	});
});

describe('the code', () => {
	it('becomes tokens of the account that allowed it, once', async () => {
		const code = await newCode({ _account: '55550001' });
		const { status, data, json } = await exchangeCode(code);
		expect([status, json]).toEqual([
			200,
			{
				data: {
					access_token: expect.any(String),
					refresh_token: expect.any(String),
					expires_in: 3600,
				},
				meta: { timestamp: expect.any(Number) },
			},
		]);
		expect(await statusWith(member(data, 'access_token'))).toBe(200);
		expect(sandbox.control.journal().at(-1)).toMatchObject({
			account: '55550001',
			authorization: 'clientToken',
			surface: 'tech',
		});
		expect((await exchangeCode(code)).errors).toEqual([
			'authorize_code_data.code is unknown, used or expired',
		]);
	});

	it.each([
		[{ code_verifier: 'x'.repeat(43) }, 'code_verifier does not match'],
		[{ code_verifier: undefined }, 'code_verifier does not match'],
		[{ redirect_uri: 'https://example.com/other' }, 'redirect_uri must be the one'],
		[{ client_id: 'nobody' }, 'client_id is unknown'],
		[{ nonce: '1' }, 'authorize_code_data.property nonce should not exist'],
	])('is refused with %p', async (changes, sentence) => {
		const { status, code, errors } = await exchangeCode(await newCode(), changes);
		expect([status, code]).toEqual([400, 'VALIDATION_FAILED']);
		expect(errors?.[0]).toContain(sentence);
	});

	it('is refused after ten minutes, and to another partner', async () => {
		const late = await newCode();
		sandbox.control.advanceClock(10 * 60_000);
		expect((await exchangeCode(late)).status).toBe(400);
		const { clientId: client_id } = second();
		expect((await exchangeCode(await newCode(), { client_id }, second())).status).toBe(400);
	});
});

describe('the machine token', () => {
	it('is traded for tokens of an account, as often as wanted', async () => {
		const machine = await machineToken();
		for (let turn = 0; turn < 2; turn += 1) {
			const { data } = await exchangeToken(machine);
			expect(await statusWith(member(data, 'access_token'))).toBe(200);
		}
	});

	it('is good for nothing else', async () => {
		const machine = await machineToken();
		expect(await statusWith(machine)).toBe('OAUTH_TOKEN_UNKNOWN_OR_REVOKED');
		const access = sandbox.clientToken();
		expect((await exchangeToken(access)).code).toBe('OAUTH_TOKEN_UNKNOWN_OR_REVOKED');
	});

	it('reaches the accounts of its own partner only', async () => {
		const machine = await machineToken();
		for (const requested_subject of ['87654321', '55550001', '99999999']) {
			expect((await exchangeToken(machine, { requested_subject })).status).toBe(403);
		}
		expect((await exchangeToken(machine, {}, second())).status).toBe(401);
		const dashed = await exchangeToken(machine, { requested_subject: '1234-5678' });
		expect(dashed.errors?.[0]).toContain('token_exchange_data.requested_subject');
	});

	it('gives no more than its scope, and ends', async () => {
		const narrow = await machineToken('crm');
		expect((await exchangeToken(narrow)).errors?.[0]).toContain('token_exchange_data.scope');
		const { data } = await exchangeToken(narrow, { scope: 'crm' });
		const access = member(data, 'access_token');
		expect(await statusWith(access)).toBe(200);
		expect(await statusWith(access, '/v2/channels')).toBe('FORBIDDEN');
		sandbox.control.advanceClock(3_600_000);
		expect((await exchangeToken(narrow)).status).toBe(401);
	});
});

describe('tokens', () => {
	const pair = async () => (await exchangeToken(await machineToken())).data;

	it('end after an hour of the sandbox clock, or as set', async () => {
		const access = member(await pair(), 'access_token');
		sandbox.control.advanceClock(3_590_000);
		expect(await statusWith(access)).toBe(200);
		sandbox.control.advanceClock(10_000);
		expect(await statusWith(access)).toBe('OAUTH_TOKEN_UNKNOWN_OR_REVOKED');
		sandbox.control.changeSettings({ accessTokenTime: 5 });
		const short = await pair();
		expect(member(short, 'expires_in')).toBe('5');
		sandbox.control.advanceClock(5_000);
		expect(await statusWith(member(short, 'access_token'))).toBe('OAUTH_TOKEN_UNKNOWN_OR_REVOKED');
	});

	it('rotate: a refresh token is good once', async () => {
		const first = member(await pair(), 'refresh_token');
		const { data } = await refresh(first);
		expect(await statusWith(member(data, 'access_token'))).toBe(200);
		const again = await refresh(first);
		expect([again.status, again.code]).toEqual([401, 'OAUTH_TOKEN_UNKNOWN_OR_REVOKED']);
		expect((await refresh(member(data, 'refresh_token'))).status).toBe(200);
	});

	it('are not refreshed for another client, nor after a week', async () => {
		const refreshToken = member(await pair(), 'refresh_token');
		expect((await refresh(refreshToken, { client_id: 'other' })).status).toBe(400);
		sandbox.control.advanceClock(7 * 24 * 3_600_000);
		expect((await refresh(refreshToken)).status).toBe(401);
	});

	it('can be revoked: of one account, of one kind', async () => {
		const tokens = await pair();
		const other = sandbox.clientToken('87654321');
		expect(sandbox.control.tech.revoke({ accountId: sandbox.accountId })).toBe(1);
		expect(await statusWith(member(tokens, 'access_token'))).toBe('OAUTH_TOKEN_UNKNOWN_OR_REVOKED');
		expect(await statusWith(other)).toBe(200);
		expect(sandbox.control.tech.revoke({ kind: 'refresh' })).toBe(1);
		expect((await refresh(member(tokens, 'refresh_token'))).status).toBe(401);
		expect(sandbox.control.tech.revoke({ kind: 'all' })).toBe(2);
	});
});

it('needs the partner login, and one of the four grants with its own body', async () => {
	const body = { grant_type: 'client_credentials', client_credentials_data: { scope: 'crm' } };
	const anonymous = await request(sandbox, 'POST', '/v2/oauth/token', body, {
		authorization: null,
	});
	const wrong = basic({ ...sandbox.partner, password: 'x' });
	const stranger = await request(sandbox, 'POST', '/v2/oauth/token', body, {
		authorization: wrong,
	});
	expect([anonymous.status, stranger.status]).toEqual([401, 401]);
	expect((await token({ grant_type: 'password' })).code).toBe('VALIDATION_FAILED');
	const flat = { grant_type: 'refresh_token', refresh_token: 'r' };
	expect((await token(flat)).errors).toEqual(
		expect.arrayContaining(['property refresh_token should not exist']),
	);
	expect((await token({ ...body, client_credentials_data: { scope: 'root' } })).errors).toEqual([
		'client_credentials_data.scope must be one of the following values: transport, crm',
	]);
});
