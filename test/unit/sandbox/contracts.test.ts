import type { AnyEndpoint } from '../../../api/endpoint';
import { v3Endpoints } from '../../../api/v3';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { call, channelOf, startCrm, type Crm } from './client';

let sandbox: Sandbox;
let crm: Crm;

beforeAll(async () => {
	sandbox = await startSandbox({ statusSteps: false });
	crm = await startCrm();
});
afterAll(async () => {
	await sandbox.close();
	await crm.close();
});

const contact = {
	id: 'a',
	responsibleUserId: '1',
	name: 'Anna',
	contactData: [{ chatType: 'whatsapp', chatId: '79011112233' }],
};
const deal = { id: 'a', responsibleUserId: '1', name: 'Deal', contacts: ['a'], closed: false };
const chat = { chatType: 'whatsapp', chatId: '79011112233' };

/** A body that succeeds on each route that takes one. */
function bodyFor({ method, path }: AnyEndpoint): unknown {
	const bodies: Record<string, unknown> = {
		'POST /v3/message': { channelId: channelOf(sandbox, 'whatsapp'), ...chat, text: 'hi' },
		'PATCH /v3/message/{messageId}': { text: 'changed' },
		'PATCH /v3/webhooks': { webhooksUri: crm.url, subscriptions: { messagesAndStatuses: true } },
		'POST /v3/users': [{ id: 'a', name: 'Anna' }],
		'PATCH /v3/users/bulk_delete': ['a', 'ghost'],
		'POST /v3/contacts': [contact],
		'PATCH /v3/contacts/bulk_delete': ['a', 'ghost'],
		'POST /v3/deals': [deal],
		'PATCH /v3/deals/bulk_delete': ['a', 'ghost'],
		'POST /v3/pipelines': [{ id: 'a', name: 'Sales' }],
		'POST /v3/iframe': { user: { id: '1' }, scope: 'card', filter: [chat] },
		'POST /v3/marketplace': { crmCode: 'crm', secret: 's' },
		'POST /v3/connect': { state: sandbox.control.marketplaceState('crm-1').state, secret: 's' },
		'POST /v3/migration': { clientApiKey: 'another client' },
	};
	return bodies[`${method} ${path}`];
}

async function prepare(): Promise<string> {
	sandbox.control.reset();
	await call(sandbox, 'POST', '/v3/contacts', [contact]);
	await call(sandbox, 'POST', '/v3/deals', [deal]);
	await call(sandbox, 'POST', '/v3/users', [{ id: 'a', name: 'Anna' }]);
	await call(sandbox, 'POST', '/v3/pipelines', [{ id: 1, name: 'Sales' }]);
	await call(sandbox, 'POST', '/v3/marketplace', { crmCode: 'crm-1', secret: 's' });
	const sent = await call(sandbox, 'POST', '/v3/message', {
		channelId: channelOf(sandbox, 'whatsapp'),
		...chat,
		text: 'hi',
	});
	return (sent.json as { messageId: string }).messageId;
}

it.each(v3Endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
	'%s answers with the status and the body of its contract',
	async (_name, endpoint) => {
		const messageId = await prepare();
		const path = endpoint.path
			.replace('{messageId}', messageId)
			.replace('{userId}', '1')
			.replace('{id}', 'a');
		const reply = await call(sandbox, endpoint.method, path, bodyFor(endpoint));
		expect(reply.status).toBe(endpoint.status);
		expect(() => endpoint.reply.parse(reply.json)).not.toThrow();
	},
);

describe('the chat window', () => {
	const link = (body: object) => call(sandbox, 'POST', '/v3/iframe', body);

	it('wants a user that Wazzup knows', async () => {
		const { status, json } = await link({ user: { id: 'ghost' }, scope: 'global' });
		expect([status, json]).toEqual([400, { error: { code: 'INVALID_USER' } }]);
	});

	it('opens on the chat page', async () => {
		const activeChat = { channelId: channelOf(sandbox, 'whatsapp'), ...chat };
		const { json } = await link({ user: { id: '1' }, scope: 'global', activeChat });
		const url = new URL((json as { url: string }).url);
		expect([url.origin, url.searchParams.get('chatId')]).toEqual([sandbox.url, chat.chatId]);
	});
});

it('gives templates by limit and offset', async () => {
	const titles = async (query: string) =>
		(
			(await call(sandbox, 'GET', `/v3/templates/whatsapp${query}`)).json as Array<{
				title: string;
			}>
		).map(({ title }) => title);
	const all = await titles('');
	expect(all).toHaveLength(5);
	expect(await titles('?limit=2&offset=3')).toEqual(all.slice(3, 5));
	expect((await call(sandbox, 'GET', '/v3/templates/whatsapp?limit=none')).status).toBe(400);
});
