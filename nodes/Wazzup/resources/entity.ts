import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { AnyEndpoint, ReplyOf } from '../../../api/endpoint';
import type { Operation } from '../../shared/operation';
import { entityFields, readEntities, type EntityInput } from '../../shared/fields/entityInput';
import { returnAllOrLimit } from '../../shared/fields/returnAll';
import { bulk } from '../../shared/runners/bulk';
import type { Parameters } from '../../shared/parameters';
import { paged } from '../../shared/runners/paged';
import { perItem } from '../../shared/runners/perItem';

/** Contacts, deals and users have the same five operations; what tells them apart is given here. */
export interface EntityKind {
	/** `contact`, as the texts call it. */
	noun: string;
	/** `Contact ID`: the field that names one of them. */
	idField: INodeProperties;
	/** Contract of an id. */
	id: z.ZodType<string>;
	/** Placeholder of a list of ids. */
	idsExample: string;
	/** Reads the id where `idField` is a picker. */
	idParameter: string;
}

const deletedItem = z.object({ deleted: z.boolean(), id: z.string(), note: z.string().optional() });
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Create or Update: input items travel together, a bad one fails alone. */
export function upsertOperation<Entity extends { id: string }>(options: {
	endpoint: AnyEndpoint;
	entity: z.ZodType<Entity>;
	input: EntityInput;
	description: string;
}): Operation {
	const { endpoint, entity, input, description } = options;
	return {
		value: 'upsert',
		name: 'Create or Update',
		action: `Create or update ${input.noun}`,
		description,
		fields: entityFields(input),
		runner: bulk({
			endpoint,
			noun: capital(input.noun),
			entity,
			entities: (parameters) => readEntities(parameters, input),
			body: (entities) => entities,
			idOf: ({ id }) => id,
			// Wazzup answers an upsert with nothing; what it now holds is what was sent.
			item: (sent) => ({ ...sent }),
			output: entity,
		}),
	};
}

/** Get: one by id. */
export function getOperation(kind: EntityKind, endpoint: AnyEndpoint): Operation {
	return {
		value: 'get',
		name: 'Get',
		action: `Get ${kind.noun}`,
		description: `Retrieve a ${kind.noun} by its ID`,
		fields: [kind.idField],
		runner: perItem<AnyEndpoint>({
			endpoint,
			request: (parameters) => ({ path: { id: readId(kind, parameters) } }),
		}),
	};
}

/** Get Many: Return All or Limit. */
export function getManyOperation<E extends AnyEndpoint, Row extends object>(
	kind: EntityKind,
	list: {
		endpoint: E;
		rows: (reply: ReplyOf<E>) => Row[];
		total: (reply: ReplyOf<E>) => number | undefined;
		output: z.ZodType;
	},
): Operation {
	return {
		value: 'getMany',
		name: 'Get Many',
		action: `Get many ${kind.noun}s`,
		description: `Retrieve a list of ${kind.noun}s`,
		fields: returnAllOrLimit,
		runner: paged(list),
	};
}

/** Delete: one item goes alone, several go together; an id that Wazzup does not know comes back `deleted: false`. */
export function deleteOperation(
	kind: EntityKind,
	single: AnyEndpoint,
	many: AnyEndpoint,
	description: string,
): Operation {
	return {
		value: 'delete',
		name: 'Delete',
		action: `Delete ${kind.noun}`,
		description,
		fields: [kind.idField],
		runner: bulk({
			...deletion(kind, many),
			entities: (parameters) => [readId(kind, parameters)],
			single: {
				endpoint: single,
				call: (id) => ({ path: { id } }),
				recover: ({ answer, mayHaveHappened }, id) =>
					answer.kind === 'answer' && answer.status === 404
						? deleted(id, false, mayHaveHappened)
						: undefined,
			},
		}),
	};
}

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
			...deletion(kind, endpoint),
			entities: (parameters) => {
				const ids = parameters.list('ids');
				if (ids.length === 0) parameters.required('ids', `${capital(kind.noun)} IDs`, undefined);
				return ids;
			},
		}),
	};
}

function deletion(kind: EntityKind, endpoint: AnyEndpoint) {
	return {
		endpoint,
		noun: capital(kind.noun),
		entity: kind.id,
		body: (ids: string[]) => ids,
		idOf: (id: string) => id,
		item: (id: string, reply: unknown, repeated: boolean) =>
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

const readId = ({ idParameter, idField }: EntityKind, parameters: Parameters) =>
	parameters.required(idParameter, idField.displayName, parameters.picked(idParameter));

/** The ids that a bulk deletion did not find (A.10 to A.12). */
const unknownIds = (reply: unknown): string[] => (Array.isArray(reply) ? reply.map(String) : []);
