import type { AnyEndpoint } from '../../../../api/endpoint';
import { legacyEndpoints } from '../../../../api/legacy';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import * as examples from '../../api/legacy/examples';
import { call, channelOf } from '../client';
import { request } from './client';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ statusSteps: false });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const { user, contact, deal, chatWindow, message } = examples;
const nameOf = ({ method, path }: AnyEndpoint) => `${method} ${path}`;

/** The document's examples, on a channel that is there. */
const bodies = (): Record<string, unknown> => ({
	'POST /v2/iframe': chatWindow,
	'POST /v2/send_message': { ...message, channelId: channelOf(sandbox, 'whatsapp') },
	'PUT /v2/webhooks': { url: null },
	'PATCH /v2/users': [user],
	'PUT /v2/users': [user],
	'PATCH /v2/contacts': [contact],
	'PATCH /v2/deals': [deal],
});

const ids: Record<string, unknown> = { users: user.id, contacts: contact.id, deals: deal.id };

test.each(legacyEndpoints.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
	'%s answers with the status and the body of its contract',
	async (name, endpoint) => {
		for (const kind of ['users', 'contacts', 'deals']) {
			await request(sandbox, 'PATCH', `/v2/${kind}`, bodies()[`PATCH /v2/${kind}`]);
		}
		const path = endpoint.path.replace(/(\w+)\/\{id\}/, (_all, kind: string) =>
			[kind, ids[kind]].join('/'),
		);
		const reply = await request(sandbox, endpoint.method, path, bodies()[name]);
		expect([name, reply.status]).toEqual([name, endpoint.status]);
		expect(() => endpoint.reply.parse(reply.json)).not.toThrow();
	},
);

test.each([
	['no key', null],
	['a key as v3 wants it', 'Bearer'],
	['a key in base64', 'base64'],
	['another key', 'Basic 32a817cbc1594bd5885574d8f0290cd3'],
])('%s is refused', async (_name, given) => {
	const authorization =
		{
			Bearer: `Bearer ${sandbox.apiKey}`,
			base64: `Basic ${Buffer.from(`${sandbox.apiKey}:`).toString('base64')}`,
		}[given ?? ''] ?? given;
	const reply = await request(sandbox, 'GET', '/v2/channels', undefined, authorization);
	expect([reply.status, reply.text]).toEqual([401, '']);
});

test('nobody is held back, for no document gives a rate', async () => {
	sandbox.control.changeSettings({ rateLimit: 1 });
	for (let count = 0; count < 3; count++) {
		expect((await request(sandbox, 'GET', '/v2/channels')).status).toBe(200);
	}
});

test('a path without a route is 404, and the journal names the surface', async () => {
	expect((await request(sandbox, 'GET', '/v2/pipelines')).status).toBe(404);
	expect(sandbox.control.journal().at(-1)).toMatchObject({
		surface: 'legacy',
		authorization: 'apiKey',
		path: '/v2/pipelines',
	});
	sandbox.control.addFault({ kind: '429', match: { surface: 'legacy' } });
	expect((await request(sandbox, 'GET', '/v2/channels')).status).toBe(429);
	expect((await call(sandbox, 'GET', '/v3/channels')).status).toBe(200);
});

test('channels are those of v3, with the four fields of the document', async () => {
	const { json } = await request(sandbox, 'GET', '/v2/channels');
	const wanted = sandbox.control
		.state()
		.channels.map(({ channelId, transport, plainId, state }) => ({
			channelId,
			transport,
			plainId,
			state,
		}));
	expect(json).toEqual(wanted);
});

test('the chat window takes any user, and opens on the chat page', async () => {
	const { json } = await request(sandbox, 'POST', '/v2/iframe', chatWindow);
	const url = new URL((json as { url: string }).url);
	expect([url.origin, url.searchParams.get('chatId')]).toEqual([sandbox.url, '79998887766']);
	const refused = await request(sandbox, 'POST', '/v2/iframe', { ...chatWindow, filter: [] });
	expect([refused.status, refused.json]).toEqual([400, { error: { code: 'VALIDATION_ERROR' } }]);
});
