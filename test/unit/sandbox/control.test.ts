import { startSandbox, type Sandbox } from '../../../sandbox';
import { call, channelOf } from './client';

let sandbox: Sandbox;
const lines: string[] = [];

beforeAll(async () => {
	sandbox = await startSandbox({ statusSteps: false, log: (line) => lines.push(line) });
});
afterAll(() => sandbox.close());
beforeEach(() => {
	sandbox.control.reset();
	lines.length = 0;
});

async function control(method: string, path: string, body?: unknown) {
	const response = await fetch(`${sandbox.url}/_sandbox${path}`, {
		method,
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

describe('the journal', () => {
	it('holds what came in and what went out, never the key', async () => {
		await call(sandbox, 'POST', '/v3/contacts?x=1', [{ id: 'a' }]);
		await call(sandbox, 'POST', '/v3/users', undefined, { raw: '{oops', key: sandbox.sidecarKey });
		await call(sandbox, 'GET', '/v3/channels', undefined, { key: 'wrong' });
		const { json } = await control('GET', '/journal');
		expect(json.entries).toMatchObject([
			{
				id: 1,
				method: 'POST',
				path: '/v3/contacts',
				query: { x: 1 },
				headers: { 'content-type': 'application/json' },
				authorization: 'apiKey',
				body: [{ id: 'a' }],
				status: 400,
				reply: { error: 'INVALID_CONTACTS_DATA' },
				done: true,
			},
			{ authorization: 'sidecarKey', body: '{oops', status: 403 },
			{ authorization: 'wrongKey', status: 401 },
		]);
		expect(JSON.stringify(json)).not.toContain(sandbox.apiKey);
		expect((await control('GET', '/journal?after=2')).json.entries).toHaveLength(1);
		await control('DELETE', '/journal');
		expect((await control('GET', '/journal')).json.entries).toEqual([]);
		expect(lines).toContainEqual(expect.stringMatching(/^POST \/v3\/contacts 400 \d+ ms$/));
	});
});

describe('the control API over HTTP', () => {
	it('has each verb', async () => {
		const channelId = channelOf(sandbox, 'whatsapp');
		const templateGuid = sandbox.control.state().templates[0]?.templateGuid;
		const written = await control('POST', '/customer/messages', {
			channelId,
			chatId: '7901',
			text: 'hi',
		});
		expect(written).toMatchObject({ status: 200, json: { chatId: '7901' } });
		const replies = [
			['GET', '/chats', undefined, { chats: [{ chatId: '7901' }] }],
			['GET', `/chats/${channelId}/7901/messages`, undefined, { messages: [{ text: 'hi' }] }],
			['POST', '/customer/read', { channelId, chatId: '7901' }, { read: 0 }],
			['PATCH', `/channels/${channelId}`, { state: 'qr' }, { channelId, state: 'qr' }],
			['PATCH', `/templates/${templateGuid}`, { status: 'PAUSED' }, { status: 'PAUSED' }],
			['POST', '/seed', { contacts: 3, deals: 2 }, { contacts: 3, users: 3, deals: 2 }],
			['POST', '/settings', { delay: 5 }, { delay: 5, echo: true, rateLimit: 500 }],
			['GET', '/deliveries', undefined, { deliveries: [] }],
			['GET', '/faults', undefined, { faults: [] }],
			['POST', '/reset', {}, { ok: true }],
			['GET', '/state', undefined, { chats: [], contacts: [], settings: { delay: 0 } }],
		] as const;
		for (const [method, path, body, json] of replies) {
			expect(await control(method, path, body)).toMatchObject({ status: 200, json });
		}
	});

	it.each([
		['POST', '/clock', {}, 400],
		['POST', '/settings', { speed: 9 }, 400],
		['POST', '/customer/messages', { text: 'hi' }, 400],
		['POST', '/customer/tap', { messageId: 'nothing', column: 0 }, 404],
		['PATCH', '/channels/nothing', { state: 'qr' }, 404],
		['PATCH', '/templates/nothing', { status: 'x' }, 404],
		['POST', '/deliveries/7/redeliver', {}, 404],
		['POST', '/deliver', { body: {} }, 400],
		['POST', '/creation', { kind: 'contact' }, 400],
		['GET', '/files/nothing', undefined, 404],
		['POST', '/marketplace/state', { crmCode: 'x' }, 404],
	])('%s %s %p answers with a sentence and %i', async (method, path, body, status) => {
		expect(await control(method, path, body)).toEqual({
			status,
			json: { error: expect.any(String) },
		});
	});

	it('moves the clock', async () => {
		const before = Date.parse(sandbox.control.state().now);
		const { json } = await control('POST', '/clock', { advance: 3_600_000 });
		expect(Date.parse(String(json.now)) - before).toBeGreaterThanOrEqual(3_600_000);
		sandbox.control.reset();
		expect(Date.parse(sandbox.control.state().now) - before).toBeLessThan(3_600_000);
	});

	it('keeps files', async () => {
		const stored = await fetch(`${sandbox.url}/_sandbox/files?name=a.png`, {
			method: 'POST',
			headers: { 'content-type': 'image/png' },
			body: Buffer.from([0, 1, 254, 255]),
		});
		const { url } = (await stored.json()) as { url: string };
		const file = await fetch(url);
		expect(file.headers.get('content-type')).toBe('image/png');
		expect([...new Uint8Array(await file.arrayBuffer())]).toEqual([0, 1, 254, 255]);
	});
});

describe('the stream of events', () => {
	it('says at once that it is open, then what happens', async () => {
		const end = new AbortController();
		const stream = await fetch(`${sandbox.url}/_sandbox/events`, { signal: end.signal });
		expect(stream.headers.get('content-type')).toContain('text/event-stream');
		const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
		let text = '';
		const until = async (part: string) => {
			while (!text.includes(part)) text += (await reader?.read())?.value ?? '';
		};
		await until(': open\n\n');
		expect(text).toBe(': open\n\n');
		sandbox.control.customerWrites({
			channelId: channelOf(sandbox, 'whatsapp'),
			chatId: '7901',
			text: 'hello',
		});
		await call(sandbox, 'GET', '/v3/channels');
		await until('event: journal');
		const [, data] = /event: message\ndata: (.*)\n\n/.exec(text) ?? [];
		expect(JSON.parse(data ?? '')).toMatchObject({
			change: 'new',
			message: { text: 'hello', direction: 'in' },
		});
		end.abort();
	});
});

describe('the page', () => {
	it('is served, and nothing outside its folder', async () => {
		const page = await fetch(sandbox.url);
		expect([page.status, page.headers.get('content-type')]).toEqual([
			200,
			'text/html; charset=utf-8',
		]);
		for (const path of ['/page/nothing.js', '/page/..%2fREADME.md', '/page/..%2findex.ts']) {
			expect((await fetch(sandbox.url + path)).status).toBe(404);
		}
	});
});

describe('starting', () => {
	it('fails on a taken port, and frees its own', async () => {
		const port = Number(new URL(sandbox.url).port);
		await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
		const other = await startSandbox();
		const taken = Number(new URL(other.url).port);
		await other.close();
		const again = await startSandbox({ port: taken });
		expect(again.url).toBe(other.url);
		await again.close();
	});

	it('ends streams and waiting answers when it closes', async () => {
		const other = await startSandbox({ delay: 60_000 });
		const stream = await fetch(`${other.url}/_sandbox/events`);
		const waiting = call(other, 'GET', '/v3/channels').catch(() => 'ended');
		const ended = stream.text().then(
			() => 'ended',
			() => 'ended',
		);
		await other.close();
		expect(await Promise.all([waiting, ended])).toEqual(['ended', 'ended']);
	});
});
