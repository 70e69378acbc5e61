import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';
import { escape } from 'lodash';
import { requestToken } from '../../../api/tech';
import { isObject } from '../../../nodes/shared/parameters';

/** How the server treats a request: a status with an echo in it, or a closed connection. */
export const failures = ['401', '403', '422', '500', 'dropped'] as const;

export type Failure = (typeof failures)[number];

/** What a request carried that only Wazzup may know. */
interface Carried {
	/** The whole Authorization header. */
	header: string;
	/** The body, from the first secret on; the header where there is none. */
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
		error: { code: header.split(' ').at(-1), description: encodeURIComponent(body) },
		[header]: body,
	}),
	({ header, body }) => ({
		message: { header, body },
		detail: JSON.stringify({ body }),
		code: 422,
	}),
	({ header, body }) => `You sent ${header} with ${body}`,
	({ header, body }) => `<html><title>${escape(body)} ${escape(header)}</title></html>`,
];

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

async function textOf(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts).toString();
}

/** A server that answers every request with a refusal which repeats the secrets of the request. */
export interface EchoServer {
	/** Base URL under which requests meet this failure; each call gives another one. */
	baseUrl: (failure: Failure, shape: number, grants: Grants) => string;
	/** All addresses that were asked for. */
	urls: readonly string[];
	close: () => Promise<void>;
}

export async function startEcho(): Promise<EchoServer> {
	const urls: string[] = [];
	let runs = 0;
	const server: Server = createServer((request, response) => {
		void textOf(request).then((text) => {
			const { url = '', headers } = request;
			const [, failure = '', shape = '0', grants = 'none', , ...rest] = url.split('/');
			urls.push(url);
			const isToken = `/${rest.join('/')}` === requestToken.path;
			const body: unknown = text === '' ? undefined : JSON.parse(text);
			const tokens = isToken ? tokensFor(body, grants as Grants) : undefined;
			const answer = (status: number, content: unknown) => {
				const isText = typeof content === 'string';
				const type = isText ? 'text/html' : 'application/json';
				response.writeHead(status, { 'content-type': type });
				response.end(isText ? content : JSON.stringify(content));
			};
			if (tokens) return answer(200, tokens);
			if (failure === 'dropped') return request.socket.destroy();
			const header = headers.authorization ?? 'none';
			const secretAt = text.indexOf('canary');
			const make = shapes[Number(shape)];
			answer(
				Number(failure),
				make?.({ header, body: secretAt < 0 ? header : text.slice(secretAt) }),
			);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		baseUrl: (failure, shape, grants) =>
			`http://127.0.0.1:${port}/${failure}/${shape}/${grants}/${++runs}`,
		urls,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** Every text that can be reached from a value, hidden properties and keys included; parameters of nodes are left out. */
export function textsIn(value: unknown, seen = new Set<unknown>()): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null || seen.has(value)) return [];
	seen.add(value);
	if (value instanceof Map || value instanceof Set)
		return [...value].flatMap((one) => textsIn(one, seen));
	// An execution keeps the workflow that it ran, with the parameters as the person has typed them.
	const keys = Object.getOwnPropertyNames(value).filter((key) => key !== 'parameters');
	return [...keys, ...keys.flatMap((key) => textsIn((value as IDataObject)[key], seen))];
}
