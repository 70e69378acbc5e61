import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';
import { runNode, type EngineResult, type EngineRun } from '../engine/harness';

/** A request as it came over the wire. */
export interface CapturedRequest {
	method: string;
	/** Without the query. */
	path: string;
	query: Record<string, string>;
	headers: IncomingMessage['headers'];
	/** Parsed JSON; undefined where nothing was sent. */
	body: unknown;
}

/** What the server answers; 200 with `null` when left out. A text goes out as plain text. */
export interface CapturedReply {
	status?: number;
	body?: unknown;
}

export interface Capture {
	result: EngineResult;
	requests: CapturedRequest[];
}

export const apiKey = 'c8cf90444023482f909520d454368d27';

/**
 * Runs the Wazzup node in n8n's engine against a server that only writes down what comes.
 * @param run another node with its credential, whose Base URL becomes that of the server
 * @param replies answers in the order of the requests, the last one to all that follow; or what makes the answer
 */
export async function capture(
	parameters: IDataObject,
	replies: CapturedReply | CapturedReply[] | ((request: CapturedRequest) => CapturedReply) = {},
	run: Partial<Omit<EngineRun, 'parameters'>> = {},
): Promise<Capture> {
	const requests: CapturedRequest[] = [];
	const answerTo = (request: CapturedRequest): CapturedReply => {
		if (typeof replies === 'function') return replies(request);
		return [replies].flat()[requests.length - 1] ?? [replies].flat().at(-1) ?? {};
	};
	const server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			const url = new URL(request.url ?? '', 'http://localhost');
			const text = Buffer.concat(parts).toString();
			const captured: CapturedRequest = {
				method: request.method ?? '',
				path: url.pathname,
				query: Object.fromEntries(url.searchParams),
				headers: request.headers,
				body: text === '' ? undefined : (JSON.parse(text) as unknown),
			};
			requests.push(captured);
			const { status = 200, body = null } = answerTo(captured);
			const isText = typeof body === 'string';
			response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json' });
			response.end(isText ? body : JSON.stringify(body));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	try {
		const credentials = { ...(run.credentials ?? { apiKey }), baseUrl: `http://127.0.0.1:${port}` };
		return { result: await runNode({ ...run, parameters, credentials }), requests };
	} finally {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
}

/** Checks one request: exactly this method, path, query and body, the key as Bearer unless another header is named, JSON where there is a body. */
export function expectRequest(
	request: CapturedRequest | undefined,
	expected: { method: string; path: string; query?: Record<string, string>; body?: unknown },
	authorization = `Bearer ${apiKey}`,
): void {
	const { method, path, query = {}, body } = expected;
	expect(request).toMatchObject({ method, path });
	expect(request?.query).toEqual(query);
	expect(request?.headers.authorization).toBe(authorization);
	// toStrictEqual: a field that is sent as null is no absent field.
	expect(request?.body).toStrictEqual(body);
	const { 'content-type': contentType } = request?.headers ?? {};
	if (body === undefined) expect(contentType).toBeUndefined();
	else expect(contentType).toMatch(/^application\/json/);
}

/** A picker's value as a workflow stores it. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });
