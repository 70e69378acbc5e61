import type { Sandbox, TechChannel } from '../../../../sandbox';
import { startCrm, type Crm, type Reply } from '../client';

export interface TechReply extends Omit<Reply, 'json'> {
	/** What the reply is about. */
	data: unknown;
	/** Of a refusal. */
	code?: string;
	errors?: string[];
	/** The whole body, parsed. */
	json: unknown;
}

interface Options {
	/** `null`: no Authorization header. */
	authorization?: string | null;
	account?: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

/** Basic, as the partner's login goes out. */
export const basic = ({ email, password }: { email: string; password: string }) =>
	`Basic ${Buffer.from(`${email}:${password}`).toString('base64')}`;

/** Sends one request to tech with a fresh client token; `path` from `/v2` on. */
export async function request(
	sandbox: Sandbox,
	method: string,
	path: string,
	body?: unknown,
	{ authorization, account }: Options = {},
): Promise<TechReply> {
	const auth =
		authorization === undefined ? `Bearer ${sandbox.clientToken(account)}` : authorization;
	const response = await fetch(`${sandbox.techUrl}${path}`, {
		method,
		redirect: 'manual',
		headers: {
			...(auth === null ? {} : { authorization: auth }),
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
		},
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await response.text();
	const json: unknown = /^[[{]/.test(text) ? JSON.parse(text) : undefined;
	const { data, code, errors } = isRecord(json) ? json : {};
	return {
		status: response.status,
		headers: response.headers,
		text,
		json,
		data,
		...(typeof code === 'string' && { code }),
		...(Array.isArray(errors) && { errors: errors.map(String) }),
	};
}

/** The same with the partner's login. */
export const asPartner = (
	sandbox: Sandbox,
	method: string,
	path: string,
	body?: unknown,
	partner: { email: string; password: string } = sandbox.partner,
) => request(sandbox, method, path, body, { authorization: basic(partner) });

/** A member of an answer that is there, as text. */
export function member(value: unknown, name: string): string {
	const found = isRecord(value) ? value[name] : undefined;
	if (typeof found !== 'string' && typeof found !== 'number') throw new Error(`No ${name}.`);
	return String(found);
}

/** The seeded channel of that transport that works. */
export function channelOf(sandbox: Sandbox, transport: string): TechChannel {
	const channel = sandbox.control.tech
		.account()
		.channels.find((each) => each.transport === transport && each.state === 'active');
	if (!channel) throw new Error(`No ${transport} channel is active.`);
	return channel;
}

/** A CRM that is subscribed to these events of an account; `items(event)` are those that came. */
export async function subscribedCrm(sandbox: Sandbox, ...events: string[]) {
	const crm = await startCrm();
	return { crm, ...(await subscribe(sandbox, crm, ...events)) };
}

/** Subscribes a CRM to events. */
export async function subscribe(sandbox: Sandbox, crm: Crm, ...events: string[]) {
	const data = events.map((event) => ({ url: crm.url, event }));
	const reply = await request(sandbox, 'POST', '/v2/webhooks', { data });
	const items = (event: string) =>
		crm
			.bodies()
			.filter((body) => body.event === event)
			.flatMap((body) => (Array.isArray(body.data) ? (body.data as unknown[]) : []));
	return { reply, items };
}
