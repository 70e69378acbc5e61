import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import type { Repeat } from '../endpoint';
import { accountId } from './accounts';
import { enveloped, exactly, given, partner, text, webAddress } from './common';

/** The permissions that a token may carry. No document says which route needs which; every client asks for both. */
export const scopes = ['transport', 'crm'] as const;

/** Both permissions, spelled as all known clients send them: with a comma and no space. */
export const fullScope = scopes.join(',');

const redirectUri = webAddress('The redirect address');

/** A code verifier of PKCE: 43 to 128 of `A-Z a-z 0-9 - . _ ~`, made anew for every request and kept on the server. */
export const codeVerifier = z
	.string()
	.regex(
		/^[A-Za-z0-9._~-]{43,128}$/,
		'The code verifier has 43 to 128 characters: Latin letters, digits and - . _ ~',
	);

/**
 * Where the customer's browser is sent to grant access (Wazzup Label). It is opened, not requested: no header goes with it,
 * and Wazzup sends the browser back to `redirect_uri?code=…&state=…`.
 */
export const authorize = defineEndpoint({
	surface: 'tech',
	auth: 'none',
	method: 'GET',
	path: '/v2/oauth/authorize',
	query: exactly({
		response_type: z.literal('code', 'The response type is "code".'),
		/** Issued by the Wazzup manager. */
		client_id: given,
		redirect_uri: redirectUri,
		scope: given,
		/** Guards against forged answers; it comes back unchanged. */
		state: given,
		code_challenge: z
			.string()
			.regex(
				/^[A-Za-z0-9_-]{43}$/,
				'The code challenge is the SHA-256 of the code verifier in base64url without padding: 43 characters.',
			),
		// Every client sends it; the row of the document was not seen.
		code_challenge_method: z.literal('S256', 'The challenge method is "S256".').optional(),
	}),
	reply: z.unknown(),
	repeat: 'safe',
	source: 'tech 2.2 PAGE(auth-full)',
});

/** Trades the code that the browser brought back for client tokens. */
export const codeGrant = exactly({
	grant_type: z.literal('authorization_code'),
	authorize_code_data: exactly({
		code: given,
		redirect_uri: redirectUri,
		client_id: given,
		// An install from the marketplace starts at Wazzup, without a verifier of the partner's.
		code_verifier: codeVerifier.optional(),
	}),
});

/** Gets a machine token, which is good for a token exchange and nothing else. */
export const machineGrant = exactly({
	grant_type: z.literal('client_credentials'),
	client_credentials_data: exactly({ scope: given }),
});

/** The request for a machine token. @param scope permissions, joined by commas */
export const asMachine = (scope = fullScope): z.input<typeof machineGrant> => ({
	grant_type: 'client_credentials',
	client_credentials_data: { scope },
});

export const exchangeGrantType = 'urn:ietf:params:oauth:grant-type:token-exchange';
export const machineTokenType = 'urn:wazzup:oauth:token-type:machine_token';

/** Trades a machine token for the client tokens of one account that this partner created (White Label). */
export const exchangeGrant = exactly({
	grant_type: z.literal(exchangeGrantType),
	token_exchange_data: exactly({
		subject_token: given,
		subject_token_type: z.literal(
			machineTokenType,
			`The type of the token is "${machineTokenType}".`,
		),
		requested_subject: accountId,
		scope: given,
	}),
});

/** The request that trades a machine token. @param scope permissions, at most those of the machine token */
export const forAccount = (
	machineToken: string,
	account: string,
	scope = fullScope,
): z.input<typeof exchangeGrant> => ({
	grant_type: exchangeGrantType,
	token_exchange_data: {
		subject_token: machineToken,
		subject_token_type: machineTokenType,
		requested_subject: account,
		scope,
	},
});

/** Gets a new access token; the refresh token may be a new one too. */
export const refreshGrant = exactly({
	grant_type: z.literal('refresh_token'),
	refresh_token_data: exactly({ refresh_token: given, client_id: given }),
});

/** Every grant of the token route, told apart by `grant_type`. */
export const grant = z.discriminatedUnion(
	'grant_type',
	[codeGrant, machineGrant, exchangeGrant, refreshGrant],
	`The grant type is "authorization_code", "client_credentials", "refresh_token" or "${exchangeGrantType}".`,
);

/** Tokens as they come. An access token is good for `expires_in` seconds (3600), a refresh token for about 7 days. */
export const tokens = z.looseObject({
	access_token: z.string(),
	/** Absent with a machine token. */
	refresh_token: text,
	/** Seconds. */
	expires_in: z.coerce.number().nullish(),
	/** Seconds. One client reads it; no document names it. */
	refresh_expires_in: z.coerce.number().nullish(),
});

const tokenRoute = <Body extends z.ZodType>(body: Body, repeat: Repeat, mark: string) =>
	defineEndpoint({
		...partner,
		method: 'POST',
		path: '/v2/oauth/token',
		body,
		reply: enveloped(tokens),
		repeat,
		source: `tech ${mark}`,
	});

/** The token route with any of its grants. The body is JSON; a repeat of some of them uses a code or a token up. */
export const requestToken = tokenRoute(grant, 'never', '2.2 PAGE(auth-full)');

/** The token route with one grant each: the same route, with the body and the repeat of that grant. */
export const exchangeCode = tokenRoute(codeGrant, 'never', '2.2 PAGE(auth-full), body CODE(4)');
export const requestMachineToken = tokenRoute(machineGrant, 'safe', '2.3 PAGE(auth-simplified)');
export const exchangeMachineToken = tokenRoute(
	exchangeGrant,
	'safe',
	'2.3 PAGE(auth-simplified), body CODE-LIVE',
);
// Tokens rotate: the first request may have used the refresh token up.
export const refreshTokens = tokenRoute(refreshGrant, 'never', '2.4 CODE(3)');
