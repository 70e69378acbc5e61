import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EventName, Sandbox, SandboxEvents } from '../../../sandbox';

export interface Reply {
	status: number;
	headers: Headers;
	text: string;
	/** Parsed JSON, `undefined` where the reply is none. */
	json: unknown;
}

interface Options {
	/** `null`: no Authorization header. */
	key?: string | null;
	/** The header as it is, in place of Bearer and the key. */
	authorization?: string | null;
	/** Sent as it is in place of JSON. */
	raw?: string;
}

/** Sends one request to the API; `path` from `/v3` or `/v2` on. */
export async function call(
	sandbox: Pick<Sandbox, 'apiKey' | 'url'>,
	method: string,
	path: string,
	body?: unknown,
	{
		key = sandbox.apiKey,
		authorization = key === null ? null : `Bearer ${key}`,
		raw,
	}: Options = {},
): Promise<Reply> {
	const response = await fetch(`${sandbox.url}${path}`, {
		method,
		headers: {
			...(authorization === null ? {} : { authorization }),
			...(body === undefined && raw === undefined ? {} : { 'content-type': 'application/json' }),
		},
		body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
	});
	const text = await response.text();
	return { status: response.status, headers: response.headers, text, json: parsed(text) };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The first event called `name` from now on that `fits`. */
export function event<Name extends EventName>(
	sandbox: Sandbox,
	name: Name,
	fits: (data: SandboxEvents[Name]) => boolean = () => true,
): Promise<SandboxEvents[Name]> {
	return new Promise((resolve) => {
		const end = sandbox.control.on(name, (data) => {
			if (!fits(data)) return;
			end();
			resolve(data);
		});
	});
}

export interface Received {
	headers: Record<string, string | string[] | undefined>;
	body: unknown;
}

/** What a CRM answers to a delivery; `hang`: never. */
export type CrmAnswer =
	{ status: number; body?: unknown; headers?: Record<string, string> } | 'hang';

export interface Crm {
	url: string;
	received: Received[];
	/** Deliveries without the test pings. */
	bodies(): Array<Record<string, unknown>>;
	answerWith(answer: (body: unknown) => CrmAnswer): void;
	close(): Promise<void>;
}

/** A CRM's web server that takes deliveries: 200 without a body unless told otherwise. */
export async function startCrm(): Promise<Crm> {
	const received: Received[] = [];
	let answer: (body: unknown) => CrmAnswer = () => ({ status: 200 });
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body: unknown = parsed(Buffer.concat(chunks).toString('utf8'));
			received.push({ headers: request.headers, body });
			const given = answer(body);
			if (given === 'hang') return;
			response.writeHead(given.status, given.headers);
			response.end(given.body === undefined ? '' : JSON.stringify(given.body));
		});
	});
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/hook?token=secret`,
		received,
		bodies: () =>
			received
				.map(({ body }) => body)
				.filter((body): body is Record<string, unknown> => typeof body === 'object')
				.filter((body) => !('test' in body)),
		answerWith: (next) => {
			answer = next;
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

export const everything = {
	messagesAndStatuses: true,
	contactsAndDealsCreation: true,
	channelsUpdates: true,
	templateStatus: true,
};

/** The id of the seeded channel of that transport that works, or of the one in `state`. */
export function channelOf(sandbox: Sandbox, transport: string, state = 'active'): string {
	const channel = sandbox.control
		.state()
		.channels.find((each) => each.transport === transport && each.state === state);
	if (!channel) throw new Error(`No ${transport} channel is ${state}.`);
	return channel.channelId;
}
