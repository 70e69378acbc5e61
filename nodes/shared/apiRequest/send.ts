import type { IDataObject } from 'n8n-workflow';
import { groupBy, mapValues } from 'lodash';
import { z } from 'zod/v4';
import { replyItem } from '../fields/reply';
import type { Operation } from '../operation';
import { isObject, type Parameters } from '../parameters';
import { collectRows } from '../runners/paged';
import { steps } from '../runners/steps';
import type { CallFunction } from '../transport/call';
import { apiRequestFields } from './fields';
import {
	anyRoute,
	methods,
	routeOfEachMethod,
	whyNotPath,
	type AnyRoute,
	type AnyRoutes,
} from './route';

/** One request; a list is read page by page. */
export const sendOperation = (routes: AnyRoutes): Operation => ({
	value: 'send',
	name: 'Send',
	action: 'Send API request',
	description:
		'Send a request to any route of the API, with the pace and the error texts of the other operations',
	fields: apiRequestFields(routes),
	runner: steps({
		endpoints: routeOfEachMethod(routes),
		output: z.looseObject({}),
		steps: async (parameters, call) => {
			const { path, query } = readAddress(parameters, routes);
			const method = methods.find((one) => one === parameters.get('method')) ?? 'GET';
			if (method !== 'GET') {
				const endpoint = anyRoute(
					routes,
					method,
					parameters.flag('safeToRepeat') ? 'safe' : 'never',
					path,
				);
				const reply = await call({ endpoint, query, body: parameters.json('body', 'Body') });
				return Array.isArray(reply) ? itemsOf(reply) : { success: true, ...replyItem(reply) };
			}
			const endpoint = anyRoute(routes, method, 'safe', path);
			const first = await call({ endpoint, query });
			return rowsOf(first)
				? itemsOf(await readList(parameters, call, endpoint, query, first))
				: replyItem(first);
		},
	}),
});

function readAddress(
	parameters: Parameters,
	{ prefix, example }: AnyRoutes,
): { path: `/${string}`; query: IDataObject } {
	const given = parameters.required('path', 'Path').trim();
	const [path = '', search = ''] = given.split(/\?(.*)/s);
	const why = whyNotPath(path, prefix);
	if (why !== undefined) {
		parameters.refuse(
			`Path "${given}" cannot be sent: ${why}`,
			`Give a route of the API from ${prefix} on, e.g. ${example}.`,
		);
	}
	const rows = parameters
		.rows('query', 'parameters')
		.flatMap(({ name, value }) =>
			name === undefined || value === undefined ? [] : [[String(name), value] as const],
		);
	return {
		path: path as `/${string}`,
		query: gathered([...new URLSearchParams(search), ...rows]),
	};
}

/** A name that comes again keeps all its values. */
function gathered(rows: ReadonlyArray<readonly [string, IDataObject[string]]>): IDataObject {
	const byName = groupBy(rows, ([name]) => name);
	return mapValues(byName, (same) =>
		same.length > 1 ? same.map(([, value]) => String(value)) : same[0]?.[1],
	);
}

/** Return All or Limit: further pages as far as they are needed, from the offset of the query on. */
async function readList(
	parameters: Parameters,
	call: CallFunction,
	endpoint: AnyRoute,
	query: IDataObject,
	first: unknown,
): Promise<unknown[]> {
	const most = parameters.limit();
	const start = Number(query.offset) || 0;
	const size = Number(query.limit) || endpoint.paging?.size || Infinity;
	const page = async (offset: number) =>
		offset === 0 ? first : await call({ endpoint, query: { ...query, offset: start + offset } });
	return await collectRows({
		read: page,
		rows: (reply) => rowsOf(reply) ?? [],
		total: (reply) => (isObject(reply) ? countOf(reply, start) : undefined),
		pageSize: size,
		most,
	});
}

/** How many rows there are from the first one on, where the reply counts them. */
function countOf({ count }: IDataObject, start: number): number | undefined {
	return typeof count === 'number' ? Math.max(0, count - start) : undefined;
}

/** The entries of a list reply, `[…]` or `{ count, data: […] }`; undefined for anything else. */
function rowsOf(reply: unknown): unknown[] | undefined {
	if (Array.isArray(reply)) return reply as unknown[];
	return isObject(reply) && Array.isArray(reply.data) ? (reply.data as unknown[]) : undefined;
}

const itemsOf = (rows: unknown[]): IDataObject[] =>
	rows.map((row) => (isObject(row) ? row : { value: row as IDataObject[string] }));
