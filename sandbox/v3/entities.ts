import type { AnyEndpoint } from '../../api/endpoint';
import type { Answer, Call } from '../surface';
import { empty, refused, unknownId } from './answer';
import { checkCount, readQuery } from './checks';

/** What users, contacts and deals have in common: stored by the id of the CRM. */

/** Stores new and changed entities. The same id twice in one request is a 500 (S-USR tells it of users). */
export function store<Entity extends { id: string | number }>(
	entities: Entity[],
	into: Map<string, Entity>,
): Answer {
	const ids = new Set(entities.map(({ id }) => String(id)));
	if (ids.size < entities.length) return { status: 500, body: 'Internal server error' };
	for (const entity of entities) into.set(String(entity.id), entity);
	return empty;
}

/** The entity of `{id}`; 404 for an unknown one. */
export function one<Entity>(call: Call, from: Map<string, Entity>): Entity {
	const entity = from.get(call.params.id ?? '');
	if (!entity) throw unknownId();
	return entity;
}

/** `{ count, data }`: a page of 100 rows from `offset` on; `count` is the number of all. */
export function page(endpoint: AnyEndpoint, call: Call, rows: readonly unknown[]): Answer {
	readQuery(endpoint, call);
	const offset = Number(call.query.offset ?? 0);
	const size = endpoint.paging?.size ?? 100;
	return {
		status: 200,
		body: { count: rows.length, data: rows.slice(offset, offset + size) },
	};
}

/** Deletes the entity of `{id}`. No document tells of an unknown one: 404 here as for GET. */
export function remove<Entity>(call: Call, from: Map<string, Entity>): Answer {
	if (!from.delete(call.params.id ?? '')) throw unknownId();
	return empty;
}

/** Deletes many; answers with the ids that were unknown. */
export function removeMany<Entity>(
	endpoint: AnyEndpoint,
	call: Call,
	from: Map<string, Entity>,
): Answer {
	const { body } = call;
	if (!Array.isArray(body)) {
		throw refused('VALIDATION_ERROR', 'The body of the request has to be an array of ids.');
	}
	checkCount(endpoint, body);
	const unknown: unknown[] = body.filter((id) => !from.delete(String(id)));
	return { status: 200, body: unknown };
}
