import type { AnyEndpoint } from '../../../../api/endpoint';
import { techEndpoints } from '../../../../api/tech';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { channelId as exampleChannel, guid } from '../../api/contracts';
import { examples } from '../../api/tech/examples';
import { event } from '../client';
import { asPartner, channelOf, member, request } from './client';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ statusSteps: false, exportTime: 0 });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

/** Nobody listens on the port for discarding. */
const nowhere = 'http://127.0.0.1:9/hook';

const nameOf = ({ method, path }: AnyEndpoint) => `${method} ${path}`;

/** What the examples take for granted: entities, a subscription, an export, a message, an integration. */
async function prepare() {
	const writes = ['deals', 'contacts', 'users', 'pipelines'].map((path) => {
		const example = examples.find(
			({ endpoint }) => endpoint.method === 'POST' && endpoint.path === `/v2/${path}`,
		);
		return request(sandbox, 'POST', `/v2/${path}`, example?.body);
	});
	await Promise.all(writes);
	const hook = { data: [{ url: nowhere, event: 'message.edit' }] };
	const webhook = await request(sandbox, 'POST', '/v2/webhooks', hook);
	const period = { start_at: '2026-01-01T00:00:00Z', end_at: '2100-01-01T00:00:00Z' };
	const dump = await request(sandbox, 'POST', '/v2/messages/messages_dump', period);
	const { channelId } = channelOf(sandbox, 'whatsapp');
	const made = event(sandbox, 'message');
	await request(sandbox, 'POST', '/v2/messages', {
		channel_id: channelId,
		recipient: { chat_type: 'whatsapp', chat_id: '7901' },
		text: 'Hello',
	});
	await asPartner(sandbox, 'POST', '/v2/marketplaces', {
		crm_code: 'mine',
		secret: 's',
		auth_redirect_uri: 'https://example.com/redirect',
	});
	const subscription = Array.isArray(webhook.data) ? (webhook.data as unknown[])[0] : undefined;
	return {
		channel_id: channelId,
		export_id: member(dump.data, 'export_id'),
		message_id: (await made).message.messageId,
		webhook_id: member(subscription, 'id'),
	};
}

/** Ids of the path where the examples have none, and bodies of routes that no document shows. */
const paths: Record<string, string> = {
	account_id: '12345678',
	contact_id: 'c-1',
	deal_id: 'deal1',
	user_id: '222',
	date: '2026-01-31',
};
const bodies: Record<string, object> = {
	'PATCH /v2/messages/{message_id}': { text: 'Changed' },
	'DELETE /v2/contacts': { contact_ids: ['c-1'] },
	'DELETE /v2/users': { user_ids: ['222'] },
	'PATCH /v2/users': { users: [{ id: '222', name: 'Alex' }] },
	'PATCH /v2/templates/wz/{template_id}': { text: 'Hi' },
	'PATCH /v2/templates/waba/{template_id}': { template: { title: 'Other' } },
	'POST /v2/channels/{channel_id}/auth/2fa': { password: 'secret' },
};

/** Channels that some routes need in a certain state. */
function channelFor({ path }: AnyEndpoint, working: string): string {
	if (path.includes('/waba/')) return channelOf(sandbox, 'wapi').channelId;
	if (path.endsWith('pairing-code')) sandbox.control.tech.changeChannel(working, { state: 'qr' });
	if (path.endsWith('2fa')) {
		sandbox.control.tech.changeChannel(working, { state: 'qr' });
		sandbox.control.tech.scan(working, { password: 'secret' });
	}
	return working;
}

function templateFor({ path }: AnyEndpoint): string {
	const { templates, wabaTemplates } = sandbox.control.tech.account();
	return (path.includes('/waba') ? wabaTemplates : templates)[0]?.id ?? '';
}

test.each(techEndpoints.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
	'%s answers its example with 200 and with what its contract says',
	async (name, endpoint) => {
		const known = await prepare();
		const example = examples.find(
			(each) =>
				each.endpoint === endpoint &&
				!JSON.stringify(each.body ?? '').includes('authorization_code'),
		);
		const ids = {
			...paths,
			...known,
			...example?.path,
			channel_id: channelFor(endpoint, known.channel_id),
			template_id: templateFor(endpoint),
			export_id: known.export_id,
		};
		const path = endpoint.path.replace(/\{(\w+)\}/g, (_all, id: string) => member(ids, id));
		const given = example?.body ?? bodies[name] ?? grant(endpoint);
		const channelId = endpoint.path.includes('templates/waba')
			? channelOf(sandbox, 'wapi').channelId
			: known.channel_id;
		const text = JSON.stringify(given)
			?.replaceAll(exampleChannel, channelId)
			.replaceAll('https://example.com/hook', nowhere);
		// Elsewhere the examples' UUID is one that nothing has to know.
		const isWebhook = endpoint.path === '/v2/webhooks';
		const body: unknown =
			text && JSON.parse(isWebhook ? text.replaceAll(guid, known.webhook_id) : text);
		const query = new URLSearchParams(example?.query as Record<string, string>);
		if (endpoint.auth === 'none') query.set('client_id', sandbox.partner.clientId);
		const send = endpoint.auth === 'partnerLogin' ? asPartner : request;
		const reply = await send(sandbox, endpoint.method, `${path}?${query}`, body);
		expect([name, reply.status, reply.errors]).toEqual([name, 200, undefined]);
		expect(() => endpoint.reply.parse(reply.json)).not.toThrow();
		if (endpoint.auth !== 'none') {
			expect(reply.json).toMatchObject({ meta: { timestamp: expect.any(Number) } });
			expect(reply.json).toHaveProperty('data');
		}
	},
);

const grant = ({ path }: AnyEndpoint) =>
	path === '/v2/oauth/token'
		? { grant_type: 'client_credentials', client_credentials_data: { scope: 'transport,crm' } }
		: undefined;

test('a body with a property that no document names is refused, wherever one is documented', async () => {
	const open = /reinit|2fa|pairing-code|messages\/\{message_id\}/;
	const { channel_id } = await prepare();
	const withBody = techEndpoints.filter(
		({ method, path }) => ['POST', 'PATCH', 'DELETE'].includes(method) && !open.test(path),
	);
	const refused: string[] = [];
	for (const endpoint of withBody) {
		if (endpoint.body.safeParse(undefined).success) continue;
		const ids = { ...paths, channel_id, template_id: templateFor(endpoint) };
		const path = endpoint.path.replace(/\{(\w+)\}/g, (_all, id: string) => member(ids, id));
		const send = endpoint.auth === 'partnerLogin' ? asPartner : request;
		const reply = await send(sandbox, endpoint.method, path, {
			surprise: 1,
			grant_type: 'refresh_token',
		});
		expect([nameOf(endpoint), reply.status, reply.code]).toEqual([
			nameOf(endpoint),
			400,
			'VALIDATION_FAILED',
		]);
		expect(reply.errors).toContain('property surprise should not exist');
		refused.push(nameOf(endpoint));
	}
	expect(refused.length).toBeGreaterThan(25);
});
