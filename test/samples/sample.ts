import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../nodes/shared/operation';
import { allOperations, type Place } from '../../scripts/nodes';

/** What the parameters of an operation name: things that are there, and secrets. */
export type Thing =
	| 'account'
	| 'channel'
	| 'channelWithCode'
	| 'channelWithPassword'
	| 'contact'
	| 'deal'
	| 'export'
	| 'message'
	| 'state'
	| 'template'
	| 'user'
	| 'wabaChannel'
	| 'wabaTemplate'
	| 'webhook'
	| Secret;

/** What only a person and Wazzup may know. */
export type Secret =
	'apiKey' | 'botToken' | 'code' | 'password' | 'refreshToken' | 'secret' | 'verifier';

/** The id of a thing, or the secret: of a sandbox that has it, or one that a test makes up. */
export type Known = (thing: Thing) => string | Promise<string>;

/** One way to run an operation. */
export interface Sample {
	resource: string;
	operation: string;
	/** The route that it shows, e.g. `GET /v3/contacts/{id}`; without one the operation takes any, or none. */
	route?: string;
	/** Parameters beside resource and operation. */
	parameters?: (known: Known) => IDataObject | Promise<IDataObject>;
	items?: IDataObject[];
}

/** All parameters of a sample, as a workflow stores them. */
export async function parametersOf(sample: Sample, known: Known): Promise<IDataObject> {
	const { resource, operation, parameters } = sample;
	return { ...(await parameters?.(known)), resource, operation };
}

/** The operation of a sample. Throws where the node has none of these names. */
export function operationOf({ resource, operation }: Sample, node: string): Operation {
	const found = placesOf(node).find(
		(place) => place.resource.value === resource && place.operation.value === operation,
	);
	if (!found) throw new Error(`${node} has no operation ${operation} of ${resource}`);
	return found.operation;
}

/** All operations of a node, by its name. */
export const placesOf = (node: string): Place[] =>
	allOperations().filter((place) => place.node.name === node);

/** A picker's value as a workflow stores it. */
export const byId = (value: unknown): IDataObject => ({
	__rl: true,
	mode: 'id',
	value: String(value),
});

/** API Request: a read and a write of a route that there is. */
export const ofApiRequest = (path: string): Sample[] =>
	(['GET', 'POST'] as const).map((method) => ({
		resource: 'apiRequest',
		operation: 'send',
		parameters: async (known) => ({
			...{ method, path },
			...(method === 'POST' && { body: JSON.stringify({ password: await known('password') }) }),
		}),
	}));
