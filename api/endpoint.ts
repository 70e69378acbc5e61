import { z } from 'zod/v4';

/** The three HTTP surfaces of Wazzup; see README, "Three surfaces". */
export type Surface = 'v3' | 'tech' | 'legacy';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/**
 * How a route authenticates: Bearer API key (v3), raw API key as Basic (legacy), partner login as Basic, client token as
 * Bearer (tech); `none`: the page that a browser opens.
 */
export type Auth = 'apiKey' | 'rawApiKey' | 'partnerLogin' | 'clientToken' | 'none';

/**
 * What a second, identical request does.
 * - `safe`: nothing more than the first one (reads, upserts, deletes);
 * - `guarded`: nothing, as long as the body carries the route's duplicate guard and 60 s have not passed;
 * - `never`: the action happens twice.
 */
export type Repeat = 'safe' | 'guarded' | 'never';

/** `full`: the documents give every field; `part`: the route is known, some fields are not. */
export type Facts = 'full' | 'part';

/** Entities that travel together in one body. */
export interface Bulk {
	/** Entities a request may carry at most, as documented; legacy documents none and takes the number of v3. */
	limit: number;
	/** Error codes that reject the whole body because of some of its entities. */
	rejections: readonly string[];
}

/** How a list is read page by page. */
export interface Paging {
	/** Rows of a full page. */
	size: number;
	/** Whether the route takes `limit` beside `offset`. */
	takesLimit: boolean;
	/**
	 * No document gives the largest page: a page may be shorter than what was asked for, and only an empty one ends the
	 * list. The first page is asked for with offset 0.
	 */
	untilEmpty?: boolean;
}

export type ObjectContract = z.ZodObject<z.ZodRawShape>;

/** One route of Wazzup, as data: what is sent, what comes back, what may be repeated, and where each of it is written. */
export interface Endpoint<
	Path extends ObjectContract = ObjectContract,
	Query extends ObjectContract = ObjectContract,
	Body extends z.ZodType = z.ZodType,
	Reply extends z.ZodType = z.ZodType,
> {
	surface: Surface;
	method: Method;
	/** From the host on, with places for ids: `/v3/contacts/{id}`. */
	path: `/${string}`;
	auth: Auth;
	/** Whether a sidecar key (an account that uses Wazzup's own CRM integration) reaches the route. v3 only. */
	sidecar: boolean;
	params: Path;
	query: Query;
	/** `z.undefined()` where the route takes no body. */
	body: Body;
	/** The reply's body. `z.unknown()` where no document shows it. */
	reply: Reply;
	/** HTTP status of success. */
	status: number;
	bulk?: Bulk;
	paging?: Paging;
	repeat: Repeat;
	facts: Facts;
	/** Section of `docs/api` facts and the source's key, e.g. `A.11 P-CON`. */
	source: string;
}

export type AnyEndpoint = Endpoint;

export type PathOf<E extends AnyEndpoint> = z.input<E['params']>;
export type QueryOf<E extends AnyEndpoint> = z.input<E['query']>;
export type BodyOf<E extends AnyEndpoint> = z.input<E['body']>;
export type ReplyOf<E extends AnyEndpoint> = z.output<E['reply']>;

const nothing = z.object({});
const noBody = z.undefined();

type Nothing = typeof nothing;
type NoBody = typeof noBody;

/** What has to be written of an endpoint; the rest has a default. */
type Definition<
	Path extends ObjectContract,
	Query extends ObjectContract,
	Body extends z.ZodType,
	Reply extends z.ZodType,
> = Omit<
	Endpoint<Path, Query, Body, Reply>,
	'params' | 'query' | 'body' | 'status' | 'sidecar' | 'facts'
> &
	Partial<
		Pick<
			Endpoint<Path, Query, Body, Reply>,
			'params' | 'query' | 'body' | 'status' | 'sidecar' | 'facts'
		>
	>;

/**
 * Makes an endpoint value out of its definition.
 * Defaults: no ids in the path, no query, no body, 200, closed to sidecar keys, full facts.
 */
export function defineEndpoint<
	Path extends ObjectContract = Nothing,
	Query extends ObjectContract = Nothing,
	Body extends z.ZodType = NoBody,
	Reply extends z.ZodType = z.ZodUnknown,
>(definition: Definition<Path, Query, Body, Reply>): Endpoint<Path, Query, Body, Reply> {
	return {
		// The type parameters default to exactly these values when a definition leaves them out.
		params: nothing as unknown as Path,
		query: nothing as unknown as Query,
		body: noBody as unknown as Body,
		status: 200,
		sidecar: false,
		facts: 'full',
		...definition,
	};
}
