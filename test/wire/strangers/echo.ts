import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { escape, range } from 'lodash';
import { requestToken } from '../../../api/tech';
import { isObject } from '../../../nodes/shared/parameters';
import { listenToLog } from './leaks';

/** How the server treats a request: a status with an echo in it, or a closed connection. */
export const failures = ['401', '403', '422', '500', 'dropped'] as const;

export type Failure = (typeof failures)[number];

/** What a request carried that only Wazzup may know. */
interface Carried {
	/** The whole Authorization header; the address where there is none. */
	header: string;
	/** The body; the header where there is none. */
	body: string;
}

/** Bodies of refusals that repeat what came, each in a place that our errors are made from. */
const shapes: ReadonlyArray<(carried: Carried) => unknown> = [
	({ header, body }) => ({
		error: 'ECHO',
		description: body,
		requestId: header,
		data: { fields: [body, header] },
	}),
	({ header, body }) => ({
		title: 'Echo',
		errors: [body, `contacts.0.${header} is bad`],
		meta: { header },
	}),
	({ header, body }) => ({
		error: { code: secretOf(header), description: encodeURIComponent(body) },
		[header]: body,
	}),
	({ header, body }) => ({
		message: { header, body },
		detail: JSON.stringify({ body }),
		code: 422,
	}),
	({ header, body }) => `You sent ${header} with ${body}`,
	({ header, body }) => `<html><title>${escape(body)} ${escape(header)}</title></html>`,
	({ header, body }) => ({
		error: 'ECHO',
		description: `${secretOf(header)} ${loginOf(header)} ${body}`,
	}),
];

/** A header without the word Basic or Bearer. */
const secretOf = (header: string) => header.split(' ').at(-1);

/** The login that a header of the kind Basic stands for. */
const loginOf = (header: string) => Buffer.from(secretOf(header) ?? '', 'base64').toString();

export const shapeCount = shapes.length;

/** Which grants of tokens the server gives instead of failing, each with its own canaries. */
export type Grants = 'none' | 'machine' | 'all';

const machineGrant = 'client_credentials';

function tokensFor(body: unknown, grants: Grants): unknown {
	const type = isObject(body) ? String(body.grant_type) : '';
	if (grants === 'none' || (grants === 'machine' && type !== machineGrant)) return undefined;
	const named =
		type === machineGrant ? 'machine' : type === 'refresh_token' ? 'renewed' : 'exchanged';
	return {
		data: {
			access_token: `canary_${named}_access`,
			refresh_token: `canary_${named}_refresh`,
			expires_in: 3_600,
		},
	};
}

/** What one client of the server meets. */
export interface Meeting {
	failure: Failure;
	/** Index of the refusal's body. */
	shape: number;
	grants?: Grants;
	/** Answers of requests that do not fail; undefined where one does. */
	reply?: (method: string, path: string, body: unknown) => unknown;
}

interface Client extends Meeting {
	/** Addresses that it has asked for. */
	urls: string[];
}

/** A server that answers every request with a refusal which repeats the secrets of the request. */
export interface EchoServer {
	/** A Base URL under which requests meet this failure, and the addresses that come to it. */
	meet: (meeting: Meeting) => { baseUrl: string; urls: readonly string[] };
	close: () => Promise<void>;
}

async function answer(client: Client, request: IncomingMessage, response: ServerResponse) {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	const text = Buffer.concat(parts).toString();
	const { url = '', method = '', headers } = request;
	client.urls.push(url);
	const path = url.replace(/^\/\d+/, '');
	const { shape, grants = 'none' } = client;
	// As Wazzup answers who comes without a token: that is when n8n gets one. The counter's lookup needs none.
	const isLetIn = headers.authorization !== undefined || path.startsWith('/counters/');
	const failure = isLetIn ? client.failure : '401';
	const body: unknown = text === '' ? undefined : JSON.parse(text);
	const tokens = path === requestToken.path ? tokensFor(body, grants) : undefined;
	const reply = tokens ?? client.reply?.(method, path, body);
	const header = headers.authorization ?? url;
	const send = (status: number, content: unknown, more = {}) => {
		const isText = typeof content === 'string';
		const type = isText ? 'text/html' : 'application/json';
		response.writeHead(status, { 'content-type': type, ...more });
		response.end(isText ? content : JSON.stringify(content));
	};
	if (reply !== undefined) send(200, reply);
	else if (failure === 'dropped') request.socket.destroy();
	else {
		const content = shapes[shape]?.({ header, body: text || header });
		send(Number(failure), content, { 'x-request': header });
	}
}

export async function startEcho(): Promise<EchoServer> {
	const clients: Client[] = [];
	const server: Server = createServer((request, response) => {
		const client = clients[Number(request.url?.split('/')[1])];
		if (client) void answer(client, request, response);
		else request.socket.destroy();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		meet: (meeting) => {
			const client = { ...meeting, urls: [] };
			const baseUrl = `http://127.0.0.1:${port}/${clients.push(client) - 1}`;
			return { baseUrl, urls: client.urls };
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** Every failure, and every form that a 422 can quote the request in. */
export const cells = failures.flatMap((failure) =>
	(failure === '422' ? range(shapeCount) : [0]).map((shape) => ({ failure, shape })),
);

/** A server that echoes, and what n8n logs, for the tests of a file. */
export function useEcho() {
	let echo: EchoServer;
	let logged: unknown[];
	beforeAll(async () => {
		echo = await startEcho();
		logged = listenToLog();
	});
	afterAll(async () => await echo.close());
	return {
		get echo() {
			return echo;
		},
		get logged() {
			return logged;
		},
	};
}
