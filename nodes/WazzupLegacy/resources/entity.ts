import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { AnyEndpoint, PathOf } from '../../../api/endpoint';
import { orderDirections, orderFields, type CrmId } from '../../../api/legacy/common';
import { getManyOperation, getOperation } from '../../shared/entity';
import type { Operation } from '../../shared/operation';
import type { Parameters } from '../../shared/parameters';
import { paged } from '../../shared/runners/paged';
import { perItem } from '../../shared/runners/perItem';

/** Contacts, deals and users of the 2021 API; what tells them apart is given here. */
export interface LegacyKind {
	/** `contact`, as the texts call it. */
	noun: string;
	/** The field that names one of them, plain or a picker. */
	idField: INodeProperties;
	/** Brings an id into the type that the API wants; as it is given when left out. */
	toId?: (id: unknown) => unknown;
}

const pathOf = ({ idField, toId }: LegacyKind, parameters: Parameters): PathOf<AnyEndpoint> => {
	const { name, displayName } = idField;
	const id = parameters.id(name) ?? parameters.required(name, displayName, undefined);
	return { id: toId ? toId(id) : id };
};

/** Get: one by its id. */
export const getOne = (kind: LegacyKind, endpoint: AnyEndpoint): Operation =>
	getOperation(kind, {
		runner: perItem<AnyEndpoint>({
			endpoint,
			request: (parameters) => ({ path: pathOf(kind, parameters) }),
		}),
	});

const deletedItem = z.object({
	deleted: z.boolean(),
	id: z.union([z.string(), z.number()]),
	note: z.string().optional(),
});

/** Delete: one request an item, since there is no route for many. An id that Wazzup does not know comes back `deleted: false`. */
export function deleteOne(kind: LegacyKind, endpoint: AnyEndpoint, description: string): Operation {
	return {
		value: 'delete',
		name: 'Delete',
		action: `Delete ${kind.noun}`,
		description,
		fields: [kind.idField],
		runner: perItem<AnyEndpoint>({
			endpoint,
			request: (parameters) => ({ path: pathOf(kind, parameters) }),
			items: (_reply, { path }) => ({ deleted: true, id: idIn(path) }),
			recover: ({ answer, mayHaveHappened }, { path }) => {
				if (answer.kind !== 'answer' || answer.status !== 404) return undefined;
				const id = idIn(path);
				return mayHaveHappened
					? {
							deleted: true,
							id,
							note: 'The first answer was lost, and the repeat did not find this ID any more.',
						}
					: { deleted: false, id };
			},
			output: deletedItem,
		}),
	};
}

const idIn = (path?: PathOf<AnyEndpoint>) => path?.id as CrmId;

const orderNames: Record<(typeof orderFields)[number], string> = {
	id: 'ID',
	name: 'Name',
	responsibleUserId: 'Responsible User ID',
};
const directionNames: Record<(typeof orderDirections)[number], string> = {
	asc: 'Ascending',
	desc: 'Descending',
};

const sortFields: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Sort By',
			name: 'orderBy',
			type: 'options',
			options: orderFields.map((value) => ({ name: orderNames[value], value })),
			default: 'id',
			description: 'The field by which Wazzup sorts the list',
		},
		{
			displayName: 'Sort Direction',
			name: 'orderDirection',
			type: 'options',
			options: orderDirections.map((value) => ({ name: directionNames[value], value })),
			default: 'asc',
			description: 'Whether small or large values come first',
		},
	],
};

/** Get Many with an order: pages of a hundred, as a plain array. */
export const getSorted = <Row extends object>(
	kind: LegacyKind,
	endpoint: AnyEndpoint,
	row: z.ZodType<Row>,
): Operation =>
	getManyOperation(kind, {
		more: [sortFields],
		runner: paged<AnyEndpoint, Row>({
			endpoint,
			rows: (reply) => reply as Row[],
			query: (parameters) => parameters.collection('options'),
			output: row,
		}),
	});
