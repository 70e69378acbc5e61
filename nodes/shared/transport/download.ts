import type { IDataObject, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { pause } from './cancel';
import { connectionCode } from './http';

/** How a download ended. `lost`: no answer, or one that broke off; `reason` is the system's code for it. */
export type Downloaded =
	| { kind: 'file'; bytes: Buffer; type: string }
	| { kind: 'refused'; status: number }
	| { kind: 'tooLarge' }
	| { kind: 'noAddress' }
	| { kind: 'lost'; reason: string }
	| { kind: 'cancelled' };

/** Longest wait for the beginning of the file, and for the whole of it, in milliseconds. */
const ANSWER_TIMEOUT = 60_000;
const WHOLE_TIMEOUT = 15 * 60_000;

const MOST_ATTEMPTS = 3;

type Body = AsyncIterable<Uint8Array> & { destroy: () => void };

/**
 * Fetches a file from an address that a reply names. Nothing of a credential goes there: it may be any host, also one of
 * the own network (a proxy, the sandbox). Which hosts an n8n may reach at all is for its operator to say.
 * @param mostBytes a longer file is left before it is read to its end
 * Repeats what the net or the host of the file broke, and throws nothing.
 */
export async function download(
	functions: IExecuteFunctions,
	url: string,
	mostBytes: number,
): Promise<Downloaded> {
	const signal = functions.getExecutionCancelSignal();
	if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return { kind: 'noAddress' };
	for (let attempt = 1; ; attempt++) {
		const ended = await fetchOnce(functions, url, mostBytes, signal);
		const mayPass =
			ended.kind === 'lost' ||
			(ended.kind === 'refused' && (ended.status >= 500 || ended.status === 429));
		if (!mayPass || attempt === MOST_ATTEMPTS) return ended;
		if (!(await pause(250 * 2 ** attempt, signal))) return { kind: 'cancelled' };
	}
}

async function fetchOnce(
	{ helpers }: IExecuteFunctions,
	url: string,
	mostBytes: number,
	signal?: AbortSignal,
): Promise<Downloaded> {
	if (signal?.aborted) return { kind: 'cancelled' };
	const ends = [AbortSignal.timeout(WHOLE_TIMEOUT), ...(signal ? [signal] : [])];
	const options: IHttpRequestOptions = {
		method: 'GET',
		url,
		encoding: 'stream',
		timeout: ANSWER_TIMEOUT,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		abortSignal: AbortSignal.any(ends),
	};
	try {
		const { statusCode, headers, body } = (await helpers.httpRequest(options)) as {
			statusCode: number;
			headers: IDataObject;
			body: Body;
		};
		if (statusCode >= 300) {
			body.destroy();
			return { kind: 'refused', status: statusCode };
		}
		const bytes = await readUpTo(mostBytes, body);
		return bytes
			? { kind: 'file', bytes, type: String(headers['content-type'] ?? '') }
			: { kind: 'tooLarge' };
	} catch (error) {
		if (signal?.aborted) return { kind: 'cancelled' };
		// The message is left out: it may hold the address, and that opens the file.
		return { kind: 'lost', reason: connectionCode(error) ?? 'broken off' };
	}
}

/** The whole file; undefined when it is longer than that. */
async function readUpTo(mostBytes: number, body: Body): Promise<Buffer | undefined> {
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of body) {
		size += part.length;
		// Leaving the loop closes the connection.
		if (size > mostBytes) return undefined;
		parts.push(part);
	}
	return Buffer.concat(parts);
}
