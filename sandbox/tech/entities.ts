import type { Answer, Call } from '../surface';
import { ok, unknown } from './answer';

/** What contacts, deals and users have in common: kept by the id of the CRM. */

type Store<Entity> = Map<string, Entity>;

/** Adds new entities and changes known ones. */
export function upsert<Entity extends { id: string }>(
	call: Call,
	entities: Entity[],
	into: Store<Entity>,
): Answer {
	for (const entity of entities) into.set(entity.id, entity);
	return ok(call, { processed: entities.length });
}

/** Changes known entities; unknown ones are left out of `processed`. */
export function update<Entity extends { id: string }>(
	call: Call,
	changes: Array<Partial<Entity> & { id: string }>,
	into: Store<Entity>,
): Answer {
	let processed = 0;
	for (const change of changes) {
		const known = into.get(change.id);
		if (!known) continue;
		into.set(change.id, { ...known, ...change });
		processed += 1;
	}
	return ok(call, { processed });
}

/** The entity of an id, as a list of one. */
export function one<Entity>(call: Call, id: string | undefined, from: Store<Entity>, what: string) {
	const entity = from.get(id ?? '');
	if (!entity) throw unknown(what);
	return ok(call, [entity]);
}

/** All entities by id, or `limit` of them from `offset` on. */
export function list<Entity extends { id: string }>(
	call: Call,
	from: Store<Entity>,
	{ offset = 0, limit = from.size }: { offset?: number; limit?: number } = {},
): Answer {
	const sorted = [...from.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
	return ok(call, sorted.slice(offset, offset + limit));
}

/** Deletes many; unknown ids do no harm. */
export function remove<Entity>(call: Call, ids: string[], from: Store<Entity>): Answer {
	for (const id of ids) from.delete(id);
	return ok(call, null);
}
