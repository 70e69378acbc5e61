import { createHash } from 'crypto';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { pick } from 'lodash';
import { sameCode } from '../../../api/codes';
import { explainStatus, readErrorBody } from '../../../api/errors';
import { refreshTokens, tokens } from '../../../api/tech/oauth';
import { concealedBody } from './conceal';
import { secretsOf } from './connection';
import { basicOf } from './host';
import { connectionCode, RenewalPutOff } from './http';

/** A token is given up this long before it expires, in seconds, so that none expires on its way. */
const MARGIN = 60;

/** An access token without a lifetime of its own is taken to hold this long, in seconds (tech 2.5). */
const USUAL_LIFETIME = 3_600;

/** When a token that has just come is to be replaced, in milliseconds since 1970. @param lifetime seconds */
export function renewalOf(lifetime: number | null | undefined): number {
	const seconds = lifetime ?? USUAL_LIFETIME;
	// One that lives for seconds only would otherwise be over as it comes.
	return Date.now() + (seconds - Math.min(MARGIN, seconds / 10)) * 1000;
}

/** Whether the stored access token of a Wazzup Client API credential may still be sent. */
export function isFresh({ accessToken, renewAt, renewedBy, refreshToken }: IDataObject): boolean {
	if (typeof accessToken !== 'string' || accessToken === '') return false;
	// Somebody has put the refresh token of another customer in.
	if (renewedBy !== markOf(refreshToken)) return false;
	return Number(renewAt) > Date.now();
}

/** Tells refresh tokens apart without giving one away. */
const markOf = (refreshToken: unknown) =>
	createHash('sha256').update(String(refreshToken).trim()).digest('hex').slice(0, 16);

/**
 * Trades the refresh token of a Wazzup Client API credential for new tokens.
 * @returns the fields that n8n stores: access token, its end, and the refresh token that Wazzup may have replaced
 * Throws a sentence for a person when Wazzup refuses, and a {@link RenewalPutOff} when it may not the next time; no secret
 * is in either.
 */
export async function renewTokens(
	{ helpers }: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const options: IHttpRequestOptions = {
		method: refreshTokens.method,
		baseURL: String(credentials.baseUrl).trim().replace(/\/+$/, ''),
		url: refreshTokens.path,
		headers: { Authorization: basicOf(credentials) },
		body: {
			grant_type: 'refresh_token',
			refresh_token_data: {
				refresh_token: String(credentials.refreshToken).trim(),
				client_id: String(credentials.clientId).trim(),
			},
		},
		json: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	const { statusCode: status, body, headers: all } = await send(helpers, options);
	const reply = refreshTokens.reply.safeParse(body);
	if (status >= 300 || !reply.success) {
		const secrets = secretsOf('wazzupClientApi', credentials);
		// Only these are read; another could repeat a secret.
		const headers = pick(all, ['content-type', 'retry-after']);
		const said = { status, headers, body: concealedBody(body, secrets) };
		// Asked for once more, a refresh token that was used up all the same is refused: then it is clear.
		if (status < 300) throw new RenewalPutOff({ kind: 'unreadable', ...said });
		if (status === 429 || status >= 500) throw new RenewalPutOff({ kind: 'answer', ...said });
		throw new Error(whyNot(status, said.body));
	}
	const { access_token, refresh_token, expires_in } = tokens.parse(reply.data.data);
	const refreshToken = refresh_token || credentials.refreshToken;
	return {
		accessToken: access_token,
		renewAt: renewalOf(expires_in),
		refreshToken,
		renewedBy: markOf(refreshToken),
	};
}

interface Reply {
	statusCode: number;
	headers: IDataObject;
	body: unknown;
}

/** Throws an error with the system's code only: n8n's own holds the whole request, with the secrets in it. */
async function send(
	helpers: IHttpRequestHelper['helpers'],
	options: IHttpRequestOptions,
): Promise<Reply> {
	try {
		return (await helpers.httpRequest(options)) as Reply;
	} catch (error) {
		const code = connectionCode(error) ?? 'ECONNABORTED';
		throw Object.assign(new Error(`Wazzup gave no new client token (${code})`), { code });
	}
}

function whyNot(status: number, body: unknown): string {
	const { code, description = `HTTP status ${status}` } = readErrorBody(body);
	if (status === 401 && !sameCode(code, 'OAUTH_TOKEN_UNKNOWN_OR_REVOKED')) {
		const { what, fix } = explainStatus(401, 'partnerLogin') ?? { what: '', fix: '' };
		return `${what} ${fix} If the login is right, the refresh token is no longer good: let the customer grant access again.`;
	}
	if (status === 403) {
		const { what, fix } = explainStatus(403, 'partnerLogin') ?? { what: '', fix: '' };
		return `${what} ${fix} Wazzup said: ${description}`;
	}
	return `Wazzup gave no new client token (${description}). A refresh token is good for about seven days and often only once: let the customer grant access again, or use the partner login with an account ID.`;
}
