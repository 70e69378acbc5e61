import type { INodeProperties } from 'n8n-workflow';
import type { z } from 'zod/v4';
import type { AnyEndpoint } from '../../api/endpoint';
import { entityFields, readEntities, type EntityInput } from './fields/entityInput';
import { readPicked } from './fields/locators';
import { returnAllOrLimit } from './fields/returnAll';
import type { Operation, Runner } from './operation';
import type { Parameters } from './parameters';
import { bulk, type BulkOptions } from './runners/bulk';

/** Contacts, deals and users have the same operations on every surface; what tells them apart is given here. */
export interface EntityKind {
	/** `contact`, as the texts call it. */
	noun: string;
	/** `Contact ID`: the field that names one of them, plain or a picker. */
	idField: INodeProperties;
	/** Contract of an id. */
	id: z.ZodType<string>;
}

/** What an operation on one entity, or on a list of them, shows. */
type Face = Pick<EntityKind, 'noun' | 'idField'>;

/** What a surface adds to the face that an operation has on all of them. */
interface OfSurface {
	runner: Runner;
	/** Sentences above the fields. */
	notices?: INodeProperties[];
	/** Fields below those that every surface has. */
	more?: INodeProperties[];
}

const writes = { upsert: 'Create or Update', create: 'Create', update: 'Update' } as const;

/** `Contact`, as a sentence or a label begins with it. */
export const capital = (noun: string) => noun.charAt(0).toUpperCase() + noun.slice(1);

/** The id of an item's entity. Throws an input error where it is empty. */
export const readId = ({ idField }: Pick<Face, 'idField'>, parameters: Parameters): string =>
	readPicked(idField, parameters);

/** Create, Update, or both in one: input items travel together, a bad one fails alone. */
export function writeOperation<Entity extends { id: string | number }>(options: {
	value: keyof typeof writes;
	endpoint: AnyEndpoint;
	entity: z.ZodType<Entity>;
	input: EntityInput;
	description: string;
	notices?: INodeProperties[];
	/** The list itself when left out. */
	body?: (entities: Entity[]) => unknown;
	/** The entity as it was sent when left out: Wazzup tells no more. */
	item?: BulkOptions<AnyEndpoint, Entity>['item'];
	/** Contract of the output item; that of the entity when left out. */
	output?: z.ZodType;
}): Operation {
	const { value, endpoint, entity, input, description, notices = [] } = options;
	return {
		value,
		name: writes[value],
		action: `${capital(writes[value].toLowerCase())} ${input.noun}`,
		description,
		fields: [...notices, ...entityFields(input)],
		runner: bulk({
			endpoint,
			noun: capital(input.noun),
			entity,
			entities: (parameters) => readEntities(parameters, input),
			body: options.body ?? ((entities) => entities),
			idOf: ({ id }) => String(id),
			item: options.item ?? ((sent) => ({ ...sent })),
			output: options.output ?? entity,
		}),
	};
}

/** Get: one by its id. */
export function getOperation(
	{ noun, idField }: Face,
	{ runner, notices = [], more = [] }: OfSurface,
): Operation {
	return {
		value: 'get',
		name: 'Get',
		action: `Get ${noun}`,
		description: `Retrieve a ${noun} by its ID`,
		fields: [...notices, idField, ...more],
		runner,
	};
}

/** Get Many: Return All or Limit. */
export function getManyOperation(
	{ noun }: Pick<Face, 'noun'>,
	{ runner, notices = [], more = [] }: OfSurface,
): Operation {
	return {
		value: 'getMany',
		name: 'Get Many',
		action: `Get many ${noun}s`,
		description: `Retrieve a list of ${noun}s`,
		fields: [...notices, ...returnAllOrLimit, ...more],
		runner,
	};
}

/** Delete: one by its id, those of all input items together. */
export function deleteOperation(
	kind: EntityKind,
	options: Pick<
		BulkOptions<AnyEndpoint, string>,
		'endpoint' | 'body' | 'item' | 'output' | 'single'
	> & { description: string; notices?: INodeProperties[] },
): Operation {
	const { description, notices = [], ...deletion } = options;
	return {
		value: 'delete',
		name: 'Delete',
		action: `Delete ${kind.noun}`,
		description,
		fields: [...notices, kind.idField],
		runner: bulk({
			...deletion,
			noun: capital(kind.noun),
			entity: kind.id,
			idOf: (id) => id,
			entities: (parameters) => [readId(kind, parameters)],
		}),
	};
}
