import type { Repeat } from '../../../api/endpoint';
import type { Answer } from './http';

/** Wazzup refuses a `crmMessageId` twice within 60 s (A.4.4); the margin covers the way there. */
const GUARD_MILLISECONDS = 60_000;
const GUARD_MARGIN = 10_000;

const MOST_ATTEMPTS = 5;

/** What has happened so far to one request. */
export interface History {
	attempts: number;
	refusals: number;
	/** When the first attempt that Wazzup may have handled was sent, in milliseconds. */
	mayHaveHappenedAt?: number;
}

export type Decision = { again: true; pause: number } | { again: false };

/** Whether the service may have acted on a request that ended like this. */
export function mayHaveHappened(answer: Answer): boolean {
	if (answer.kind === 'lost') return answer.sent;
	if (answer.kind === 'answer') return answer.status >= 500;
	return answer.kind === 'unreadable' && answer.misfit === undefined;
}

/**
 * Whether to send a request once more, and after how many milliseconds.
 * - 429: always, since it was not handled; the limiter pauses, and gives up in the end.
 * - never reached Wazzup: always.
 * - may have been handled: what is safe to repeat; what is guarded, while the guard holds.
 */
export function decide(repeat: Repeat, answer: Answer, history: History, now: number): Decision {
	if (answer.kind === 'answer' && answer.status === 429) {
		return { again: true, pause: 0 };
	}
	const passing = answer.kind === 'lost' || mayHaveHappened(answer);
	if (!passing || history.attempts - history.refusals >= MOST_ATTEMPTS) return { again: false };
	const pause = 250 * 2 ** (history.attempts - history.refusals) * (0.75 + Math.random() / 2);
	if (history.mayHaveHappenedAt === undefined || repeat === 'safe') return { again: true, pause };
	if (repeat === 'never') return { again: false };
	return now + pause < guardEnds(history) ? { again: true, pause } : { again: false };
}

/** Until when a guarded request may be repeated: the time after which Wazzup could take it for a new one. */
export function guardEnds(history: History): number {
	return history.mayHaveHappenedAt === undefined
		? Infinity
		: history.mayHaveHappenedAt + GUARD_MILLISECONDS - GUARD_MARGIN;
}

/** Milliseconds that a `Retry-After` header asks for, given in seconds or as a date; undefined without one. */
export function readRetryAfter(header: unknown, now: number): number | undefined {
	if (typeof header !== 'string' && typeof header !== 'number') return undefined;
	const seconds = Number(header);
	if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
	const date = Date.parse(String(header));
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
