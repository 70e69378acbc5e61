import type { IDataObject } from 'n8n-workflow';
import type { z } from 'zod/v4';
import type { AnyEndpoint, BodyOf, PathOf, QueryOf, ReplyOf } from '../../../api/endpoint';
import { fieldName } from '../input';
import { pause, untilCancelled } from './cancel';
import { concealed, secretsIn } from './conceal';
import type { Connection } from './connection';
import { sendOnce, type Answer } from './http';
import type { Granted, Pass } from './pass';
import { decide, guardEnds, mayHaveHappened, readRetryAfter, type History } from './retry';

/** What goes into one request to an endpoint. */
export interface Call<E extends AnyEndpoint = AnyEndpoint> {
	endpoint: E;
	path?: PathOf<E>;
	query?: QueryOf<E>;
	body?: BodyOf<E>;
}

/** A request that did not lead to a usable reply, with all that is known about why. */
export interface Failure {
	endpoint: AnyEndpoint;
	answer: Answer;
	attempts: number;
	/** What the request was about, where neither the item nor its fields say it. */
	about?: string;
	/** Whether Wazzup may have acted on one of the attempts although none was answered. */
	mayHaveHappened: boolean;
}

/** What became of a request, its repeats included. */
export type Outcome<E extends AnyEndpoint> =
	| {
			ok: true;
			reply: ReplyOf<E>;
			/** Whether an earlier, unanswered attempt may have done it already. */
			repeated: boolean;
	  }
	| { ok: false; failure: Failure };

/** Longest wait for an answer, in milliseconds. A send leaves time for a repeat under its 60 s guard. */
const TIMEOUT = 60_000;
const GUARDED_TIMEOUT = 30_000;

/** An id takes exactly one place in the path, whatever it is made of. */
export function fillPath(template: string, values: IDataObject = {}): string {
	return template.replace(/\{(\w+)\}/g, (_, name: string) =>
		encodeURIComponent(String(values[name])),
	);
}

/** Ids that no encoding keeps in their place: URLs treat them as "here" and "one up"; half a character has no encoding. */
export function leavesItsPlace(id: string): boolean {
	return id === '.' || id === '..' || /\p{Surrogate}/u.test(id);
}

/** The first id of a call that no encoding keeps in its place, as a sentence; undefined when there is none. */
export function strayIdOf({ path = {} }: Call): string | undefined {
	const stray = Object.entries(path).find(([, id]) => leavesItsPlace(String(id)));
	return stray && `The ${stray[0]} "${String(stray[1])}" cannot be part of an address`;
}

/**
 * Sends a request, within the account's pace, and repeats it as far as that is safe.
 * @param guarded whether the body carries the endpoint's duplicate guard
 * @returns the reply as the endpoint's contract reads it, or what went wrong; it never throws for what the service or the net does
 */
export async function request<E extends AnyEndpoint>(
	connection: Connection,
	call: Call<E>,
	guarded = true,
): Promise<Outcome<E>> {
	const { endpoint } = call;
	const repeat = endpoint.repeat === 'guarded' && !guarded ? 'never' : endpoint.repeat;
	const history: History = { attempts: 0, refusals: 0 };
	const stray = strayIdOf(call);
	if (stray !== undefined) {
		const answer: Answer = { kind: 'notSent', message: stray };
		return { ok: false, failure: { endpoint, answer, attempts: 0, mayHaveHappened: false } };
	}
	let refused: Pass | undefined;
	for (;;) {
		const granted = await authorize(connection, call, refused);
		if (!granted.ok) {
			const happened = history.mayHaveHappenedAt !== undefined;
			return { ok: false, failure: { ...granted.failure, mayHaveHappened: happened } };
		}
		const sendBefore = repeat === 'safe' ? Infinity : guardEnds(history);
		const { answer, sentAt } = await attempt(connection, call, granted.pass, sendBefore);
		history.attempts++;
		if (granted.pass && !refused && answer.kind === 'answer' && answer.status === 401) {
			// Not handled, so whatever it is may go out again, once, with another token.
			refused = granted.pass;
			continue;
		}
		let outcome = answer;
		if (answer.kind === 'answer' && answer.status < 300) {
			const read = endpoint.reply.safeParse(answer.body);
			if (read.success && !isForeign(answer)) {
				const repeated = history.mayHaveHappenedAt !== undefined;
				return { ok: true, reply: read.data as ReplyOf<E>, repeated };
			}
			outcome = unreadable(answer, read.error?.issues[0]);
		}
		if (outcome.kind === 'answer' && outcome.status === 429) history.refusals++;
		if (mayHaveHappened(outcome)) history.mayHaveHappenedAt ??= sentAt;
		const decision = decide(repeat, outcome, history, Date.now());
		const goOn = decision.again && (await pause(decision.pause, connection.signal));
		if (!goOn) {
			return {
				ok: false,
				failure: {
					endpoint,
					answer: connection.signal?.aborted ? { kind: 'cancelled' } : outcome,
					attempts: history.attempts,
					mayHaveHappened: history.mayHaveHappenedAt !== undefined,
				},
			};
		}
	}
}

type MaybeGranted = Exclude<Granted, { ok: true }> | { ok: true; pass?: Pass };

/** What lets the request through; an execution that is cancelled does not wait for it. */
async function authorize(
	{ authorize: give, signal }: Connection,
	{ endpoint }: Call,
	refused?: Pass,
): Promise<MaybeGranted> {
	if (!give) return { ok: true };
	const granted = signal?.aborted ? undefined : await untilCancelled(give(refused), signal);
	return (
		granted ?? {
			ok: false,
			failure: { endpoint, answer: { kind: 'cancelled' }, attempts: 0, mayHaveHappened: false },
		}
	);
}

/**
 * Whether an HTTP success is none of Wazzup's: a page of something in between, or JSON that broke off. Many contracts take
 * any reply, since no document shows it, and would take these as well.
 */
function isForeign({ headers, body }: Answer & { kind: 'answer' }): boolean {
	if (typeof body !== 'string' || body.trim() === '') return false;
	return /json|html|xml/i.test(String(headers['content-type'])) || body.trimStart().startsWith('<');
}

/**
 * An HTTP success that the contract cannot read. JSON of another form was handled for sure, and says where it differs;
 * anything else broke off or came from something in between.
 */
function unreadable(answer: Answer & { kind: 'answer' }, first?: z.core.$ZodIssue): Answer {
	const isJson = typeof answer.body === 'object' && answer.body !== null;
	const issue = isJson ? first : undefined;
	return {
		...answer,
		kind: 'unreadable',
		...(issue && { misfit: `${fieldName(issue.path) || 'the reply'}: ${issue.message}` }),
	};
}

/** @param sendBefore a repeat that gets its turn later than this is not sent any more */
async function attempt(
	connection: Connection,
	call: Call,
	pass: Pass | undefined,
	sendBefore: number,
): Promise<{ answer: Answer; sentAt: number }> {
	const { limiter, signal } = connection;
	// Before a place is taken: nothing that may throw stands between taking it and giving it back.
	const url = connection.baseUrl + fillPath(call.endpoint.path, call.path as IDataObject);
	const place = await limiter.take(signal, sendBefore !== Infinity);
	const sentAt = Date.now();
	if (place === 'cancelled') return { answer: { kind: 'cancelled' }, sentAt };
	if ('refusedUntil' in place) {
		return { answer: { kind: 'refused', until: place.refusedUntil }, sentAt };
	}
	if (sentAt >= sendBefore) {
		limiter.done();
		return { answer: { kind: 'lost', sent: true, reason: 'the guard ran out' }, sentAt };
	}
	const answer = await sendOnce(connection, {
		method: call.endpoint.method,
		url,
		query: call.query as IDataObject | undefined,
		body: call.body,
		timeout: call.endpoint.repeat === 'guarded' ? GUARDED_TIMEOUT : TIMEOUT,
		authorization: pass?.header,
	});
	if (answer.kind !== 'answer' || answer.status !== 429) {
		limiter.done();
		const secrets = [...connection.secrets, ...(pass ? [pass.secret] : [])];
		const sent = [call.body, call.query].flatMap(secretsIn);
		return { answer: concealed(answer, [...secrets, ...sent]), sentAt };
	}
	const retryAfter = readRetryAfter(answer.headers['retry-after'], Date.now());
	const gaveUp = limiter.refused(place.takenAt, retryAfter);
	return { answer: gaveUp ? { kind: 'refused', until: gaveUp.refusedUntil } : answer, sentAt };
}
