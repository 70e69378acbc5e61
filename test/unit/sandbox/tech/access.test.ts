import { techEndpoints } from '../../../../api/tech';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { call } from '../client';
import { asPartner, basic, request } from './client';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const pathOf = (path: string) => path.replace(/\{\w+\}/g, '1');
const guarded = techEndpoints.filter(({ auth }) => auth !== 'none');

describe('who gets in', () => {
	test.each(guarded.map((each) => [each.method, each.path, each.auth] as const))(
		'%s %s wants a %s and nothing else',
		async (method, path, auth) => {
			const token = `Bearer ${sandbox.clientToken()}`;
			const login = basic(sandbox.partner);
			const wrong = auth === 'partnerLogin' ? token : login;
			const code = auth === 'partnerLogin' ? 'UNAUTHORIZED' : 'OAUTH_TOKEN_UNKNOWN_OR_REVOKED';
			for (const authorization of [null, wrong, 'Bearer nonsense', 'Basic bm9uc2Vuc2U=']) {
				const reply = await request(sandbox, method, pathOf(path), undefined, { authorization });
				expect([reply.status, reply.code]).toEqual([401, code]);
			}
			const right = auth === 'partnerLogin' ? login : token;
			const reply = await request(sandbox, method, pathOf(path), undefined, {
				authorization: right,
			});
			expect(reply.status).not.toBe(401);
		},
	);

	test.each([
		['crm', 'GET', '/v2/deals', 200],
		['crm', 'GET', '/v2/channels', 403],
		['crm', 'GET', '/v2/webhooks', 200],
		['transport', 'GET', '/v2/channels', 200],
		['transport', 'GET', '/v2/settings', 403],
		['transport', 'GET', '/v2/webhooks', 200],
	])('a token for %s: %s %s answers %i', async (scope, method, path, status) => {
		const token = sandbox.control.tech.clientToken(undefined, scope);
		const authorization = `Bearer ${token}`;
		expect((await request(sandbox, method, path, undefined, { authorization })).status).toBe(
			status,
		);
	});

	test('the key of v3 is none here, and tokens are none there', async () => {
		const authorization = `Bearer ${sandbox.apiKey}`;
		expect((await request(sandbox, 'GET', '/v2/deals', undefined, { authorization })).status).toBe(
			401,
		);
		expect(
			(await call(sandbox, 'GET', '/v3/channels', undefined, { key: sandbox.clientToken() }))
				.status,
		).toBe(401);
	});

	test('the surface has a port of its own', async () => {
		expect(new URL(sandbox.techUrl).hostname).toBe('127.0.0.1');
		expect(sandbox.techUrl).not.toBe(sandbox.url);
		// The path is one of the 2021 API there, which knows no partner and no client token.
		const authorization = `Bearer ${sandbox.clientToken()}`;
		expect((await fetch(`${sandbox.url}/v2/deals`, { headers: { authorization } })).status).toBe(
			401,
		);
		expect((await fetch(`${sandbox.url}/v2/webhooks/1`)).status).toBe(401);
		expect((await request(sandbox, 'GET', '/v2/nothing')).code).toBe('NOT_FOUND');
		expect((await request(sandbox, 'GET', '/v2/deals/')).status).toBe(200);
	});
});

describe('accounts', () => {
	const card = { name: 'Shop', lang: 'en', currency: 'EUR', country: 'EU', timezone: 1 };
	const second = () => sandbox.control.tech.state().partners[1] ?? sandbox.partner;

	test('are created, and belong to the partner who did', async () => {
		const { data } = await asPartner(sandbox, 'POST', '/v2/accounts', card);
		expect(data).toEqual({ account: { account_id: expect.any(Number), name: 'Shop' } });
		const id = (data as { account: { account_id: number } }).account.account_id;
		expect(String(id)).toMatch(/^\d{8}$/);
		const read = await asPartner(sandbox, 'GET', `/v2/accounts/${id}`);
		expect(read.data).toEqual({ account_id: id, ...card });
		const foreign = await asPartner(sandbox, 'GET', `/v2/accounts/${id}`, undefined, second());
		expect([foreign.status, foreign.code]).toEqual([404, 'NOT_FOUND']);
		const raise = { value: 5 };
		const path = `/v2/accounts/${id}/waba-balance`;
		expect((await asPartner(sandbox, 'POST', path, raise, second())).status).toBe(404);
		expect((await asPartner(sandbox, 'POST', path, raise)).data).toBeNull();
		expect(sandbox.control.tech.account(String(id)).wabaLimit).toBe(5);
	});

	test('tell more with expand', async () => {
		const path = `/v2/accounts/${sandbox.accountId}?expand=`;
		const { data } = await asPartner(sandbox, 'GET', `${path}billing,channels`);
		expect(data).toMatchObject({ billing: { waba_limit: 100 } });
		expect((data as { channels: unknown[] }).channels).toHaveLength(6);
		expect(data).not.toHaveProperty('subscriptions');
		expect((await asPartner(sandbox, 'GET', `${path}secrets`)).status).toBe(400);
	});

	test.each([
		[{ name: 'ab' }, 'name must be longer than or equal to 3'],
		[{ lang: 'xx' }, 'lang must be one of the following values: en, es, pt, ru'],
		[{ timezone: 15 }, 'timezone must be shorter than or equal to 14'],
		[{ timezone: '2' }, 'timezone must be a number'],
		[{ currency: undefined }, 'currency must be one of'],
		[{ plan: 'max' }, 'property plan should not exist'],
	])('are refused with %p', async (change, sentence) => {
		const { errors } = await asPartner(sandbox, 'POST', '/v2/accounts', { ...card, ...change });
		expect(errors?.[0]).toContain(sentence);
	});

	test('share nothing', async () => {
		const account = sandbox.control.tech.createAccount({ name: 'Other' });
		const { accountId } = account;
		expect(account).toMatchObject({ partner: sandbox.partner.email, channels: [], users: [] });
		const deal = {
			id: 'd',
			responsible_user_id: '1',
			name: 'n',
			uri: 'https://x.example',
			contacts: [],
			closed: false,
		};
		await request(sandbox, 'POST', '/v2/deals', { deals: [deal] }, { account: accountId });
		expect(
			(await request(sandbox, 'GET', '/v2/deals', undefined, { account: accountId })).data,
		).toEqual([deal]);
		expect((await request(sandbox, 'GET', '/v2/deals')).data).toEqual([]);
	});
});

describe('what the whole sandbox has', () => {
	test('the journal says whose request it was, never the login', async () => {
		await asPartner(sandbox, 'GET', `/v2/accounts/${sandbox.accountId}`);
		await request(sandbox, 'GET', '/v2/deals?limit=3');
		await call(sandbox, 'GET', '/v3/channels');
		const journal = sandbox.control.journal();
		expect(journal).toMatchObject([
			{
				surface: 'tech',
				authorization: 'partnerLogin',
				partner: sandbox.partner.email,
				status: 200,
			},
			{
				surface: 'tech',
				authorization: 'clientToken',
				account: sandbox.accountId,
				query: { limit: 3 },
			},
			{ surface: 'v3', authorization: 'apiKey' },
		]);
		expect(JSON.stringify(journal)).not.toContain(basic(sandbox.partner).slice(6));
	});

	test('a fault can be for one surface only', async () => {
		sandbox.control.addFault({
			kind: 'status',
			status: 503,
			match: { path: '/v2/deals', surface: 'legacy' },
		});
		expect((await request(sandbox, 'GET', '/v2/deals')).status).toBe(200);
		sandbox.control.clearFaults();
		sandbox.control.addFault({
			kind: 'status',
			status: 503,
			match: { path: '/v2/deals', surface: 'tech' },
		});
		expect((await request(sandbox, 'GET', '/v2/deals')).status).toBe(503);
		expect((await request(sandbox, 'GET', '/v2/contacts')).status).toBe(200);
	});

	test('the rate window counts each account and each login', async () => {
		sandbox.control.changeSettings({ rateLimit: 1 });
		// The window restarts at each multiple of 5 s: none of these requests may be cut off from the others.
		const now = Date.parse(sandbox.control.state().now);
		sandbox.control.advanceClock(5_000 - (now % 5_000));
		const other = { account: '87654321' };
		expect((await request(sandbox, 'GET', '/v2/deals')).status).toBe(200);
		expect((await request(sandbox, 'GET', '/v2/deals')).code).toBe('TOO_MANY_REQUESTS');
		expect((await request(sandbox, 'GET', '/v2/deals', undefined, other)).status).toBe(200);
		const path = `/v2/accounts/${sandbox.accountId}`;
		expect((await asPartner(sandbox, 'GET', path)).status).toBe(200);
		expect((await asPartner(sandbox, 'GET', path)).status).toBe(429);
	});

	test('reset brings the seed back and ends all tokens', async () => {
		const authorization = `Bearer ${sandbox.clientToken()}`;
		sandbox.control.tech.createAccount();
		await request(sandbox, 'DELETE', '/v2/users', { user_ids: ['1'] }, { authorization });
		sandbox.control.reset();
		expect(sandbox.control.tech.state().accounts).toHaveLength(5);
		expect(sandbox.control.tech.account().users).toHaveLength(2);
		expect((await request(sandbox, 'GET', '/v2/users', undefined, { authorization })).status).toBe(
			401,
		);
	});
});
