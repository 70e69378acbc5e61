import { startSandbox, type Sandbox } from '../../../../sandbox';
import { asPartner, member, request } from './client';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const entry = {
	crm_code: 'my_crm-1',
	auth_redirect_uri: 'https://example.com/redirect?tenant=7',
	secret: 'secret key',
};
const logo = { name: 'logo.svg', content: 'PHN2Zy8+' };
const send = (method: string, body: object) => asPartner(sandbox, method, '/v2/marketplaces', body);
const exchange = (code: string, redirect_uri = entry.auth_redirect_uri, verifier?: string) =>
	asPartner(sandbox, 'POST', '/v2/oauth/token', {
		grant_type: 'authorization_code',
		authorize_code_data: {
			code,
			redirect_uri,
			client_id: sandbox.partner.clientId,
			...(verifier !== undefined && { code_verifier: verifier }),
		},
	});

it('takes an entry, then its name and logo', async () => {
	expect((await send('PATCH', { crm_name: 'The Cool CRM', logo })).status).toBe(404);
	expect((await send('POST', entry)).data).toBeNull();
	expect((await send('POST', entry)).errors).toEqual(['crm_code must be unique']);
	const state = () => sandbox.control.tech.state().marketplaces;
	expect(state()).toEqual([{ ...entry, partner: sandbox.partner.email, status: 'draft' }]);
	expect((await send('PATCH', { crm_name: 'The Cool CRM', logo })).data).toBeNull();
	expect(state()).toMatchObject([{ crm_name: 'The Cool CRM', logo, status: 'moderation' }]);
	expect((await send('PATCH', { crm_name: 'x'.repeat(51), logo })).errors).toEqual([
		'crm_name must be shorter than or equal to 50',
	]);
	expect((await send('POST', { ...entry, crm_code: 'ä' })).errors?.[0]).toContain('crm_code');
});

it.each([[undefined], ['x'.repeat(43)]])(
	'sends the browser of a customer to the redirect address; the code is traded with verifier %p',
	async (verifier) => {
		await send('POST', entry);
		const catalogue = await (await fetch(`${sandbox.techUrl}/`)).text();
		const [, link = ''] = /href="([^"]+connect)"/.exec(catalogue) ?? [];
		const answer = await fetch(link, { redirect: 'manual' });
		const target = new URL(answer.headers.get('location') ?? '');
		expect([answer.status, target.origin, target.searchParams.get('tenant')]).toEqual([
			302,
			'https://example.com',
			'7',
		]);
		expect(target.searchParams.get('state')).toMatch(/^[\w-]{36}$/);
		const code = target.searchParams.get('code') ?? '';
		const { data } = await exchange(code, undefined, verifier);
		const authorization = `Bearer ${member(data, 'access_token')}`;
		await request(sandbox, 'GET', '/v2/channels', undefined, { authorization });
		expect(sandbox.control.journal().at(-1)).toMatchObject({ status: 200, account: '55550001' });
	},
);

it('installs for any account by the control API', async () => {
	await send('POST', entry);
	const url = new URL(sandbox.control.tech.install(entry.crm_code, sandbox.accountId));
	const code = url.searchParams.get('code') ?? '';
	expect((await exchange(code, 'https://example.com/other')).status).toBe(400);
	expect(() => sandbox.control.tech.install('ghost')).toThrow('no integration');
	expect((await fetch(`${sandbox.techUrl}/marketplace/ghost/connect`)).status).toBe(404);
});
