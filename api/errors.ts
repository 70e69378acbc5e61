import { foldCode } from './codes';
import type { Auth } from './endpoint';
import { deliveryCodes } from './errors/delivery';
import type { Explanation, Explanations } from './errors/explanation';
import { legacyCodes, legacyStatuses } from './errors/legacy';
import { messageCodes } from './errors/messages';
import { requestCodes } from './errors/requests';
import { techCodes, techStatuses } from './errors/tech';

export type { Explanation } from './errors/explanation';
export { badEntities, readErrorBody } from './errors/read';
export type { BadEntity, ErrorBody } from './errors/read';

/** A code, as the documents spell it, with what it means. */
export interface ExplainedCode extends Explanation {
	code: string;
}

const explained = (codes: Explanations) =>
	Object.entries(codes).map(([code, explanation]): ExplainedCode => ({ code, ...explanation }));

/** Every documented code of v3 with what happened and what to do. */
export const explainedCodes: readonly ExplainedCode[] = [
	requestCodes,
	messageCodes,
	deliveryCodes,
].flatMap(explained);

/** The codes that only tech has. */
export const techExplainedCodes: readonly ExplainedCode[] = explained(techCodes);

/** The codes that only the 2021 API has. */
export const legacyExplainedCodes: readonly ExplainedCode[] = explained(legacyCodes);

const byFold = new Map(
	[...explainedCodes, ...techExplainedCodes, ...legacyExplainedCodes].map((entry) => [
		foldCode(entry.code),
		entry,
	]),
);

/**
 * What a code means, in any of its spellings; `undefined` for a code that no document names.
 * @param auth how the route authenticates: FORBIDDEN is explained for v3 only, where it has one reason
 */
export function explainCode(code: string, auth: Auth = 'apiKey'): ExplainedCode | undefined {
	const known = byFold.get(foldCode(code));
	return known?.code === 'FORBIDDEN' && auth !== 'apiKey' ? undefined : known;
}

const statuses: Readonly<Record<number, Explanation>> = {
	401: {
		what: 'Wazzup does not accept this API key.',
		fix: 'Copy the key again from your Wazzup account (CRM integration → API), and check that the credential holds the whole of it.',
	},
	404: {
		what: 'Wazzup does not know what was asked for.',
		fix: 'Check the ID: it may have been deleted, or belong to another account.',
	},
	429: {
		what: 'More than 500 requests in 5 seconds came from this key.',
		fix: 'Lower "Requests per 5 Seconds" in the credential when several programs or n8n workers use the same key.',
	},
	500: {
		what: 'Wazzup ran into trouble on its own side.',
		fix: 'Try again in a few minutes. In a create or update, check that no ID stands twice in the list: Wazzup answers with 500 to that.',
	},
};

/**
 * What an HTTP status means where the body holds no known code (A.1); any other 5xx reads as 500.
 * @param auth how the route authenticates: the same status has other reasons with another kind of credential
 */
export function explainStatus(status: number, auth: Auth = 'apiKey'): Explanation | undefined {
	const ofSurface = { ...techStatuses, ...legacyStatuses }[auth]?.[status];
	if (ofSurface) return ofSurface;
	// 403 has one reason only, with or without its code.
	if (status === 403) return requestCodes.FORBIDDEN;
	return statuses[status] ?? (status > 500 && status < 600 ? statuses[500] : undefined);
}
