import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { AnyEndpoint, ObjectContract } from '../../../api/endpoint';
import { processedOf } from '../../../api/tech/common';
import {
	capital,
	deleteOperation,
	getManyOperation,
	getOperation,
	readId,
	writeOperation,
	type EntityKind,
} from '../../shared/entity';
import type { EntityInput } from '../../shared/fields/entityInput';
import { notice } from '../../shared/fields/notice';
import type { Resource } from '../../shared/operation';
import type { AnsweredRequest } from '../../shared/runners/bulk';
import { shortfall } from '../../shared/tech/processed';
import { raw } from '../../shared/tech/reply';
import { techGet, techList } from '../../shared/tech/runners';

type Contract<Entity> = z.ZodType<Entity> & ObjectContract;

/** One of the three kinds of CRM entities, whose routes differ by its name only. */
interface EntityResource<Entity, Change, Row> extends EntityKind {
	input: EntityInput;
	/** The form of a change, where it is not that of a whole entity. */
	changeInput?: EntityInput;
	entity: Contract<Entity>;
	/** What a change has to carry. */
	change: Contract<Change>;
	/** One entity of a list. */
	row: z.ZodType<Row>;
	routes: Record<'create' | 'update' | 'get' | 'getMany' | 'delete', AnyEndpoint>;
	descriptions: Record<'create' | 'update' | 'delete', string>;
}

/** Create, Update, Get, Get Many and Delete of contacts, deals or users. */
export function entityResource<
	Entity extends { id: string },
	Change extends { id: string },
	Row extends object,
>(kind: EntityResource<Entity, Change, Row>): Resource {
	const { noun, input, entity, change, row, routes, descriptions } = kind;
	const unknown = unknownOf(kind);
	const written = {
		body: (entities: unknown[]) => ({ [`${noun}s`]: entities }),
		item: (sent: object, reply: unknown, request: AnsweredRequest) => ({
			...sent,
			...noteOf(noun, reply, request),
		}),
	};
	return {
		value: noun,
		name: capital(noun),
		operations: [
			writeOperation({
				value: 'create',
				endpoint: routes.create,
				entity,
				input,
				description: descriptions.create,
				notices: unknown.create,
				...written,
				output: entity.extend(note),
			}),
			writeOperation({
				value: 'update',
				endpoint: routes.update,
				entity: change,
				input: kind.changeInput ?? input,
				description: descriptions.update,
				notices: unknown.update,
				...written,
				output: change.extend(note),
			}),
			getOperation(kind, {
				notices: unknown.get,
				more: [raw],
				runner: techGet({
					endpoint: routes.get,
					noun,
					id: (parameters) => readId(kind, parameters),
					request: (id) => ({ path: { [`${noun}_id`]: id } }),
				}),
			}),
			getManyOperation(kind, {
				notices: unknown.getMany,
				more: [raw],
				runner: techList({ endpoint: routes.getMany, row }),
			}),
			deleteOperation(kind, {
				endpoint: routes.delete,
				description: descriptions.delete,
				notices: unknown.delete,
				body: (ids) => ({ [`${noun}_ids`]: ids }),
				item: (id, reply, request) => ({
					// A reply of the documents has no count, and an unknown ID is no error.
					deleted: processedOf(reply) !== 0 || request.repeated,
					id,
					...noteOf(noun, reply, request),
				}),
				output: z.object({ deleted: z.boolean(), id: z.string(), ...note }),
			}),
		],
	};
}

const note = { note: z.string().optional() };

function noteOf(noun: string, reply: unknown, { sent }: AnsweredRequest): IDataObject {
	const text = shortfall(noun, reply, sent);
	return text === undefined ? {} : { note: text };
}

/** What no document says about the routes of which some fact is missing. */
function unknownOf({
	noun,
	routes,
}: Pick<EntityResource<unknown, unknown, unknown>, 'noun' | 'routes'>): Partial<
	Record<keyof typeof routes, INodeProperties[]>
> {
	const texts = {
		create: `No document gives all fields of a ${noun} and their limits. Additional Fields (JSON) takes those that Wazzup support tells you.`,
		update: `No document shows this request. It carries the ID and the fields that are not empty; whether Wazzup wants the others as well is not known. Additional Fields (JSON) takes those that Wazzup support tells you.`,
		get: `No document shows the reply: a ${noun} may have other fields than those that were sent.`,
		getMany: `No document shows the reply, or whether the list has pages. It is read in one request.`,
		delete: `No document shows this request. It carries the IDs in the way that is documented for deals.`,
	};
	return Object.fromEntries(
		Object.entries(texts)
			.filter(([name]) => routes[name as keyof typeof texts].facts === 'part')
			.map(([name, text]) => [name, [notice(`${name}Notice`, text)]]),
	);
}
