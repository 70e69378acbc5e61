import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { range } from 'lodash';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { runNode, type EngineRun } from '../harness';
import { WazzupClient } from '../../../nodes/WazzupClient/WazzupClient.node';

let sandbox: Sandbox;
let credentials: ICredentialDataDecryptedObject;
afterEach(async () => await sandbox.close());

/** A sandbox, and a credential with the refresh token of its customer. */
async function start(options: Parameters<typeof startSandbox>[0] = {}) {
	sandbox = await startSandbox({ statusSteps: false, echo: false, ...options });
	const { email, password, clientId } = sandbox.partner;
	const url = new URL('/v2/oauth/token', sandbox.techUrl);
	const send = async (body: object) => {
		const authorization = `Basic ${Buffer.from(`${email}:${password}`).toString('base64')}`;
		const response = await fetch(url, {
			method: 'POST',
			headers: { authorization, 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		return ((await response.json()) as { data: Record<string, string> }).data;
	};
	const scope = 'transport,crm';
	const machine = await send({
		grant_type: 'client_credentials',
		client_credentials_data: { scope },
	});
	const { refresh_token: refreshToken = '' } = await send({
		grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
		token_exchange_data: {
			subject_token: machine.access_token,
			subject_token_type: 'urn:wazzup:oauth:token-type:machine_token',
			requested_subject: sandbox.accountId,
			scope,
		},
	});
	credentials = { accessBy: 'refreshToken', refreshToken, clientId, email, password };
	credentials.baseUrl = sandbox.techUrl;
	sandbox.control.clearJournal();
}

const run = async (count: number, options: Partial<EngineRun> = {}) =>
	await runNode({
		parameters: { resource: 'channel', operation: 'getMany', authentication: 'clientToken' },
		items: range(count).map((id) => ({ id })),
		nodeType: new WazzupClient(),
		credentialType: 'wazzupClientApi',
		credentials,
		...options,
	});

const refreshes = () =>
	sandbox.control
		.journal()
		.filter(({ body }) => (body as IDataObject | undefined)?.grant_type === 'refresh_token');

test('the first use gets an access token once for all items, and stores what was rotated', async () => {
	await start();
	const { refreshToken } = credentials;
	const { error, items } = await run(200);
	expect(error).toBeUndefined();
	expect(items.length).toBeGreaterThanOrEqual(200);
	expect(refreshes()).toHaveLength(1);
	expect(credentials.accessToken).not.toBe('');
	expect(credentials.refreshToken).not.toBe(refreshToken);
});

test('a later run uses what is stored', async () => {
	await start();
	await run(3);
	await run(3);
	expect(refreshes()).toHaveLength(1);
});

test('a token that is revoked is renewed once, however many items run', async () => {
	await start();
	await run(1);
	sandbox.control.tech.revoke({ kind: 'access' });
	const { error, items } = await run(200);
	expect(error).toBeUndefined();
	expect(items.length).toBeGreaterThanOrEqual(200);
	expect(refreshes()).toHaveLength(2);
});

test('a token that is about to expire is renewed before it is refused', async () => {
	await start({ accessTokenTime: 3_600 });
	await run(1);
	credentials.renewAt = Date.now() - 1;
	// As in another process, which has not seen the token yet.
	const { email } = credentials;
	credentials.email = ` ${String(email)}`;
	const { error } = await run(50);
	expect(error).toBeUndefined();
	expect(refreshes()).toHaveLength(2);
	const withToken = sandbox.control.journal().filter(({ path }) => path === '/v2/channels');
	expect(withToken.filter(({ status }) => status === 401)).toHaveLength(1);
});

test('a token of seconds is still good for something', async () => {
	await start({ accessTokenTime: 20 });
	const { error } = await run(20);
	expect(error).toBeUndefined();
	expect(refreshes()).toHaveLength(1);
});

test('the refresh token of another customer takes effect at once', async () => {
	await start();
	await run(1);
	const { refreshToken, accessToken } = credentials;
	await sandbox.close();
	await start();
	Object.assign(credentials, { accessToken, renewAt: Date.now() + 3_600_000 });
	credentials.renewedBy = 'the mark of another one';
	expect(credentials.refreshToken).not.toBe(refreshToken);
	const { error } = await run(3);
	expect(error).toBeUndefined();
	expect(refreshes()).toHaveLength(1);
});

test('a refresh token that is no longer good is told, without showing it', async () => {
	await start();
	credentials.refreshToken = 'refresh-canary';
	const { error, run: whole } = await run(5);
	expect(error?.message).toMatch(/gave no new client token/);
	expect(JSON.stringify(whole)).not.toContain('refresh-canary');
	expect(JSON.stringify(whole)).not.toContain(sandbox.partner.password);
});

test('a wrong partner password is told', async () => {
	await start();
	credentials.password = 'password-canary';
	const { error, run: whole } = await run(5);
	expect(error?.message).toMatch(/does not accept this partner login/);
	expect(JSON.stringify(whole)).not.toContain('password-canary');
});

test.each(['dropBefore', 'status', '429'] as const)(
	'a renewal that meets a passing fault (%s) is repeated, as any read is',
	async (kind) => {
		await start();
		await run(1);
		credentials.renewAt = Date.now() - 1;
		// As in another process, which has not seen the token yet.
		credentials.email = ` ${String(credentials.email)}`;
		sandbox.control.addFault({ match: { path: '/v2/channels' }, kind, times: 1 });
		const { error, items } = await run(5);
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThanOrEqual(5);
		expect(refreshes()).toHaveLength(2);
	},
);

const onToken = { match: { path: '/v2/oauth/token' } };

test.each([
	{ kind: 'status', status: 500 },
	{ kind: 'html', status: 502 },
	{ kind: '429' },
	{ kind: 'notJson', handled: false },
	{ kind: 'html', status: 200 },
] as const)('a renewal that Wazzup puts off (%p) is asked for again', async (fault) => {
	await start();
	sandbox.control.addFault({ ...onToken, ...fault, times: 1 });
	const { error, items } = await run(5);
	expect(error).toBeUndefined();
	expect(items.length).toBeGreaterThanOrEqual(5);
	expect(refreshes()).toHaveLength(2);
});

test.each([
	{ kind: 'status', status: 500 },
	{ kind: 'html', status: 502 },
	{ kind: 'notJson' },
	{ kind: 'dropAfter' },
] as const)(
	'a renewal that went through behind a bad answer (%p) leaves no way in, and says so',
	async (fault) => {
		await start();
		sandbox.control.addFault({ ...onToken, ...fault, handled: true, times: 1 });
		const { error } = await run(5);
		expect(error?.message).toMatch(/let the customer grant access again/);
		expect(refreshes()).toHaveLength(2);
	},
);

test('trouble of Wazzup that lasts is told as such, without the secrets that it repeats', async () => {
	await start();
	const { refreshToken, password } = credentials;
	const body = { detail: `${String(refreshToken)} ${String(password)}` };
	sandbox.control.addFault({ ...onToken, kind: 'status', status: 503, body });
	const { error, run: whole } = await run(1);
	expect(error?.message).toBe('Wazzup ran into trouble on its own side');
	expect(JSON.stringify(whole)).not.toContain(refreshToken);
	expect(JSON.stringify(whole)).not.toContain(password);
	sandbox.control.clearFaults();
	expect((await run(1)).error).toBeUndefined();
});

test('a renewal that is not allowed does not send the customer away: the refresh token is still good', async () => {
	await start();
	const body = { code: 'FORBIDDEN', title: 'Forbidden', detail: 'Not for this partner.' };
	sandbox.control.addFault({ ...onToken, kind: 'status', status: 403, body, times: 1 });
	const { error } = await run(3);
	expect(error?.message).toMatch(/does not let this credential do.*Not for this partner/);
	expect((await run(3)).error).toBeUndefined();
});

test('an account that refuses every token does not use up one refresh token after the other', async () => {
	await start();
	sandbox.control.addFault({ match: { path: '/v2/channels' }, kind: 'status', status: 401 });
	const { error } = await run(20, { onError: 'continueErrorOutput' });
	expect(error).toBeUndefined();
	// The first one gets an access token, the second one a token in place of the refused one.
	expect(refreshes()).toHaveLength(2);
});

test('the refusal of every token is told as such', async () => {
	await start();
	sandbox.control.addFault({ match: { path: '/v2/channels' }, kind: 'status', status: 401 });
	const { error } = await run(1);
	expect(error?.message).toBe('Wazzup does not accept this client token');
});

test('an execution that is cancelled leaves the renewal to those that wait for it, too', async () => {
	await start();
	sandbox.control.addFault({ match: { path: '/v2/oauth/token' }, kind: 'slow', delay: 700 });
	let cancel: () => void = () => {};
	const first = run(1, { cancellable: (stop) => (cancel = stop) });
	while (refreshes().length === 0) await new Promise((resolve) => setImmediate(resolve));
	const second = run(1);
	cancel();
	await first;
	expect((await second).error).toBeUndefined();
	expect(refreshes()).toHaveLength(1);
});
