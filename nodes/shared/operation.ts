import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';
import type { z } from 'zod/v4';
import type { AnyEndpoint } from '../../api/endpoint';
import { Run, type Accounts } from './run';
import { connect } from './transport/accounts';
import type { CredentialName } from './transport/connection';

/** How an operation meets the input items; made by `perItem`, `steps`, `bulk` and `paged`. */
export interface Runner {
	endpoints: readonly AnyEndpoint[];
	/** Contract of one output item; the previews in the editor are made from it. */
	output: z.ZodType;
	run(run: Run): Promise<void>;
}

/** An endpoint with a face: what the editor shows, and the runner that does it. */
export interface Operation {
	/** What workflows store; never changes once published. */
	value: string;
	/** Display name, in n8n's vocabulary. */
	name: string;
	/** Text of the action list and of the AI tool: sentence case, unique, no brand word. */
	action: string;
	description: string;
	fields: INodeProperties[];
	runner: Runner;
}

/** What operations are about; workflows store its value. */
export interface Resource {
	value: string;
	name: string;
	operations: readonly Operation[];
}

const byName = (one: { name: string }, other: { name: string }) =>
	one.name.localeCompare(other.name);

/** The node's parameters, derived from its resources: resource, operation, and each operation's own fields. */
export function propertiesOf(resources: readonly Resource[]): INodeProperties[] {
	const { value: chosen = '' } =
		resources.find(({ value }) => value === 'message') ?? resources[0] ?? {};
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value }) => ({ name, value })).sort(byName),
			default: chosen,
		},
		...resources.map(operationPicker),
		...resources.flatMap((resource) =>
			resource.operations.flatMap((operation) =>
				updateDisplayOptions(
					{ show: { resource: [resource.value], operation: [operation.value] } },
					operation.fields,
				),
			),
		),
	];
}

function operationPicker({ value: resource, operations }: Resource): INodeProperties {
	const { value: chosen = '' } = operations[0] ?? {};
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: operations
			.map(({ name, value, action, description }) => ({ name, value, action, description }))
			.sort(byName),
		default: chosen,
	};
}

/**
 * Runs the operation that the node's parameters name.
 * @param source the credential of all items, or what gives the account of each
 */
export async function executeOperation(
	functions: IExecuteFunctions,
	resources: readonly Resource[],
	source: CredentialName | Accounts,
): Promise<INodeExecutionData[][]> {
	const resource = functions.getNodeParameter('resource', 0);
	const value = functions.getNodeParameter('operation', 0);
	const operation = resources
		.find((candidate) => candidate.value === resource)
		?.operations.find((candidate) => candidate.value === value);
	const accounts = typeof source === 'string' ? await oneAccount(functions, source) : source;
	const run = new Run(functions, accounts);
	if (!operation) {
		return run.stop(`This node has no operation "${value}" for "${resource}"`);
	}
	await operation.runner.run(run);
	return [run.finish()];
}

async function oneAccount(
	functions: IExecuteFunctions,
	credential: CredentialName,
): Promise<Accounts> {
	const connection = await connect(functions, credential);
	return () => connection;
}
