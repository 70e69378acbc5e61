import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { IDataObject } from 'n8n-workflow';
import { captureTech, enveloped, expectTechRequest } from './capture';

const exportId = '5c0b7a52-1f2c-4b5a-9d3e-2f6a7b8c9d0e';
const csv = '\uFEFF"message_id","text"\r\n"1","she said ""hi"",\nand left"\r\n"2",""\r\n';

/** The host of the file, which is not Wazzup's. */
async function fileHost(answer: (request: IncomingMessage, response: ServerResponse) => void) {
	const asked: IncomingMessage[] = [];
	const server = createServer((request, response) => {
		asked.push(request);
		answer(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		asked,
		url: `http://127.0.0.1:${port}/export.csv?signature=url-canary`,
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}

/** Runs an export whose file is at this address. */
const run = async (url: string | undefined, parameters: IDataObject = {}, status = 'done') =>
	await captureTech(
		{
			...{ resource: 'message', operation: 'export' },
			...{ startAt: '2026-01-01T00:00:00Z', endAt: '2026-01-31T23:59:59.999Z' },
			...parameters,
		},
		({ method }) =>
			enveloped(method === 'POST' ? { export_id: exportId, status: 'pending' } : { status, url }),
	);

/** The same, with a host that answers like this. */
async function runWith(
	answer: (request: IncomingMessage, response: ServerResponse) => void,
	parameters: IDataObject = {},
) {
	const host = await fileHost(answer);
	try {
		return { ...(await run(host.url, parameters)), asked: host.asked };
	} finally {
		host.close();
	}
}

const send =
	(text: string | Buffer, type = 'text/csv', status = 200) =>
	(_request: IncomingMessage, response: ServerResponse) => {
		response.writeHead(status, { 'content-type': type }).end(text);
	};

test('starts, asks, and reads the file, which it fetches without any credential', async () => {
	const { requests, result, asked } = await runWith(send(csv));
	expect(requests).toHaveLength(2);
	expectTechRequest(requests[0], {
		method: 'POST',
		path: '/v2/messages/messages_dump',
		body: { start_at: '2026-01-01T00:00:00Z', end_at: '2026-01-31T23:59:59.999Z' },
	});
	expectTechRequest(requests[1], {
		method: 'GET',
		path: `/v2/messages/messages_dump/${exportId}`,
	});
	expect(result.items).toEqual([
		{ message_id: '1', text: 'she said "hi",\nand left' },
		{ message_id: '2', text: '' },
	]);
	expect(asked).toHaveLength(1);
	expect(asked[0]?.headers).not.toHaveProperty('authorization');
	expect(asked[0]?.headers).not.toHaveProperty('cookie');
	expect(asked[0]?.rawHeaders.join()).not.toContain('canary-token');
});

test('as a file', async () => {
	const { result } = await runWith(send(csv), { output: 'file', binaryPropertyName: 'export' });
	const [item] = result.output;
	expect(item?.json).toEqual({
		export_id: exportId,
		start_at: '2026-01-01T00:00:00Z',
		end_at: '2026-01-31T23:59:59.999Z',
	});
	expect(item?.binary?.export).toMatchObject({
		fileName: `messages-${exportId}.csv`,
		mimeType: 'text/csv',
	});
	expect(Buffer.from(item?.binary?.export?.data ?? '', 'base64').toString()).toBe(csv);
});

test('the notice that got lost does no harm', async () => {
	const host = await fileHost(send(csv, 'application/octet-stream'));
	const { result } = await run(host.url, {}, 'webhook_failed');
	host.close();
	expect(result.items).toHaveLength(2);
});

test('a redirect of the host is followed, without any credential', async () => {
	const host = await fileHost(send(csv));
	const { result } = await runWith((_request, response) => {
		response.writeHead(302, { location: host.url }).end();
	});
	host.close();
	expect(result.items).toHaveLength(2);
	expect(host.asked[0]?.headers).not.toHaveProperty('authorization');
});

test('a file that breaks off, and a host in trouble, are tried again', async () => {
	let attempts = 0;
	const { result } = await runWith((request, response) => {
		attempts++;
		if (attempts === 1) return send('', 'text/plain', 503)(request, response);
		if (attempts === 2) {
			response.writeHead(200, { 'content-length': String(csv.length * 2) });
			response.write(csv, () => response.destroy());
			return;
		}
		send(csv)(request, response);
	});
	expect(attempts).toBe(3);
	expect(result.items).toHaveLength(2);
});

test.each([
	['a page', send('<!DOCTYPE html><p>Sign in</p>', 'text/plain'), 'no CSV but a page'],
	['JSON', send('{}', 'application/json'), 'no CSV but application/json'],
	['an archive', send(Buffer.from('1f8b0800', 'hex')), 'no CSV but an archive'],
	['nothing', send('', 'text/plain', 404), 'its host answered with status 404'],
	['half a row', send('a,b\r\n1,"2'), 'ends within a quoted field'],
])('a host that gives %s: told with the ID of the export', async (_what, answer, message) => {
	const { result, asked } = await runWith(answer);
	expect(result.error?.message).toContain(message);
	expect(result.error?.description).toContain(exportId);
	expect(asked).toHaveLength(1);
	expect(JSON.stringify(result.error)).not.toContain('url-canary');
});

test('a file that never ends is left when it is too large', async () => {
	const half = Buffer.alloc(600_000, 'a');
	const { result } = await runWith(
		(_request, response) => {
			response.writeHead(200, { 'content-type': 'text/csv' });
			const more = () => {
				if (!response.destroyed) response.write(half, more);
			};
			more();
		},
		{ options: { maxFileSize: 1 } },
	);
	expect(result.error?.message).toBe('The file of the export has more than 1 MB');
});

test('a file that is small on its way and too large unpacked is left as well', async () => {
	const packed = gzipSync(Buffer.alloc(50_000_000, 'a'));
	const { result } = await runWith(
		(_request, response) => {
			response.writeHead(200, { 'content-type': 'text/csv', 'content-encoding': 'gzip' });
			response.end(packed);
		},
		{ options: { maxFileSize: 1 } },
	);
	expect(packed.length).toBeLessThan(1_000_000);
	expect(result.error?.message).toBe('The file of the export has more than 1 MB');
});

test.each([['file:///etc/passwd'], ['ftp://example.com/a.csv'], ['export.csv']])(
	'an address like %s is not opened',
	async (url) => {
		const { result } = await run(url);
		expect(result.error?.message).toContain('is no web address');
		expect(result.error?.description).toContain(exportId);
	},
);

test('a host that cannot be reached is told by its reason, without the address', async () => {
	const host = await fileHost(send(csv));
	host.close();
	const { result } = await run(host.url);
	expect(result.error?.message).toBe('The file of the export could not be fetched');
	expect(result.error?.description).toContain('ECONNREFUSED');
	expect(JSON.stringify(result.run)).not.toContain('url-canary');
});
