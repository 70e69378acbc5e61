import {
	NodeApiError,
	type IAllExecuteFunctions,
	type IDataObject,
	type IHttpRequestMethods,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import type { Connection } from './connection';

/** The n8n functions that a request needs; execute, load-options, hook and webhook functions all have them. */
export type RequestFunctions = Pick<IAllExecuteFunctions, 'helpers' | 'getCredentials' | 'getNode'>;

/** One request, before n8n's credential adds what lets it through. */
export interface HttpRequest {
	method: IHttpRequestMethods;
	url: string;
	query?: IDataObject;
	body?: unknown;
	/** Milliseconds until an unanswered request counts as lost. */
	timeout: number;
	/** The Authorization header, where the credential does not add it. */
	authorization?: string;
}

/**
 * How one attempt ended. Nothing is thrown: a lost connection is an answer too.
 * - `answer`: HTTP status, headers and parsed body;
 * - `unreadable`: an HTTP success whose body broke off or is no JSON, or has another form than documented (`misfit`);
 * - `lost`: no answer; `sent` says whether the request may have reached Wazzup;
 * - `notSent`: n8n itself would not send it, e.g. because no credential is set;
 * - `refused`: Wazzup lets nobody of the account through until this time (ms), too long to wait for;
 * - `cancelled`: the execution was stopped.
 */
export type Answer =
	| { kind: 'answer'; status: number; headers: IDataObject; body: unknown }
	| { kind: 'unreadable'; status: number; headers: IDataObject; body: unknown; misfit?: string }
	| { kind: 'lost'; sent: boolean; reason: string }
	| { kind: 'notSent'; message: string }
	| { kind: 'refused'; until: number }
	| { kind: 'cancelled' };

/** What a credential throws when its token could not be renewed now, but may be if it is asked for again. */
export class RenewalPutOff extends Error {
	constructor(readonly answer: Answer) {
		super('Wazzup gave no new client token for now: try again in a few minutes');
	}
}

/** Codes of connections that never came to be: no address, nobody there, no trust. */
const NOT_SENT =
	/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_TLS_.*|CERT_.*|UNABLE_TO_.*|.*SELF_SIGNED_CERT.*)$/;

/** Sends one request with the credential, once. Redirects are not followed: a key is for one host only. */
export async function sendOnce(
	{
		functions,
		credential,
		signal,
		renews,
	}: Pick<Connection, 'functions' | 'credential' | 'signal' | 'renews'>,
	request: HttpRequest,
): Promise<Answer> {
	if (signal?.aborted) return { kind: 'cancelled' };
	// n8n's own timeout ends as soon as the answer begins: one that trickles in would hold the run for ever.
	const late = AbortSignal.timeout(request.timeout);
	const end = signal ? AbortSignal.any([late, signal]) : late;
	const options: IHttpRequestOptions = {
		method: request.method,
		url: request.url,
		qs: request.query,
		arrayFormat: 'repeat',
		json: true,
		timeout: request.timeout,
		returnFullResponse: true,
		ignoreHttpStatusErrors: renews ? { ignore: true, except: [401] } : true,
		disableFollowRedirect: true,
	};
	if (request.authorization) options.headers = { Authorization: request.authorization };
	if (request.body !== undefined) options.body = request.body;
	try {
		const response: unknown = await functions.helpers.httpRequestWithAuthentication.call(
			endedBy(functions, end) as IAllExecuteFunctions,
			credential,
			options,
		);
		return readResponse(response);
	} catch (error) {
		if (signal?.aborted) return { kind: 'cancelled' };
		if (late.aborted) return { kind: 'lost', sent: true, reason: 'ETIMEDOUT' };
		if (error instanceof NodeApiError && error.cause instanceof RenewalPutOff) {
			return error.cause.answer;
		}
		// The new token was refused, too.
		if (renews && statusOf(error) === 401) {
			return { kind: 'answer', status: 401, headers: {}, body: undefined };
		}
		const code = connectionCode(error);
		if (code === undefined) {
			return { kind: 'notSent', message: error instanceof Error ? error.message : String(error) };
		}
		return { kind: 'lost', sent: !NOT_SENT.test(code), reason: code };
	}
}

/** The same functions; n8n ends a request on the signal that they give, whatever its options say. */
function endedBy(functions: RequestFunctions, signal: AbortSignal): RequestFunctions {
	const getExecutionCancelSignal = { value: () => signal };
	return Object.create(functions, { getExecutionCancelSignal }) as RequestFunctions;
}

function readResponse(response: unknown): Answer {
	const { statusCode, headers, body } = response as {
		statusCode: number;
		headers?: IDataObject;
		body?: unknown;
	};
	return { kind: 'answer', status: statusCode, headers: headers ?? {}, body };
}

/** The HTTP status in an error of n8n's; undefined where none was answered. */
function statusOf(error: unknown): number | undefined {
	return error instanceof NodeApiError ? Number(error.httpCode) || undefined : undefined;
}

/** Finds the system's code of a broken connection under the layers that n8n wraps around it. */
export function connectionCode(error: unknown): string | undefined {
	for (let layer: unknown = error, depth = 0; layer && depth < 5; depth++) {
		if (typeof layer !== 'object') break;
		const { code, httpCode, cause } = layer as {
			code?: unknown;
			httpCode?: unknown;
			cause?: unknown;
		};
		for (const candidate of [code, httpCode]) {
			if (typeof candidate === 'string' && /^[A-Z][A-Z0-9]*_?[A-Z0-9_]+$/.test(candidate))
				return candidate;
		}
		layer = cause;
	}
	return undefined;
}
