import { startSandbox, type Fault, type Sandbox } from '../../../sandbox';
import { call, channelOf } from './client';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const send = (text: string) =>
	call(sandbox, 'POST', '/v3/message', {
		channelId: channelOf(sandbox, 'whatsapp'),
		chatType: 'whatsapp',
		chatId: '79011112233',
		text,
	});
const stored = () => sandbox.control.messages(channelOf(sandbox, 'whatsapp'), '79011112233').length;

async function outcome(fault: Fault) {
	sandbox.control.addFault(fault);
	const reply = await send('hi').catch(() => undefined);
	return { reply, stored: stored() };
}

it('drops the connection before the request takes effect', async () => {
	expect(await outcome({ kind: 'dropBefore' })).toEqual({ reply: undefined, stored: 0 });
	expect(sandbox.control.journal()).toMatchObject([{ fault: 'dropBefore', done: true }]);
	expect(sandbox.control.journal()[0]).not.toHaveProperty('status', expect.anything());
});

it('drops the connection after the request took effect', async () => {
	expect(await outcome({ kind: 'dropAfter' })).toEqual({ reply: undefined, stored: 1 });
});

it.each([
	[{ kind: 'status', status: 503 } as const, 503, 'Service Unavailable'],
	[{ kind: 'status' } as const, 500, 'Internal Server Error'],
	[{ kind: '429' } as const, 429, ''],
])('%p answers without handling', async (fault, status, text) => {
	const { reply, stored: messages } = await outcome(fault);
	expect([reply?.status, reply?.text, messages]).toEqual([status, text, 0]);
	expect(reply?.headers.get('retry-after')).toBeNull();
});

it('answers any code on any route with the body it is given', async () => {
	const body = { error: 'NO_SUCH_ACCOUNT' };
	const { reply } = await outcome({ kind: 'status', status: 400, body });
	expect([reply?.status, reply?.json]).toEqual([400, body]);
});

it('gives Retry-After in seconds where it is told to', async () => {
	const { reply } = await outcome({ kind: '429', retryAfter: 2 });
	expect(reply?.headers.get('retry-after')).toBe('2');
});

it('can fail with a request that took effect all the same', async () => {
	const { reply, stored: messages } = await outcome({ kind: 'status', status: 502, handled: true });
	expect([reply?.status, messages]).toEqual([502, 1]);
});

it('answers late', async () => {
	const start = performance.now();
	const { reply, stored: messages } = await outcome({ kind: 'slow', delay: 90 });
	expect([reply?.status, messages]).toEqual([201, 1]);
	expect(performance.now() - start).toBeGreaterThanOrEqual(88);
});

it('cuts the answer off', async () => {
	expect(await outcome({ kind: 'cutOff' })).toEqual({ reply: undefined, stored: 1 });
});

it('answers with something that is not JSON', async () => {
	const { reply, stored: messages } = await outcome({ kind: 'notJson' });
	expect([reply?.status, reply?.json, messages]).toEqual([201, undefined, 1]);
	expect(reply?.headers.get('content-type')).toContain('application/json');
});

it('answers with the page of a gateway', async () => {
	const { reply } = await outcome({ kind: 'html' });
	expect(reply?.status).toBe(502);
	expect(reply?.headers.get('content-type')).toContain('text/html');
	expect(reply?.text).toContain('<h1>502 Bad Gateway</h1>');
});

it('calls the right answer a page', async () => {
	const { reply, stored: messages } = await outcome({ kind: 'wrongType' });
	expect([reply?.status, messages]).toEqual([201, 1]);
	expect(reply?.headers.get('content-type')).toContain('text/html');
	expect(reply?.json).toHaveProperty('messageId');
});

it.each([
	['GET', '/v3/channels', 200],
	['DELETE', '/v3/contacts/none', 404],
])('lets the answer to %s %s trickle in', async (method, path, status) => {
	sandbox.control.addFault({ kind: 'trickle', delay: 100 });
	const start = performance.now();
	const reply = await call(sandbox, method, path);
	expect(performance.now() - start).toBeGreaterThanOrEqual(50);
	expect(reply.status).toBe(status);
	expect(Array.isArray(reply.json)).toBe(method === 'GET');
});

it('refuses connections for a while, and answers what is under way', async () => {
	sandbox.control.changeSettings({ delay: 20 });
	const underWay = call(sandbox, 'GET', '/v3/channels');
	sandbox.control.addFault({ kind: 'refuse', delay: 150, times: 1 });
	const first = await call(sandbox, 'GET', '/v3/users');
	expect([(await underWay).status, first.status]).toEqual([200, 200]);
	const refused: unknown = await call(sandbox, 'GET', '/v3/users').catch((error: unknown) => error);
	expect(refused).toMatchObject({ cause: { code: 'ECONNREFUSED' } });
	const until = async (): Promise<number> =>
		await call(sandbox, 'GET', '/v3/users').then(({ status }) => status, until);
	expect(await until()).toBe(200);
});

it('closes while it refuses connections', async () => {
	const other = await startSandbox();
	other.control.addFault({ kind: 'refuse', delay: 60_000 });
	await call(other, 'GET', '/v3/channels');
	await expect(other.close()).resolves.toBeUndefined();
});

describe('which requests a fault meets', () => {
	const statusOf = async (method: string, path: string) =>
		(await call(sandbox, method, path, method === 'GET' ? undefined : [])).status;
	const hits = async (match: Fault['match'], requests: Array<[string, string]>) => {
		sandbox.control.clearFaults();
		sandbox.control.addFault({ kind: 'status', status: 503, match });
		const statuses = [];
		for (const [method, path] of requests) statuses.push(await statusOf(method, path));
		return statuses.map((status) => status === 503);
	};

	it('matches a path exactly, with places for ids, or by its beginning', async () => {
		const requests: Array<[string, string]> = [
			['GET', '/v3/contacts?offset=0'],
			['GET', '/v3/contacts/7'],
			['GET', '/v3/channels'],
		];
		expect(await hits({ path: '/v3/contacts' }, requests)).toEqual([true, false, false]);
		expect(await hits({ path: '/v3/contacts/{id}' }, requests)).toEqual([false, true, false]);
		expect(await hits({ path: '/v3/contacts*' }, requests)).toEqual([true, true, false]);
		expect(await hits({ method: 'get' }, [...requests, ['POST', '/v3/deals']])).toEqual([
			true,
			true,
			true,
			false,
		]);
	});

	it('fires on every nth, at most so many times', async () => {
		sandbox.control.addFault({ kind: 'status', status: 503, every: 3, times: 2 });
		const statuses = [];
		for (let turn = 0; turn < 10; turn += 1) statuses.push(await statusOf('GET', '/v3/channels'));
		expect(
			statuses.map((status, index) => (status === 503 ? index + 1 : 0)).filter(Boolean),
		).toEqual([3, 6]);
		expect(sandbox.control.faults()).toMatchObject([{ seen: 10, fired: 2 }]);
	});
});

it('ends with DELETE over HTTP', async () => {
	const control = (method: string, body?: object) =>
		fetch(`${sandbox.url}/_sandbox/faults`, { method, body: body && JSON.stringify(body) });
	const refused = await control('POST', { kind: 'earthquake' });
	expect([refused.status, await refused.json()]).toEqual([400, { error: expect.any(String) }]);
	expect((await control('POST', { kind: 'dropBefore' })).status).toBe(200);
	await expect(send('hi')).rejects.toThrow();
	await control('DELETE');
	expect((await send('hi')).status).toBe(201);
});
