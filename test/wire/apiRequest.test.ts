import { capture, expectRequest } from './capture';

const send = { resource: 'apiRequest', operation: 'send' };

test('a GET with a query, typed and in the path', async () => {
	const { requests, result } = await capture(
		{
			...send,
			method: 'GET',
			path: '/v3/things/a%2Fb?one=1',
			query: {
				parameters: [
					{ name: 'two', value: 'zwei drei' },
					{ name: 'none', value: '' },
				],
			},
		},
		{ body: { id: 7 } },
	);
	expectRequest(requests[0], {
		method: 'GET',
		path: '/v3/things/a%2Fb',
		query: { one: '1', two: 'zwei drei' },
	});
	expect(result.items).toEqual([{ id: 7 }]);
});

test.each(['POST', 'PATCH', 'PUT', 'DELETE'])('a %s with a body', async (method) => {
	const body = { user: { id: '1' }, scope: 'global', nothing: null };
	const { requests, result } = await capture(
		{ ...send, method, path: '/v3/iframe', body: JSON.stringify(body) },
		{ body: { url: 'https://example.com' } },
	);
	expectRequest(requests[0], { method, path: '/v3/iframe', body });
	expect(result.items).toEqual([{ success: true, url: 'https://example.com' }]);
});

test('a request without a body, a reply that is a text', async () => {
	const { requests, result } = await capture(
		{ ...send, method: 'DELETE', path: '/v3/users/1' },
		{ body: 'gone' },
	);
	expectRequest(requests[0], { method: 'DELETE', path: '/v3/users/1' });
	expect(result.items).toEqual([{ success: true, reply: 'gone' }]);
});

test('a list gives an item per row, at most the limit', async () => {
	const limited = await capture(
		{ ...send, path: '/v3/channels', limit: 2 },
		{ body: [{ channelId: 'a' }, 'b', { channelId: 'c' }] },
	);
	expect(limited.requests).toHaveLength(1);
	expect(limited.result.items).toEqual([{ channelId: 'a' }, { value: 'b' }]);
});

test('Return All reads page after page from the offset of the query on', async () => {
	const rows = [...Array(250).keys()].map((id) => ({ id }));
	const { requests, result } = await capture(
		{ ...send, path: '/v3/contacts?offset=10', returnAll: true },
		({ query }) => {
			const offset = Number(query.offset);
			return { body: { count: rows.length, data: rows.slice(offset, offset + 100) } };
		},
	);
	expect(requests.map(({ query }) => query.offset).sort()).toEqual(['10', '110', '210']);
	expect(result.items).toEqual(rows.slice(10));
});

test('Return All stops at a route that gives the same page again', async () => {
	const page = [...Array(100).keys()].map((id) => ({ id }));
	const { requests, result } = await capture(
		{ ...send, path: '/v3/templates/whatsapp?limit=100', returnAll: true },
		{ body: page },
	);
	expect(requests).toHaveLength(2);
	expect(result.items).toEqual(page);
});

test.each([
	'https://evil.example.com/v3/channels',
	'//evil.example.com/v3/channels',
	'v3/channels',
	'/v2/channels',
	'/v3/',
	'/v3//evil.example.com',
	'/v3/../v2/channels',
	'/v3/%2e%2E/v2/channels',
	'/v3/.%2e/v2/channels',
	'/v3/x/..%2f..%2fv2/channels',
	'/v3/./channels',
	'/v3/\\evil.example.com',
	'/v3/%5c%5cevil.example.com',
	'/v3/.\t./v2/channels',
	'/v3/chan nels',
	'/v3/contacts/{id}',
	'/v3/channels#x',
	'={{ "" }}',
])('the path %j is refused, and nothing is sent', async (path) => {
	const { requests, result } = await capture({ ...send, method: 'GET', path }, { body: [] });
	expect(requests).toHaveLength(0);
	expect(result.error?.message).toMatch(/^Path /);
});

test('a body that is no JSON is refused', async () => {
	const { requests, result } = await capture({
		...send,
		method: 'POST',
		path: '/v3/x',
		body: '{ a',
	});
	expect(requests).toHaveLength(0);
	expect(result.error?.message).toMatch(/Body .*valid JSON/);
});
