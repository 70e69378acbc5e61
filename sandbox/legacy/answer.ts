import { readErrorBody } from '../../api/errors';
import { Refusal } from '../refusal';
import type { Answer } from '../surface';

/** `{ error: { code } }`: the document shows no envelope, a client reads this one (B.1). */
export function refused(code: string): Refusal {
	return new Refusal({ status: 400, body: { error: { code } } });
}

/** A parameter that does not fit. The code stands in the table of sending; no document names one for the other routes. */
export const notValid = () => refused('VALIDATION_ERROR');

/** What the 2021 API calls some codes of v3 (B.5). */
const olderCodes: Record<string, string> = {
	MESSAGES_CONTENT_CAN_NOT_BE_BLANK: 'MESSAGE_CONTENT_CAN_NOT_BE_BLANK',
	MESSAGES_CONTENT_SIZE_EXCEEDED: 'MESSAGE_CONTENT_SIZE_EXCEEDED',
	MESSAGES_CONTENT_SIZE_EXCEEDED_WABA: 'MESSAGE_CONTENT_SIZE_EXCEEDED',
	MESSAGES_CONTENT_SIZE_EXCEEDED_TELEGRAM: 'MESSAGE_CONTENT_SIZE_EXCEEDED',
	MESSAGES_UNSUPPORTED_CONTENT_TYPE_INSTAPI: 'MESSAGE_WRONG_CONTENT_TYPE',
};

/** A refusal of v3 as the 2021 API would say it. */
export function inOldWords({ answer }: Refusal): Refusal {
	const { code = 'UNKNOWN_ERROR' } = readErrorBody(answer.body);
	return refused(olderCodes[code] ?? code);
}

/** Success without a body: the document shows none for these routes. */
export const empty: Answer = { status: 200 };

/** An id that Wazzup does not know: neither the status nor that the body is empty is documented. */
export const unknownId = () => new Refusal({ status: 404 });
