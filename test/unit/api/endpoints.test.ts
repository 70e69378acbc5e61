import { v3Endpoints } from '../../../api/v3';
import type { AnyEndpoint } from '../../../api/endpoint';
import { verdict } from './contracts';

/** The index of routes, A.2, row by row. */
const index = `
GET /v3/channels
POST /v3/message
PATCH /v3/message/{messageId}
DELETE /v3/message/{messageId}
GET /v3/webhooks
PATCH /v3/webhooks
GET /v3/users
GET /v3/users/{id}
POST /v3/users
DELETE /v3/users/{id}
PATCH /v3/users/bulk_delete
GET /v3/contacts
GET /v3/contacts/{id}
POST /v3/contacts
DELETE /v3/contacts/{id}
PATCH /v3/contacts/bulk_delete
GET /v3/deals
GET /v3/deals/{id}
POST /v3/deals
DELETE /v3/deals/{id}
PATCH /v3/deals/bulk_delete
POST /v3/pipelines
GET /v3/pipelines
POST /v3/iframe
GET /v3/unanswered/{userId}
GET /v3/templates/whatsapp
POST /v3/marketplace
POST /v3/connect
POST /v3/migration`
	.trim()
	.split('\n');

const routeOf = ({ method, path }: AnyEndpoint) => `${method} ${path}`;
const routesWhere = (holds: (endpoint: AnyEndpoint) => boolean) =>
	v3Endpoints.filter(holds).map(routeOf);

test('every route of the documents is there once, in the order of the index', () => {
	expect(v3Endpoints.map(routeOf)).toEqual(index);
});

test.each(v3Endpoints.map((endpoint) => [routeOf(endpoint), endpoint] as const))(
	'%s: the ids of the path are the params, and they are not empty',
	(_route, endpoint) => {
		const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
		expect(Object.keys(endpoint.params.shape)).toEqual(names);
		expect(verdict(endpoint.params, Object.fromEntries(names.map((name) => [name, 'x'])))).toBe(
			'ok',
		);
		if (names.length) {
			const empty = Object.fromEntries(names.map((name) => [name, '']));
			expect(verdict(endpoint.params, empty)).toEqual(names);
		}
	},
);

test('a route without a body refuses one', () => {
	const bodiless = v3Endpoints.filter(({ method }) => method === 'GET' || method === 'DELETE');
	expect(bodiless).toHaveLength(15);
	for (const { body } of bodiless) {
		expect(verdict(body, undefined)).toBe('ok');
		expect(verdict(body, {})).toEqual(['']);
	}
});

test('a sidecar key reaches the routes that the documents name, and no other', () => {
	expect(routesWhere(({ sidecar }) => sidecar)).toEqual([
		'GET /v3/channels',
		'POST /v3/message',
		'PATCH /v3/message/{messageId}',
		'DELETE /v3/message/{messageId}',
		'GET /v3/webhooks',
		'PATCH /v3/webhooks',
		'GET /v3/templates/whatsapp',
	]);
});

test('only sending is guarded, and only the partner routes are never repeated', () => {
	expect(routesWhere(({ repeat }) => repeat === 'guarded')).toEqual(['POST /v3/message']);
	expect(routesWhere(({ repeat }) => repeat === 'never')).toEqual([
		'POST /v3/marketplace',
		'POST /v3/connect',
		'POST /v3/migration',
	]);
});

test('one route is known in part, one answers 201', () => {
	expect(routesWhere(({ facts }) => facts === 'part')).toEqual(['POST /v3/connect']);
	expect(routesWhere(({ status }) => status !== 200)).toEqual(['POST /v3/message']);
	expect(routesWhere(({ status }) => status === 201)).toEqual(['POST /v3/message']);
});

test('entities travel by the hundred, and the lists come in pages of a hundred', () => {
	const bulks = v3Endpoints.filter(({ bulk }) => bulk);
	expect(bulks.map(routeOf)).toEqual(
		['users', 'contacts', 'deals'].flatMap((name) => [
			`POST /v3/${name}`,
			`PATCH /v3/${name}/bulk_delete`,
		]),
	);
	expect(new Set(bulks.map(({ bulk }) => bulk?.limit))).toEqual(new Set([100]));
	expect(routesWhere(({ paging }) => paging?.size === 100)).toEqual([
		'GET /v3/users',
		'GET /v3/contacts',
		'GET /v3/deals',
		'GET /v3/templates/whatsapp',
	]);
	expect(routesWhere(({ paging }) => paging?.takesLimit === true)).toEqual([
		'GET /v3/templates/whatsapp',
	]);
});

test('an offset is a whole number from 0 on', () => {
	for (const { query } of v3Endpoints.filter(({ paging }) => paging)) {
		expect(verdict(query, {})).toBe('ok');
		expect(verdict(query, { offset: 100 })).toBe('ok');
		expect(verdict(query, { offset: -1 })).toEqual(['offset']);
		expect(verdict(query, { offset: 0.5 })).toEqual(['offset']);
	}
});
