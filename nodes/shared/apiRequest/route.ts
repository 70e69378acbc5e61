import { z } from 'zod/v4';
import {
	defineEndpoint,
	type Auth,
	type Method,
	type Repeat,
	type Surface,
} from '../../../api/endpoint';

export const methods = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'] as const satisfies Method[];

/** What is known of all routes of a surface. */
export interface AnyRoutes {
	surface: Surface;
	auth: Auth;
	/** Where each of them begins, e.g. `/v3/`. */
	prefix: `/${string}/`;
	/** A route that every account has. */
	example: `/${string}`;
	/** Rows of a full page of every list; Infinity where lists are whole. */
	pageSize: number;
	/** Whether lists take `limit` beside `offset`. */
	takesLimit: boolean;
	/** Section of the facts. */
	source: string;
}

/** A route that a person names; nothing is known of it but where it begins. */
export function anyRoute(
	{ surface, auth, prefix, pageSize, takesLimit, source }: AnyRoutes,
	method: Method,
	repeat: Repeat,
	path: `/${string}` = `${prefix}{path}`,
) {
	return defineEndpoint({
		surface,
		method,
		path,
		auth,
		query: z.looseObject({}),
		body: z.unknown(),
		reply: z.unknown(),
		paging: { size: pageSize, takesLimit },
		repeat,
		source,
	});
}

export type AnyRoute = ReturnType<typeof anyRoute>;

/** One endpoint for each method, as the catalogue shows them. */
export const routeOfEachMethod = (routes: AnyRoutes) =>
	methods.map((method) => anyRoute(routes, method, method === 'GET' ? 'safe' : 'never'));

/** What keeps a path from being one of the surface: undefined when it is fine. The secret must not leave for another place. */
export function whyNotPath(path: string, prefix: string): string | undefined {
	if (/^[a-z][a-z\d+.-]*:/i.test(path) || path.startsWith('//')) {
		return 'it is a full address: the host is in the credential';
	}
	if (!path.startsWith(prefix) || path === prefix) {
		return `it does not begin with ${prefix} and a route`;
	}
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
