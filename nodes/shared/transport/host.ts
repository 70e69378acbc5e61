import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

/**
 * Where a request of a credential goes.
 * @param secret what must not leave for another place, as the error calls it: `API key`
 * Throws when that is another host than the Base URL: a secret is sent to its own host only.
 */
export function ownTarget(
	secret: string,
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): URL {
	const base = new URL(String(credentials.baseUrl));
	const target = new URL(options.url, options.baseURL ?? base);
	if (target.origin === base.origin) return target;
	throw new Error(
		`The ${secret} is for ${base.origin} only. To reach ${target.origin}, change the Base URL of the credential.`,
	);
}

/** What keeps a request with a secret from being led to another place by a redirect, whoever sends it. */
export const withoutRedirect = {
	disableFollowRedirect: true,
	// n8n's HTTP Request node follows redirects all the same.
	sendCredentialsOnCrossOriginRedirect: false,
} satisfies Partial<IHttpRequestOptions>;

/** The Authorization header of a partner login. */
export function basicOf({ email, password }: { email?: unknown; password?: unknown }): string {
	const login = `${String(email).trim()}:${String(password)}`;
	return `Basic ${Buffer.from(login).toString('base64')}`;
}
