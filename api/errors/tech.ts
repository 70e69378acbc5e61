import type { Auth } from '../endpoint';
import type { Explanation, Explanations } from './explanation';

const renewed =
	'With a refresh token or the partner login in the credential the node gets a new token by itself; a pasted token has to be replaced.';

/** Codes that only the tech surface has (tech 1.1). It shares `CHAT_NO_ACCESS` and the codes of users with v3. */
export const techCodes: Explanations = {
	VALIDATION_FAILED: {
		what: 'Wazzup refused the request because some field in it is missing, not in the right form, or unknown to it.',
		fix: 'Look at what Wazzup says about each field. A required one has to be there and not be empty, and Additional Fields may hold only what Wazzup knows.',
		vague: true,
	},
	OAUTH_TOKEN_UNKNOWN_OR_REVOKED: {
		what: 'Wazzup does not know this client token: it has expired, was withdrawn, or belongs to another service.',
		fix: `${renewed} An API key of an ordinary Wazzup account is not a client token.`,
	},
	INVALID_USER_DATA: {
		what: 'Wazzup refused the whole request because some users in it are incomplete or too long, or because it was empty.',
		fix: 'Give every user an ID of at most 64 and a name of at most 150 characters, and send at least one user.',
		vague: true,
	},
};

const shared: Readonly<Record<number, Explanation>> = {
	403: {
		what: 'Wazzup does not let this credential do what was asked for.',
		fix: 'Check that the token was given both permissions (transport,crm), and that the account was created by this partner or has granted access to it.',
	},
	// No document gives a rate for tech, so the number of v3 is left out.
	429: {
		what: 'Too many requests came in a short time, and Wazzup holds them back.',
		fix: 'Lower "Requests per 5 Seconds" in the credential when several programs or n8n workers use the same login.',
	},
};

/** What a status means on tech where the body names no known code, by the way in which the route authenticates. */
export const techStatuses: Partial<Record<Auth, Readonly<Record<number, Explanation>>>> = {
	partnerLogin: {
		...shared,
		401: {
			what: 'Wazzup does not accept this partner login.',
			fix: 'Check the email and the password in the credential: they are those of the Wazzup partner account, not of a customer.',
		},
	},
	clientToken: {
		...shared,
		401: { what: 'Wazzup does not accept this client token.', fix: renewed },
	},
};
