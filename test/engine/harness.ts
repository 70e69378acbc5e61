import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// n8n-core writes its settings into the user folder as soon as it is loaded.
process.env.N8N_USER_FOLDER ??= mkdtempSync(join(tmpdir(), 'n8n-engine-'));
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	NodeConnectionTypes,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialsHelper,
	type ICredentialType,
	type IBinaryKeyData,
	type IDataObject,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IRun,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { WazzupApi } from '../../credentials/WazzupApi.credentials';
import { WazzupClientApi } from '../../credentials/WazzupClientApi.credentials';
import { WazzupPartnerApi } from '../../credentials/WazzupPartnerApi.credentials';
import { Wazzup } from '../../nodes/Wazzup/Wazzup.node';

/** What one run of the node gets. Parameters are as a workflow stores them, expressions included. */
export interface EngineRun {
	parameters: IDataObject;
	items?: IDataObject[];
	/** Binary data of the items, in their order. */
	binaries?: Array<IBinaryKeyData | undefined>;
	/** The fields of the credential. What n8n would store in it during the run is put in here. */
	credentials: ICredentialDataDecryptedObject;
	/** `wazzupApi` when left out. */
	credentialType?: CredentialType;
	/** Tells credentials of one type apart. */
	credentialId?: string;
	/** As in the node's settings: stop (default), continue in the output, continue in the error output. */
	onError?: INode['onError'];
	retryOnFail?: boolean;
	executionId?: string;
	/** Called with a function that cancels the execution. */
	cancellable?: (cancel: () => void) => void;
	nodeType?: INodeType;
}

export interface EngineResult {
	items: IDataObject[];
	/** The whole items, with `pairedItem` and `error`. */
	output: INodeExecutionData[];
	/** Items of the error output. */
	failed: IDataObject[];
	/** What stopped the execution. */
	error?: { message: string; description?: string | null; context?: IDataObject };
	run: IRun;
}

const inputType: INodeType = {
	description: {
		displayName: 'Input',
		name: 'input',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Input' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute() {
		const { items, binaries } = this.getWorkflowStaticData('global') as unknown as {
			items: IDataObject[];
			binaries: Array<IBinaryKeyData | undefined>;
		};
		return [items.map((json, index) => ({ json, binary: binaries[index] }))];
	},
};

/** n8n's node types as the engine asks for them. */
export function nodeTypesOf(types: Record<string, INodeType>): INodeTypes {
	const find = (name: string) => {
		const type = types[name];
		if (!type) throw new Error(`The test knows no node type ${name}`);
		return type;
	};
	return { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
}

const credentialTypes = {
	wazzupApi: new WazzupApi(),
	wazzupClientApi: new WazzupClientApi(),
	wazzupPartnerApi: new WazzupPartnerApi(),
};

export type CredentialType = keyof typeof credentialTypes;

/**
 * What n8n gives its nodes beside the workflow; credentials are decrypted from what the test passes. A hidden expirable
 * field is filled and stored back as n8n does it: when it is empty, or after a 401.
 */
export function additionalDataFor(
	credentials: EngineRun['credentials'],
	executionId = '1',
	credentialType: CredentialType = 'wazzupApi',
): IWorkflowExecuteAdditionalData {
	const type: ICredentialType = credentialTypes[credentialType];
	const defaults = Object.fromEntries(
		type.properties.map(({ name, default: value }) => [name, value]),
	);
	const expirable = type.properties.find(({ typeOptions }) => typeOptions?.expirable)?.name;
	const helper = {
		getParentTypes: () => [],
		getDecrypted: async () => await Promise.resolve({ ...defaults, ...credentials }),
		getCredentials: async () =>
			await Promise.resolve({ id: '1', name: 'test', type: credentialType }),
		preAuthentication: async (
			helpers: IHttpRequestHelper,
			decrypted: ICredentialDataDecryptedObject,
			_type: string,
			_node: INode,
			hasExpired: boolean,
		) => {
			if (!expirable || (decrypted[expirable] !== '' && !hasExpired)) return undefined;
			const stored = await type.preAuthentication?.call(helpers, decrypted);
			if (stored?.[expirable] === undefined) return undefined;
			Object.assign(credentials, stored);
			return Object.assign(decrypted, stored);
		},
		runPreAuthentication: async () => await Promise.resolve(undefined),
		isCredentialUsableByNode: () => true,
		authenticate: async (
			decrypted: ICredentialDataDecryptedObject,
			_type: string,
			options: IHttpRequestOptions,
		) =>
			typeof type.authenticate === 'function'
				? await type.authenticate(decrypted, options)
				: options,
	};
	const data: Partial<IWorkflowExecuteAdditionalData> = {
		credentialsHelper: helper as unknown as ICredentialsHelper,
		executionId,
		currentNodeExecutionIndex: 0,
		restApiUrl: 'http://localhost/rest',
		instanceBaseUrl: 'http://localhost/',
		webhookBaseUrl: 'http://localhost/webhook',
		webhookTestBaseUrl: 'http://localhost/webhook-test',
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		variables: {},
	};
	return data as IWorkflowExecuteAdditionalData;
}

/** Runs the Wazzup node (or another one) in a workflow of n8n's own engine, behind a node that gives out the items. */
export async function runNode(options: EngineRun): Promise<EngineResult> {
	const node: INode = {
		id: 'a1b2c3d4-0000-4000-8000-000000000001',
		name: 'Wazzup',
		type: 'n8n-nodes-wazzup24.wazzup',
		typeVersion: 1,
		position: [200, 0],
		parameters: options.parameters as INode['parameters'],
		credentials: {
			[options.credentialType ?? 'wazzupApi']: { id: options.credentialId ?? '1', name: 'test' },
		},
		onError: options.onError,
		retryOnFail: options.retryOnFail,
		waitBetweenTries: 10,
		maxTries: 3,
	};
	const input: INode = { ...node, id: 'input', name: 'Input', type: 'test.input', parameters: {} };
	const workflow = new Workflow({
		id: 'workflow-1',
		nodes: [{ ...input, credentials: undefined, onError: undefined, retryOnFail: false }, node],
		connections: { Input: { main: [[{ node: 'Wazzup', type: 'main', index: 0 }]] } },
		active: false,
		nodeTypes: nodeTypesOf({
			'test.input': inputType,
			'n8n-nodes-wazzup24.wazzup': options.nodeType ?? new Wazzup(),
		}),
		staticData: { global: { items: options.items ?? [{}], binaries: options.binaries ?? [] } },
	});
	const executionId = options.executionId ?? String(++executions);
	const additionalData = additionalDataFor(
		options.credentials,
		executionId,
		options.credentialType,
	);
	additionalData.hooks = new ExecutionLifecycleHooks('manual', executionId, {
		id: workflow.id,
		name: 'test',
		active: false,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
		nodes: Object.values(workflow.nodes),
		connections: workflow.connectionsBySourceNode,
		activeVersionId: null,
	});
	const engine = new WorkflowExecute(additionalData, 'manual', createRunExecutionData());
	const running = engine.run({ workflow, startNode: workflow.nodes.Input });
	options.cancellable?.(() => running.cancel());
	const run = await running;
	const [taskData] = run.data.resultData.runData.Wazzup?.slice(-1) ?? [];
	const [output = [], failed = []] = taskData?.data?.main ?? [];
	const error = run.data.resultData.error ?? taskData?.error;
	return {
		items: (output ?? []).map(({ json }) => json),
		output: output ?? [],
		failed: (failed ?? []).map(({ json }) => json),
		error: error && {
			message: error.message,
			description: error.description,
			context: 'context' in error ? error.context : undefined,
		},
		run,
	};
}

let executions = 0;
