import { z } from 'zod/v4';
import { defineEndpoint, type Method, type Repeat } from '../../../../api/endpoint';

export const methods = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'] as const satisfies Method[];

/** Rows of a full page of every paged list of v3 (A.1). */
const pageSize = 100;

/** A route of v3 that a person names; nothing is known of it but where it begins. */
export function anyRoute(method: Method, repeat: Repeat, path: `/${string}` = '/v3/{path}') {
	return defineEndpoint({
		surface: 'v3',
		method,
		path,
		auth: 'apiKey',
		query: z.looseObject({}),
		body: z.unknown(),
		reply: z.unknown(),
		paging: { size: pageSize, takesLimit: false },
		repeat,
		source: 'A.1',
	});
}

export type AnyRoute = ReturnType<typeof anyRoute>;

/** One endpoint for each method, as the catalogue shows them. */
export const anyRoutes = methods.map((method) =>
	anyRoute(method, method === 'GET' ? 'safe' : 'never'),
);

/** What keeps a path from being one of v3: undefined when it is fine. The key must not leave for another place. */
export function whyNotPath(path: string): string | undefined {
	if (/^[a-z][a-z\d+.-]*:/i.test(path) || path.startsWith('//')) {
		return 'it is a full address: the host is in the credential';
	}
	if (!path.startsWith('/v3/') || path === '/v3/') return 'it does not begin with /v3/ and a route';
	// URLs drop tabs and line breaks, which could put two dots together.
	if (/[\s\p{Cc}]/u.test(path)) return 'there are blanks or line breaks in it';
	if (/[{}]/.test(path)) return 'there is a place in braces that has to be filled in';
	if (path.includes('#')) return 'there is a # in it';
	const segments = path.split('/').map(decoded);
	if (segments.slice(1).some((segment) => segment === ''))
		return 'there is an empty part between two slashes';
	if (segments.some((segment) => segment.includes('\\'))) return 'there is a backslash in it';
	if (segments.some((segment) => /^\.\.?$/.test(segment) || /(^|\/)\.\.?(\/|$)/.test(segment))) {
		return 'there is a part of dots in it';
	}
	return undefined;
}

/** `%2e%2e` means two dots to a server, too. A broken sequence stays as it is. */
function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}
