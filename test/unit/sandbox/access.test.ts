import { v3Endpoints } from '../../../api/v3';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { call } from './client';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const pathOf = (path: string) => path.replace(/\{\w+\}/g, 'no-such-id');

describe('keys', () => {
	it.each([null, 'wrong'])('refuses the key %p with 401 and no body', async (key) => {
		const reply = await call(sandbox, 'GET', '/v3/channels', undefined, { key });
		expect([reply.status, reply.text]).toEqual([401, '']);
	});

	it.each(v3Endpoints.map((each) => [each.method, each.path, each.sidecar] as const))(
		'%s %s: a sidecar key gets in only where it may (%p)',
		async (method, path, sidecar) => {
			const body = method === 'GET' || method === 'DELETE' ? undefined : {};
			const reply = await call(sandbox, method, pathOf(path), body, { key: sandbox.sidecarKey });
			if (sidecar) expect(reply.status).not.toBe(403);
			else expect([reply.status, reply.json]).toEqual([403, { error: 'FORBIDDEN' }]);
		},
	);

	it('has a handler behind every route', async () => {
		for (const { method, path } of v3Endpoints) {
			const body = method === 'GET' || method === 'DELETE' ? undefined : 1;
			const reply = await call(sandbox, method, pathOf(path), body);
			const isUnknownId = path.includes('{') && reply.status === 404;
			expect([method, path, reply.status === 404 && !isUnknownId]).toEqual([method, path, false]);
		}
		expect(v3Endpoints).toHaveLength(29);
	});

	it('takes a slash at the end, and answers 404 to a route that does not exist', async () => {
		expect((await call(sandbox, 'GET', '/v3/contacts/')).json).toEqual({ count: 0, data: [] });
		expect((await call(sandbox, 'GET', '/v3/nothing')).status).toBe(404);
		expect((await call(sandbox, 'PUT', '/v3/contacts', [])).status).toBe(404);
	});
});

describe('500 requests in 5 s', () => {
	const many = (count: number, key = sandbox.apiKey) =>
		Promise.all(
			Array.from({ length: count }, () => call(sandbox, 'GET', '/v3/webhooks', undefined, { key })),
		);
	const toNextWindow = () => {
		const now = Date.parse(sandbox.control.state().now);
		sandbox.control.advanceClock(5_000 - (now % 5_000));
	};

	it('answers 429 to the next one, without Retry-After, until the counter restarts', async () => {
		toNextWindow();
		const replies = await many(501);
		const late = replies.filter(({ status }) => status === 429);
		expect(late.map(({ text, headers }) => [text, headers.get('retry-after')])).toEqual([
			['', null],
		]);
		expect((await many(1, sandbox.sidecarKey))[0]?.status).toBe(200);
		toNextWindow();
		expect((await many(1))[0]?.status).toBe(200);
	});

	it('can be set and switched off', async () => {
		toNextWindow();
		sandbox.control.changeSettings({ rateLimit: 1 });
		expect((await many(3)).filter(({ status }) => status === 429)).toHaveLength(2);
		sandbox.control.changeSettings({ rateLimit: false });
		expect((await many(3)).every(({ status }) => status === 200)).toBe(true);
	});
});

it('listens on 127.0.0.1 and on no other address of this machine', async () => {
	const url = new URL(sandbox.url);
	expect(url.hostname).toBe('127.0.0.1');
	url.hostname = '127.0.0.2';
	await expect(fetch(url)).rejects.toThrow();
});

it('waits before each answer as told', async () => {
	sandbox.control.changeSettings({ delay: 80 });
	const start = performance.now();
	await call(sandbox, 'GET', '/v3/channels');
	expect(performance.now() - start).toBeGreaterThanOrEqual(78);
});
