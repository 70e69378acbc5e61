import type { z } from 'zod/v4';
import type { AnyEndpoint } from '../../api/endpoint';
import type { CrmId } from '../../api/legacy/common';
import type { Answer, Call, Route } from '../surface';
import { askedFor } from '../v3/checks';
import { empty, notValid, unknownId } from './answer';

/** What users, contacts and deals have in common: stored by the id of the CRM, 17 and "17" being the same one. */

interface Entity {
	id: CrmId;
	name?: string;
	responsibleUserId?: CrmId;
}

type Store<Row> = Map<string, Row>;
type ListEndpoint<Row> = AnyEndpoint & { body: z.ZodType<Row[]> };

/** The entities of a body. One that does not fit refuses all of them. */
export function readEntities<Row>(endpoint: ListEndpoint<Row>, { body }: Call): Row[] {
	const read = endpoint.body.safeParse(body);
	if (!read.success || read.data.some((entity) => askedFor(entity).length > 0)) throw notValid();
	return read.data;
}

/** GET, PATCH and DELETE of one kind of entity; its list is read with `list`. */
export function entityRoutes<Row extends Entity>(options: {
	get: AnyEndpoint;
	upsert: ListEndpoint<Row>;
	remove: AnyEndpoint;
	stored: (call: Call) => Store<Row>;
}): Route[] {
	const { get, upsert, remove, stored } = options;
	return [
		{
			endpoint: get,
			answer: (call) => {
				const entity = stored(call).get(call.params.id ?? '');
				if (!entity) throw unknownId();
				return { status: 200, body: entity };
			},
		},
		{
			endpoint: upsert,
			answer: (call) => {
				const store = stored(call);
				for (const entity of readEntities(upsert, call)) {
					const key = String(entity.id);
					store.set(key, { ...store.get(key), ...entity });
				}
				return empty;
			},
		},
		{
			endpoint: remove,
			answer: (call) => {
				if (!stored(call).delete(call.params.id ?? '')) throw unknownId();
				return empty;
			},
		},
	];
}

/** An array of at most 100, sorted as the query says (B.10). */
export function sortedPage<Row extends Entity>(
	endpoint: AnyEndpoint,
	call: Call,
	store: Store<Row>,
): Answer {
	if (!endpoint.query.safeParse(call.query).success) throw notValid();
	const { offset = 0, orderBy = 'id', orderDirection = 'asc' } = call.query;
	const field = orderBy === 'name' || orderBy === 'responsibleUserId' ? orderBy : 'id';
	const turn = orderDirection === 'desc' ? -1 : 1;
	const rows = [...store.values()].sort((a, b) => turn * compare(a[field], b[field]));
	const size = endpoint.paging?.size ?? Infinity;
	return { status: 200, body: rows.slice(Number(offset), Number(offset) + size) };
}

/** Numbers by size and before texts; what is absent comes last. */
function compare(one: CrmId | undefined, other: CrmId | undefined): number {
	if (typeof one === 'number' && typeof other === 'number') return one - other;
	const rank = (value: CrmId | undefined) =>
		['number', 'string', 'undefined'].indexOf(typeof value);
	return rank(one) - rank(other) || String(one).localeCompare(String(other));
}
