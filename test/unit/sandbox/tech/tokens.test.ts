import { startSandbox, type Sandbox } from '../../../../sandbox';
import { member } from './client';
import { grantsOf } from './grants';

let sandbox: Sandbox;
const { machineToken, exchangeToken, refresh, second, statusWith } = grantsOf(() => sandbox);

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

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
