import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import { promisify } from 'node:util';
import { gunzip, inflate } from 'node:zlib';
import { set } from 'lodash';

/** A request as n8n hands it to a webhook node. */
export interface WebhookRequest {
	method: string;
	headers: IncomingMessage['headers'];
	query: object;
	params: object;
	/** undefined where n8n reads none. */
	body: unknown;
	rawBody?: Buffer;
}

/** n8n answers with this instead of asking the node. */
export class Unreadable extends Error {
	constructor(readonly status: number) {
		super(`n8n answers ${status}`);
	}
}

const PARSED = ['application/json', 'text/plain', 'application/x-www-form-urlencoded'];

/**
 * Reads a request as n8n 2.41.1 does for nodes of a version above 1 (webhook-helpers, body-parser, parse-incoming-message),
 * XML apart.
 */
export async function readRequest(request: IncomingMessage): Promise<WebhookRequest> {
	const { method = '', headers, url = '' } = request;
	const read = { method, headers, query: queryOf(url), params: {}, body: undefined };
	const bytes = await bytesOf(request);
	const [type = ''] = (headers['content-type'] ?? '').toLowerCase().split(';');
	if (type === 'multipart/form-data') return { ...read, body: await formOf(bytes, headers) };
	if (!PARSED.some((known) => type.startsWith(known))) return read;
	const rawBody = await unpacked(bytes, headers['content-encoding']);
	if (rawBody.length === 0) return { ...read, rawBody };
	return { ...read, rawBody, body: parsed(rawBody.toString(), type) };
}

/** Near enough to Express: what is repeated becomes a list, what has brackets a list or an object. */
function queryOf(url: string): object {
	const query = {};
	for (const [name, value] of Object.entries(parse(url.split('?')[1] ?? ''))) {
		set(query, name, value);
	}
	return query;
}

function parsed(text: string, type: string): unknown {
	const withoutMark = text.replace(/^\ufeff/, '');
	if (type === 'text/plain') return text;
	if (type === 'application/x-www-form-urlencoded') return parse(withoutMark);
	if (type !== 'application/json') return undefined;
	try {
		return JSON.parse(withoutMark);
	} catch {
		throw new Unreadable(422);
	}
}

async function unpacked(bytes: Buffer, encoding: string | undefined): Promise<Buffer> {
	try {
		if (encoding === 'gzip') return await promisify(gunzip)(bytes);
		return encoding === 'deflate' ? await promisify(inflate)(bytes) : bytes;
	} catch {
		throw new Unreadable(500);
	}
}

async function formOf(bytes: Buffer, headers: IncomingMessage['headers']): Promise<object> {
	try {
		const type = { 'content-type': headers['content-type'] ?? '' };
		const form = await new Response(new Uint8Array(bytes), { headers: type }).formData();
		const data: Record<string, unknown> = {};
		form.forEach((value, name) => void (data[name] = value));
		return { data, files: {} };
	} catch {
		throw new Unreadable(500);
	}
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts);
}
