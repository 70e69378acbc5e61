import * as tech from '../../../../api/tech';
import type { AnyEndpoint } from '../../../../api/endpoint';
import { channelId, complaints, letters, times, verdict } from '../contracts';
import { contact, deal, funnel, user, waba } from './entities';
import { examples } from './examples';
import { verifier } from './grants';

const nameOf = ({ method, path }: AnyEndpoint) => `${method} ${path}`;

test.each(examples.map((example, place) => [nameOf(example.endpoint), place, example] as const))(
	'%s (example %i) passes',
	(_name, _place, { endpoint, path, query, body, reply }) => {
		expect(verdict(endpoint.params, path ?? {})).toBe('ok');
		expect(verdict(endpoint.query, query ?? {})).toBe('ok');
		expect(verdict(endpoint.body, body)).toBe('ok');
		// What is sent is what was given.
		expect(endpoint.body.parse(body)).toEqual(body);
		if (reply !== undefined) {
			expect(verdict(endpoint.reply, reply)).toBe('ok');
			expect(endpoint.reply.parse(reply)).toEqual(reply);
		}
	},
);

const exampleOf = (endpoint: AnyEndpoint) => {
	const body = examples.find((example) => example.endpoint === endpoint)?.body;
	if (!body) throw new Error(`No example of ${nameOf(endpoint)}`);
	return body;
};

/** A route, what is changed in the first of its examples, and where the complaint stands. */
const violations: Array<[AnyEndpoint, object, ...string[]]> = [
	[tech.requestToken, { grant_type: 'password' }, 'grant_type'],
	[tech.requestToken, { authorize_code_data: undefined }, 'authorize_code_data'],
	[tech.requestToken, { refresh_token: 'flat' }, ''],
	[tech.requestMachineToken, { client_credentials_data: {} }, 'client_credentials_data.scope'],
	[
		tech.refreshTokens,
		{ refresh_token_data: { refresh_token: 'r' } },
		'refresh_token_data.client_id',
	],
	[tech.createAccount, { name: 'ab' }, 'name'],
	[tech.createAccount, { lang: 'de' }, 'lang'],
	[tech.createAccount, { currency: 'RUB' }, 'currency'],
	[tech.createAccount, { country: 'DE' }, 'country'],
	[tech.createAccount, { timezone: 15 }, 'timezone'],
	[tech.createAccount, { timezone: -13 }, 'timezone'],
	[tech.createAccount, { timezone: '2' }, 'timezone'],
	[tech.raiseWabaLimit, { value: 0.5 }, 'value'],
	[tech.createMarketplace, { crm_code: 'my crm' }, 'crm_code'],
	[tech.createMarketplace, { auth_redirect_uri: 'here' }, 'auth_redirect_uri'],
	[tech.createMarketplace, { secret: undefined }, 'secret'],
	[tech.updateMarketplace, { crm_name: letters(51) }, 'crm_name'],
	[tech.updateMarketplace, { logo: { name: 'a.svg' } }, 'logo.content'],
	[tech.updateMarketplace, { logo: { name: 'a.svg', content: 'x', size: 1 } }, 'logo'],
	[tech.createChannel, { transport: '' }, 'transport'],
	[tech.createChannel, { credentials: undefined }, 'credentials'],
	[tech.createChannel, { credentials: { token: 'x' } }, 'credentials'],
	[
		tech.createChannel,
		{ credentials: { page_id: '1', inst_id: '2' } },
		'credentials.username',
		'credentials.user_token',
	],
	[
		tech.createChannel,
		{ credentials: { code: '1', access_token: '2' } },
		'credentials.access_token',
	],
	[tech.sendMessage, { channel_id: 'x' }, 'channel_id'],
	[tech.sendMessage, { recipient: { chat_type: 'whatsapp' } }, 'recipient.chat_id'],
	[tech.sendMessage, { recipient: { chat_id: '1' } }, 'recipient.chat_type'],
	[tech.sendMessage, { text: undefined }, 'text'],
	[tech.sendMessage, { text: '' }, 'text'],
	[tech.sendMessage, { attachment: { url: 'https://example.com/a' } }, 'attachment'],
	[tech.sendMessage, { text: undefined, attachment: { url: 'ftp://a/b' } }, 'attachment.url'],
	[tech.sendMessage, { quoted_message_id: 'x' }, 'quoted_message_id'],
	[tech.sendMessage, { crmMessageId: 'x' }, ''],
	[tech.startMessageExport, { start_at: '2026-01-01' }, 'start_at'],
	[tech.startMessageExport, { end_at: '2025-01-01T00:00:00Z' }, 'end_at'],
	[tech.createWebhooks, { data: [] }, 'data'],
	[tech.createWebhooks, { data: [{ url: 'nowhere', event: 'message.add' }] }, 'data.0.url'],
	[tech.createWebhooks, { data: [{ url: 'https://a.example', event: '' }] }, 'data.0.event'],
	[tech.updateWebhooks, { data: [{ url: 'https://a.example', event: 'x' }] }, 'data.0.id'],
	[tech.deleteWebhooks, { data: [{ id: 'a', url: 'https://a.example' }] }, 'data.0'],
	[tech.uploadPipelines, { pipelines: [{ ...funnel, stages: [] }] }, 'pipelines.0.stages'],
	[tech.uploadPipelines, { pipelines: [{ ...funnel, name: letters(101) }] }, 'pipelines.0.name'],
	[tech.uploadPipelines, { pipelines: [{ id: letters(101), name: 'x' }] }, 'pipelines.0.id'],
	[
		tech.uploadPipelines,
		{ pipelines: [{ ...funnel, stages: [{ id: '1' }] }] },
		'pipelines.0.stages.0.name',
	],
	[tech.createDeals, { deals: [deal, { ...deal, id: 1 }] }, 'deals.1.id'],
	[tech.createDeals, { deals: [{ ...deal, id: letters(101) }] }, 'deals.0.id'],
	[tech.createDeals, { deals: [{ ...deal, name: letters(201) }] }, 'deals.0.name'],
	[tech.createDeals, { deals: [{ ...deal, uri: letters(201) }] }, 'deals.0.uri'],
	[tech.createDeals, { deals: [{ ...deal, price: 1 }] }, 'deals.0'],
	[
		tech.updateDeals,
		{ deals: [{ id: 'deal1', closed: true }] },
		...['deals.0.responsible_user_id', 'deals.0.name', 'deals.0.uri', 'deals.0.contacts'],
	],
	[tech.deleteDeals, { deal_ids: [] }, 'deal_ids'],
	[
		tech.createContacts,
		{ contacts: [{ ...contact, contact_data: [] }] },
		'contacts.0.contact_data',
	],
	[tech.createContacts, { contacts: [{ ...contact, uri: undefined }] }, 'contacts.0.uri'],
	[
		tech.createContacts,
		{ contacts: [{ ...contact, contact_data: [{ chat_type: 'telegram', username: 'a' }] }] },
		'contacts.0.contact_data.0.chat_id',
	],
	[tech.updateContacts, { contacts: [{ name: 'Anna' }] }, 'contacts.0.id'],
	[tech.createUsers, { users: [] }, 'users'],
	[tech.createUsers, { users: times(101, user) }, 'users'],
	[tech.createUsers, { users: [{ ...user, id: letters(65) }] }, 'users.0.id'],
	[tech.createUsers, { users: [{ ...user, name: letters(151) }] }, 'users.0.name'],
	[tech.createTemplate, { order: '0' }, 'order'],
	[tech.createTemplate, { text: undefined }, 'text'],
	[tech.createWabaTemplate, { is_draft: undefined }, 'is_draft'],
	[
		tech.createWabaTemplate,
		{ template: { ...waba.template, category: 'NEWS' } },
		'template.category',
	],
	[tech.getChatWindowLink, { user_id: undefined, user: { id: '1' } }, 'user_id', ''],
	[tech.getChatWindowLink, { scope: 'global' }, 'chats'],
	[tech.getChatWindowLink, { chats: undefined }, 'chats'],
	[tech.getChatWindowLink, { chats: [{ chat_type: 'telegram' }] }, 'chats.0.chat_id'],
	[tech.getConnectLink, { options: undefined }, 'options'],
];

test.each(
	violations.map(([endpoint, change, ...at]) => [nameOf(endpoint), change, at, endpoint] as const),
)('%s refuses %j at %j', (_name, change, at, endpoint) => {
	const changed = Object.entries({ ...exampleOf(endpoint), ...change });
	const body = Object.fromEntries(changed.filter(([, value]) => value !== undefined));
	expect(verdict(endpoint.body, body)).toEqual(at);
});

test('an unknown property is named', () => {
	expect(complaints(tech.createDeals.body, { deals: [{ ...deal, price: 1, tax: 2 }] })).toEqual([
		'Wazzup refuses properties that it does not know, and these are in none of its documents: price, tax.',
	]);
});

test('a value of another kind where an object belongs is told as usual', () => {
	expect(complaints(tech.createDeals.body, { deals: ['x'] })).toEqual([
		'Invalid input: expected object, received string',
	]);
});

test('messages for a person end like sentences', () => {
	const own = violations.flatMap(([endpoint, change]) =>
		complaints(endpoint.body, { ...exampleOf(endpoint), ...change }),
	);
	const said = own.filter((text) => !/^(Invalid|Too|Unrecognized)/.test(text));
	expect(said.length).toBeGreaterThan(25);
	for (const text of said) expect(text).toMatch(/^[A-Z].*[.~]$|^The grant type is .*\.$/);
});

test('limits are taken to the last character', () => {
	const full = { ...deal, id: letters(100), name: letters(200), uri: letters(200), contacts: [] };
	expect(verdict(tech.createDeals.body, { deals: [full] })).toBe('ok');
	expect(verdict(tech.createUsers.body, { users: times(100, user) })).toBe('ok');
	expect(verdict(tech.createUsers.body, { users: [{ id: letters(64), name: letters(150) }] })).toBe(
		'ok',
	);
	const name = letters(100);
	expect(verdict(tech.uploadPipelines.body, { pipelines: [{ id: name, name }] })).toBe('ok');
});

test('limits that no document states are not checked', () => {
	expect(verdict(tech.createDeals.body, { deals: times(101, deal) })).toBe('ok');
	expect(verdict(tech.createContacts.body, { contacts: times(101, contact) })).toBe('ok');
	expect(
		verdict(tech.createContacts.body, { contacts: [{ ...contact, name: letters(500) }] }),
	).toBe('ok');
	const text = letters(20_000);
	expect(verdict(tech.sendMessage.body, { ...exampleOf(tech.sendMessage), text })).toBe('ok');
	const message = { ...exampleOf(tech.sendMessage), recipient: { chat_type: 'sms', chat_id: '1' } };
	expect(verdict(tech.sendMessage.body, message)).toBe('ok');
});

test.each(tech.credentialSets.map(({ of, fields }) => [of, fields] as const))(
	'the credentials of %s pass as a whole',
	(_name, fields) => {
		const credentials = Object.fromEntries(fields.map((field) => [field, 'x']));
		expect(verdict(tech.createChannel.body, { transport: 'any', credentials })).toBe('ok');
	},
);

test('a transport that needs credentials says which', () => {
	const credentialsOf = (name: string) =>
		tech.techTransports.find((transport) => transport.value === name)?.credentials;
	expect(credentialsOf('maxbot')).toEqual(['access_token']);
	expect(credentialsOf('whatsapp')).toEqual([]);
	expect(tech.techTransports.flatMap(({ credentials }) => credentials)).toHaveLength(7);
	const linked = tech.techTransports.filter(({ connectsByLink }) => connectsByLink);
	expect(linked.map(({ value }) => value).sort()).toEqual(
		['whatsapp', 'wapi', 'tgapi', 'maxbot', 'max', 'vk', 'cian'].sort(),
	);
});

test('PKCE: the lengths and the letters', () => {
	for (const length of [43, 128]) expect(verdict(tech.codeVerifier, letters(length))).toBe('ok');
	for (const text of [letters(42), letters(129), `${letters(43)}+`]) {
		expect(verdict(tech.codeVerifier, text)).toEqual(['']);
	}
	const query = examples[0]?.query;
	expect(verdict(tech.authorize.query, { ...query, code_challenge: verifier + '=' })).toEqual([
		'code_challenge',
	]);
	expect(verdict(tech.authorize.query, { ...query, response_type: 'token' })).toEqual([
		'response_type',
	]);
});

test('an install from the marketplace has no verifier to send', () => {
	const { code_verifier: _none, ...data } = {
		code: 'c',
		redirect_uri: 'https://example.com',
		client_id: 'id',
		code_verifier: verifier,
	};
	const body = { grant_type: 'authorization_code', authorize_code_data: data };
	expect(verdict(tech.requestToken.body, body)).toBe('ok');
});

test('an account goes out as digits, however it is shown', () => {
	expect(tech.toAccountId('1234-5678')).toBe('12345678');
	expect(tech.toAccountId(12345678)).toBe('12345678');
	expect(verdict(tech.getAccount.params, { account_id: '1234-5678' })).toEqual(['account_id']);
});

test('ids and days in paths', () => {
	const day = (date: string) =>
		verdict(tech.getWabaTransactions.params, { channel_id: channelId, date });
	expect(day('2026-02-28')).toBe('ok');
	expect(day('28.02.2026')).toEqual(['date']);
	expect(verdict(tech.getDeals.query, { limit: 0, offset: -1 })).toEqual(['offset', 'limit']);
	expect(verdict(tech.getDeals.query, { page: 1 })).toEqual(['']);
});

test('additional fields go along where a route is known in part', () => {
	const more = { ...contact, tags: ['vip'] };
	const body = { contacts: [more], dry_run: true };
	expect(tech.createContacts.body.parse(body)).toEqual(body);
	const template = { template: { title: 'New', x: 1 }, y: 2 };
	expect(tech.updateWabaTemplate.body.parse(template)).toEqual(template);
	expect(tech.submitPassword.body.parse({ secret: '1' })).toEqual({ secret: '1' });
	expect(tech.createTemplate.body.parse({ name: 'a', text: 'b', order: 1, files: ['u'] })).toEqual({
		name: 'a',
		text: 'b',
		order: 1,
		files: ['u'],
	});
});
