import { Refusal } from '../refusal';
import type { Answer, Call } from '../surface';
import type { TechAccount } from './account';

/** Success: `{ data, meta: { timestamp } }`, unix seconds (tech 1). */
export const ok = ({ world }: Call, data: unknown): Answer => ({
	status: 200,
	body: { data, meta: { timestamp: Math.floor(world.clock.now() / 1_000) } },
});

/** A problem as tech words it (tech 1.1). */
export function problem(
	status: number,
	code: string,
	title: string,
	detail: string,
	errors?: string[],
): Answer {
	return { status, body: { code, title, detail, ...(errors && { errors }) } };
}

/** 400 with what is wrong with each field. */
export function invalid(errors: string[], code = 'VALIDATION_FAILED'): Refusal {
	const detail = 'One or more fields did not pass validation.';
	return new Refusal(problem(400, code, 'Validation Failed', detail, errors));
}

/** 404 for an id that Wazzup does not know in this account. */
export function unknown(what: string): Refusal {
	return new Refusal(problem(404, 'NOT_FOUND', 'Not Found', `There is no such ${what}.`));
}

export const forbidden = (detail: string): Answer => problem(403, 'FORBIDDEN', 'Forbidden', detail);

/** A token that has expired, was withdrawn, was used up or never existed. */
export const unknownToken = problem(
	401,
	'OAUTH_TOKEN_UNKNOWN_OR_REVOKED',
	'Unauthorized',
	'The token is unknown or has been revoked.',
);

export const wrongLogin = problem(
	401,
	'UNAUTHORIZED',
	'Unauthorized',
	'The partner login is not right.',
);

/** The account of the client token; the gate has let no other request in. */
export function accountOf({ world, caller }: Call): TechAccount {
	const account = world.tech.accounts.get(caller.account ?? '');
	if (!account) throw new Refusal(unknownToken);
	return account;
}
