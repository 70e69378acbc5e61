import type { z } from 'zod/v4';
import type { AnyEndpoint } from '../../api/endpoint';
import type { Call } from '../surface';
import { refused } from './answer';

/** What an `INVALID_*_DATA` says of one entity: its position in the request, and its fields at fault. */
export interface BadEntity {
	index: number;
	fields: string[];
}

type Issues = ReadonlyArray<{ path: PropertyKey[] }>;

/** The names at `depth` of the paths of the issues, each once. */
export function fieldsOf(issues: Issues, depth = 0): string[] {
	return [
		...new Set(
			issues.filter(({ path }) => path.length > depth).map(({ path }) => String(path[depth])),
		),
	];
}

/** A name with `#invalid:field,field` in it is refused with these fields: what our own checks would never let through. */
export function askedFor(entity: unknown): string[] {
	const name = entity && typeof entity === 'object' && 'name' in entity ? entity.name : undefined;
	const fields = /#invalid:([A-Za-z,]+)/.exec(typeof name === 'string' ? name : '')?.[1];
	return fields?.split(',') ?? [];
}

/** 400 TOO_MANY_ENTITIES above the documented limit of the route. */
export function checkCount(endpoint: AnyEndpoint, body: unknown[]): void {
	const limit = endpoint.bulk?.limit;
	if (limit !== undefined && body.length > limit) {
		throw refused('TOO_MANY_ENTITIES', 'Too many entities per request.', {
			count: body.length,
			limit,
		});
	}
}

/**
 * The entities of a body that holds many, as their contract gives them.
 * Throws TOO_MANY_ENTITIES, or `code` with every bad entity in its data: the whole body is refused (A.10).
 */
export function readEntities<Entity>(
	endpoint: AnyEndpoint & { body: z.ZodType<Entity[]> },
	call: Call,
	code: string,
): Entity[] {
	const { body } = call;
	// An empty body is named as a reason for users (S-USR) and taken over for the others.
	if (!Array.isArray(body) || body.length === 0) {
		throw refused(code, 'The body of the request is empty or is not an array.', []);
	}
	checkCount(endpoint, body);
	const entities: Entity[] = [];
	const bad: BadEntity[] = [];
	body.forEach((given: unknown, index) => {
		const read = endpoint.body.safeParse([given]);
		const fields = read.success ? askedFor(given) : fieldsOf(read.error.issues, 1);
		if (read.success) entities.push(...read.data);
		if (!read.success || fields.length > 0) bad.push({ index, fields });
	});
	if (bad.length > 0) throw refused(code, 'One or more of provided entities are not valid.', bad);
	return entities;
}

/** The query as the contract of the route gives it. No document tells the answer to a wrong one. */
export function readQuery<Query extends z.ZodType>(
	endpoint: AnyEndpoint & { query: Query },
	call: Call,
): z.output<Query> {
	const read = endpoint.query.safeParse(call.query);
	if (!read.success) {
		throw refused('VALIDATION_ERROR', 'A parameter of the request is not valid.', {
			fields: fieldsOf(read.error.issues),
		});
	}
	return read.data;
}
