import type { AnyEndpoint } from '../../../../api/endpoint';
import {
	clientEndpoints,
	partnerEndpoints,
	techEndpoints,
	uncertainRoutes,
} from '../../../../api/tech';
import { verdict } from '../contracts';

/** The index of routes, 0.5, row by row; the four grants are one route, the last templates row is two. */
const index = `
GET /v2/oauth/authorize
POST /v2/oauth/token
POST /v2/accounts
GET /v2/accounts/{account_id}
POST /v2/accounts/{account_id}/waba-balance
POST /v2/marketplaces
PATCH /v2/marketplaces
POST /v2/channels
GET /v2/channels
GET /v2/channels/{channel_id}
DELETE /v2/channels/{channel_id}
POST /v2/channels/{channel_id}/reinit
POST /v2/channels/{channel_id}/auth/2fa
POST /v2/channels/{channel_id}/pairing-code
GET /v2/channels/waba/{channel_id}/transactions/{date}
GET /v2/waba/pricing
POST /v2/messages
PATCH /v2/messages/{message_id}
DELETE /v2/messages/{message_id}
POST /v2/messages/messages_dump
GET /v2/messages/messages_dump/{export_id}
POST /v2/webhooks
GET /v2/webhooks
PATCH /v2/webhooks
DELETE /v2/webhooks
POST /v2/pipelines
GET /v2/pipelines
POST /v2/deals
GET /v2/deals
GET /v2/deals/{deal_id}
PATCH /v2/deals
DELETE /v2/deals
GET /v2/contacts
GET /v2/contacts/{contact_id}
POST /v2/contacts
PATCH /v2/contacts
DELETE /v2/contacts
GET /v2/users
GET /v2/users/{user_id}
POST /v2/users
PATCH /v2/users
DELETE /v2/users
GET /v2/settings
PATCH /v2/settings
GET /v2/counters/unanswered/{user_id}
DELETE /v2/chats/unanswered
POST /v2/templates/wz
GET /v2/templates/wz
GET /v2/templates/wz/{template_id}
PATCH /v2/templates/wz/{template_id}
DELETE /v2/templates/wz/{template_id}
POST /v2/templates/waba
GET /v2/templates/waba
GET /v2/templates/waba/{template_id}
PATCH /v2/templates/waba/{template_id}
DELETE /v2/templates/waba/{template_id}
POST /v2/iframe-links/chats
POST /v2/iframe-links/channels`
	.trim()
	.split('\n');

const routeOf = ({ method, path }: AnyEndpoint) => `${method} ${path}`;
const routesWhere = (holds: (endpoint: AnyEndpoint) => boolean) =>
	techEndpoints.filter(holds).map(routeOf);

test('every route of the documents is there once, in the order of the index', () => {
	const routes = techEndpoints.map(routeOf);
	expect(routes).toEqual(index);
	expect(new Set(routes).size).toBe(58);
});

test('all belong to tech, and say where their facts are from', () => {
	for (const { surface, source } of techEndpoints) {
		expect(surface).toBe('tech');
		expect(source).toMatch(/^tech \d+(\.\d)? (SEED|PAGE|CODE)/);
	}
});

test('the partner logs in for the own account, a client token opens a customer', () => {
	expect(partnerEndpoints).toHaveLength(7);
	expect(clientEndpoints).toHaveLength(51);
	expect(new Set(clientEndpoints.map(({ auth }) => auth))).toEqual(new Set(['clientToken']));
	expect(routesWhere(({ auth }) => auth === 'none')).toEqual(['GET /v2/oauth/authorize']);
	expect(partnerEndpoints.slice(1).every(({ auth }) => auth === 'partnerLogin')).toBe(true);
});

test.each(techEndpoints.map((endpoint) => [routeOf(endpoint), endpoint] as const))(
	'%s: the ids of the path are the params, and they are not empty',
	(_route, endpoint) => {
		const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
		expect(Object.keys(endpoint.params.shape)).toEqual(names);
		const empty = Object.fromEntries(names.map((name) => [name, '']));
		expect(verdict(endpoint.params, empty)).toEqual(names.length ? names : 'ok');
	},
);

test('a deletion of many and of subscriptions has a body, a read and the other deletions have none', () => {
	const bodiless = techEndpoints.filter(({ body }) => body.safeParse(undefined).success);
	for (const { method } of techEndpoints.filter((each) => !bodiless.includes(each))) {
		expect(method).not.toBe('GET');
	}
	expect(routesWhere((each) => each.method === 'DELETE' && !bodiless.includes(each))).toEqual([
		'DELETE /v2/webhooks',
		'DELETE /v2/deals',
		'DELETE /v2/contacts',
		'DELETE /v2/users',
	]);
	expect(routesWhere((each) => each.method === 'POST' && bodiless.includes(each))).toEqual([
		'POST /v2/channels/{channel_id}/reinit',
		'POST /v2/channels/{channel_id}/pairing-code',
	]);
});

test('what is known in part takes additional fields, what is known in full refuses them', () => {
	const complaintsAbout = (contract: AnyEndpoint['body']) => {
		const issues = contract.safeParse({ nowhere_documented: 1 }).error?.issues ?? [];
		return issues.filter(({ code }) => code === 'unrecognized_keys');
	};
	for (const { facts, body, method, path, query } of techEndpoints) {
		const refusals = complaintsAbout(body).length;
		const isWritten = body.safeParse(undefined).error && path !== '/v2/oauth/token';
		if (facts === 'part') expect([method, path, refusals]).toEqual([method, path, 0]);
		else if (isWritten) expect([method, path, refusals]).toEqual([method, path, 1]);
		if (facts === 'part') expect(verdict(query, { nowhere_documented: 1 })).toBe('ok');
	}
});

test('known in part are the routes that the catalogue of operations names so', () => {
	expect(routesWhere(({ facts }) => facts === 'part')).toEqual(
		index.filter((route) =>
			/GET \/v2\/accounts|reinit|2fa|pairing|transactions|pricing|messages\/\{|contacts|users|settings|templates/.test(
				route,
			),
		),
	);
});

test('what would happen twice is never repeated', () => {
	expect(routesWhere(({ repeat }) => repeat === 'guarded')).toEqual([]);
	expect(routesWhere(({ repeat }) => repeat === 'never')).toEqual([
		'POST /v2/oauth/token',
		'POST /v2/accounts',
		'POST /v2/accounts/{account_id}/waba-balance',
		'POST /v2/marketplaces',
		'POST /v2/channels',
		'POST /v2/channels/{channel_id}/auth/2fa',
		'POST /v2/messages',
		'POST /v2/messages/messages_dump',
		'POST /v2/webhooks',
		'POST /v2/templates/wz',
		'POST /v2/templates/waba',
	]);
});

test('webhooks, funnels, deals, contacts and users travel by the hundred; the list of deals has pages', () => {
	const bulks = techEndpoints.filter(({ bulk }) => bulk);
	expect(bulks.map(routeOf)).toEqual([
		'POST /v2/webhooks',
		'DELETE /v2/webhooks',
		'POST /v2/pipelines',
		...['deals', 'contacts', 'users'].flatMap((name) => [
			`POST /v2/${name}`,
			`PATCH /v2/${name}`,
			`DELETE /v2/${name}`,
		]),
	]);
	expect(new Set(bulks.map(({ bulk }) => bulk?.limit))).toEqual(new Set([100]));
	expect(routesWhere(({ paging }) => paging !== undefined)).toEqual(['GET /v2/deals']);
	expect(routesWhere(({ paging }) => paging?.takesLimit === true)).toEqual(['GET /v2/deals']);
});

test('the routes that no document names are told, with what speaks for them', () => {
	expect(uncertainRoutes.map(({ endpoint, mark }) => `${mark} ${routeOf(endpoint)}`)).toEqual([
		'CODE(3) GET /v2/webhooks',
		'CODE(1) PATCH /v2/webhooks',
		'CODE(1) DELETE /v2/webhooks',
		'CODE(2) POST /v2/iframe-links/channels',
		'INF PATCH /v2/templates/waba/{template_id}',
		'INF DELETE /v2/templates/waba/{template_id}',
	]);
	for (const { endpoint, mark } of uncertainRoutes) {
		expect(endpoint.source).toContain(mark);
		expect(techEndpoints).toContain(endpoint);
	}
});
