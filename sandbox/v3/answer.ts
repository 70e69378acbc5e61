import { randomBytes } from 'node:crypto';
import { Refusal } from '../refusal';
import type { Answer } from '../surface';

/** `{ error, description, data }`: the general envelope (A.1). */
export function refused(code: string, description: string, data?: unknown, status = 400): Refusal {
	return new Refusal({ status, body: { error: code, description, data } });
}

/** `{ status, requestId, error, description, data }`: the newer routes, users in part and message (A.1). */
export function refusedWithId(code: string, description: string, data?: unknown): Refusal {
	const requestId = randomBytes(16).toString('hex');
	return new Refusal({
		status: 400,
		body: { status: 400, requestId, error: code, description, data },
	});
}

/** `{ error: { code } }`: the chat window (A.1, A.14). */
export function refusedNested(code: string): Refusal {
	return new Refusal({ status: 400, body: { error: { code } } });
}

/** Success without a body: no document shows one for these routes (part E, 2). */
export const empty: Answer = { status: 200 };

/** An id that Wazzup does not know. No document says so: neither the status nor that the body is empty. */
export function unknownId(): Refusal {
	return new Refusal({ status: 404 });
}
