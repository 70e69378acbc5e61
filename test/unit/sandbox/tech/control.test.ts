import { startSandbox, type Sandbox } from '../../../../sandbox';
import { asPartner, channelOf, member, request, subscribedCrm } from './client';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ repeats: 0 });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

async function control(method: string, path: string, body?: unknown) {
	const response = await fetch(`${sandbox.url}/_sandbox/tech${path}`, {
		method,
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const json: unknown = await response.json();
	return { status: response.status, json };
}

it('has each verb over HTTP', async () => {
	const { crm } = await subscribedCrm(sandbox, 'group_chat.update', 'crm_entities.contact_add');
	const { channelId } = channelOf(sandbox, 'whatsapp');
	const { wabaTemplates, webhooks } = sandbox.control.tech.account();
	await asPartner(sandbox, 'POST', '/v2/marketplaces', {
		crm_code: 'crm',
		secret: 's',
		auth_redirect_uri: 'https://example.com/r',
	});
	const period = { start_at: '2026-01-01T00:00:00Z', end_at: '2026-02-01T00:00:00Z' };
	const dump = await request(sandbox, 'POST', '/v2/messages/messages_dump', period);
	const exportId = member(dump.data, 'export_id');
	const replies = [
		[
			'GET',
			'/state',
			undefined,
			{ partners: [sandbox.partner, {}], accounts: [{}, {}, {}, {}, {}] },
		],
		['GET', `/accounts/${sandbox.accountId}`, undefined, { name: 'Demo Client', wabaLimit: 100 }],
		['POST', '/accounts', { name: 'New', partner: null }, { name: 'New', channels: [] }],
		['POST', '/tokens', { scope: 'crm' }, { token: expect.stringMatching(/^\S+\.\S+\.\S+$/) }],
		['POST', '/tokens/revoke', { kind: 'all' }, { revoked: expect.any(Number) }],
		[
			'PATCH',
			`/channels/${channelId}`,
			{ state: 'qr', qr: 'data:,' },
			{ state: 'qr', qr: 'data:,' },
		],
		['POST', `/channels/${channelId}/expire`, undefined, { state: 'qridle' }],
		['PATCH', `/channels/${channelId}`, { state: 'qr' }, { state: 'qr' }],
		['POST', `/channels/${channelId}/scan`, { password: 'x' }, { state: 'waitForPassword' }],
		['PATCH', `/templates/${wabaTemplates[0]?.id}`, { status: 'PAUSED' }, { status: 'PAUSED' }],
		['PATCH', `/exports/${exportId}`, { status: 'failed' }, { exportId, status: 'failed' }],
		['POST', '/publish', { event: 'group_chat.update', data: [{}] }, { subscriptions: 1 }],
		['POST', '/creation', { kind: 'contact' }, { delivery: { status: 200 } }],
		['DELETE', `/webhooks/${webhooks[0]?.id}`, undefined, { ok: true }],
		['POST', '/marketplace/install', { crmCode: 'crm' }, { url: expect.stringContaining('code=') }],
	] as const;
	for (const [method, path, body, json] of replies) {
		const reply = await control(method, path, body);
		expect([path, reply]).toMatchObject([path, { status: 200, json }]);
	}
	await sandbox.control.idle();
	await crm.close();
});

it.each([
	['GET', '/accounts/1', undefined, 404],
	['POST', '/accounts', { partner: 'nobody@example.com' }, 404],
	['POST', '/accounts', { colour: 'red' }, 400],
	['POST', '/tokens', { accountId: '1' }, 404],
	['POST', '/tokens/revoke', { accountId: '1' }, 404],
	['POST', '/tokens/revoke', { kind: 'api' }, 400],
	['PATCH', '/channels/ghost', { state: 'qr' }, 404],
	['POST', '/channels/ac000000-0000-4000-8000-000000000001/scan', {}, 400],
	['POST', '/channels/ghost/pair', {}, 404],
	['PATCH', '/templates/ghost', { status: 'x' }, 404],
	['PATCH', '/exports/ghost', { status: 'x' }, 404],
	['POST', '/creation', { kind: 'deal' }, 400],
	['POST', '/publish', { event: 'x' }, 400],
	['DELETE', '/webhooks/ghost', undefined, 404],
	['POST', '/marketplace/install', { crmCode: 'ghost' }, 404],
])('%s %s %p answers with a sentence and %i', async (method, path, body, status) => {
	expect(await control(method, path, body)).toEqual({
		status,
		json: { error: expect.any(String) },
	});
});

it('ports of the tech surface are freed where the start fails', async () => {
	const port = Number(new URL(sandbox.techUrl).port);
	await expect(startSandbox({ techPort: port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
