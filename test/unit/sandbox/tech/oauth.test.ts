import { startSandbox, type Sandbox } from '../../../../sandbox';
import { basic, member, request } from './client';
import { grantsOf } from './grants';

let sandbox: Sandbox;
const { authorize, landing, newCode, exchangeCode, second, statusWith, token } = grantsOf(
	() => sandbox,
);

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

describe('the page that asks the customer', () => {
	it('offers to allow and to refuse, and escapes what comes from outside', async () => {
		const { accountId } = sandbox.control.tech.createAccount({ name: '<script>' });
		const { status, headers, text } = await authorize({ _account: accountId });
		expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
		expect(text).toMatch(/>Allow<\/a>.*>Refuse<\/a>/);
		expect(text).toContain('(&lt;script&gt;)');
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
