import { z } from 'zod/v4';
import type { AnyEndpoint } from '../../../api/endpoint';
import {
	capital,
	deleteOperation as deleteOn,
	getManyOperation as getManyOn,
	getOperation as getOn,
	readId,
	writeOperation,
	type EntityKind as Kind,
} from '../../shared/entity';
import type { EntityInput } from '../../shared/fields/entityInput';
import type { Operation } from '../../shared/operation';
import { bulk } from '../../shared/runners/bulk';
import { paged, type PagedOptions } from '../../shared/runners/paged';
import { perItem } from '../../shared/runners/perItem';

/** Contacts, deals and users of v3. */
export interface EntityKind extends Kind {
	/** Placeholder of a list of ids. */
	idsExample: string;
}

const deletedItem = z.object({ deleted: z.boolean(), id: z.string(), note: z.string().optional() });

/** Create or Update. Wazzup answers with nothing; what it now holds is what was sent. */
export const upsertOperation = <Entity extends { id: string }>(options: {
	endpoint: AnyEndpoint;
	entity: z.ZodType<Entity>;
	input: EntityInput;
	description: string;
}): Operation => writeOperation({ value: 'upsert', ...options });

/** Get: one by id. */
export const getOperation = (kind: EntityKind, endpoint: AnyEndpoint): Operation =>
	getOn(kind, {
		runner: perItem<AnyEndpoint>({
			endpoint,
			request: (parameters) => ({ path: { id: readId(kind, parameters) } }),
		}),
	});

/** Get Many: Return All or Limit. */
export const getManyOperation = <E extends AnyEndpoint, Row extends object>(
	kind: EntityKind,
	list: PagedOptions<E, Row>,
): Operation => getManyOn(kind, { runner: paged(list) });

/** Delete: one item goes alone, several go together; an id that Wazzup does not know comes back `deleted: false`. */
export const deleteOperation = (
	kind: EntityKind,
	single: AnyEndpoint,
	many: AnyEndpoint,
	description: string,
): Operation =>
	deleteOn(kind, {
		...deletion(many),
		description,
		single: {
			endpoint: single,
			call: (id) => ({ path: { id } }),
			recover: ({ answer, mayHaveHappened }, id) =>
				answer.kind === 'answer' && answer.status === 404
					? deleted(id, false, mayHaveHappened)
					: undefined,
		},
	});

/** Delete Many: a list of ids in one field. */
export function deleteManyOperation(kind: EntityKind, endpoint: AnyEndpoint): Operation {
	return {
		value: 'deleteMany',
		name: 'Delete Many',
		action: `Delete many ${kind.noun}s`,
		description: `Remove all ${kind.noun}s of a list of IDs`,
		fields: [
			{
				displayName: `${capital(kind.noun)} IDs`,
				name: 'ids',
				type: 'string',
				required: true,
				default: '',
				placeholder: kind.idsExample,
				description:
					'IDs with commas or line breaks between them, or an expression that gives a list',
			},
		],
		runner: bulk({
			...deletion(endpoint),
			noun: capital(kind.noun),
			entity: kind.id,
			idOf: (id) => id,
			entities: (parameters) => {
				const ids = parameters.list('ids');
				if (ids.length === 0) parameters.required('ids', `${capital(kind.noun)} IDs`, undefined);
				return ids;
			},
		}),
	};
}

function deletion(endpoint: AnyEndpoint) {
	return {
		endpoint,
		body: (ids: string[]) => ids,
		item: (id: string, reply: unknown, { repeated }: { repeated: boolean }) =>
			deleted(id, !unknownIds(reply).includes(id), repeated),
		output: deletedItem,
	};
}

/** An id that a repeat did not find may have been deleted by the attempt whose answer was lost. */
const deleted = (id: string, known: boolean, repeated: boolean) =>
	!known && repeated
		? {
				deleted: true,
				id,
				note: 'The first answer was lost, and the repeat did not find this ID any more.',
			}
		: { deleted: known, id };

/** The ids that a bulk deletion did not find (A.10 to A.12). */
const unknownIds = (reply: unknown): string[] => (Array.isArray(reply) ? reply.map(String) : []);
