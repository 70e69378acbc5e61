import type {
	ICredentialDataDecryptedObject,
	ICredentialsHelper,
	ICredentialType,
	IHttpRequestOptions,
	INode,
	IRun,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import type { Access, Flow } from './flow';
import { loadCredentialTypes, loadNodeTypes, requireOfN8n } from './nodes';

/** Runs flows in the engine of the installed n8n, with the nodes of the packed and installed package. */
export function loadEngine(packageFolder: string) {
	const core = requireOfN8n('n8n-core') as typeof import('n8n-core');
	const workflows = requireOfN8n('n8n-workflow') as typeof import('n8n-workflow');
	const nodeTypes = loadNodeTypes(packageFolder);
	const credentialTypes = loadCredentialTypes(packageFolder);
	let executions = 0;

	return async function run(flow: Flow, access: Access): Promise<IRun> {
		const nodes = [{ type: 'bench.input', typeVersion: 1, parameters: {} }, ...flow.nodes].map(
			(node, index): INode => ({
				id: `node-${index}`,
				name: nameOf(index),
				type: node.type,
				typeVersion: node.typeVersion,
				position: [200 * index, 0],
				parameters: node.parameters as INode['parameters'],
				credentials: Object.fromEntries(
					('credentials' in node ? (node.credentials ?? []) : []).map((type) => [
						type,
						{ id: type, name: type },
					]),
				),
			}),
		);
		const connections = Object.fromEntries(
			flow.nodes.map((_, index) => [
				nameOf(index),
				{ main: [[{ node: nameOf(index + 1), type: 'main' as const, index: 0 }]] },
			]),
		);
		const workflow = new workflows.Workflow({
			id: 'bench',
			nodes,
			connections,
			active: false,
			nodeTypes,
			staticData: { global: { items: flow.items } },
		});
		const executionId = String(++executions);
		const additionalData = additionalDataFor(access, credentialTypes, executionId);
		additionalData.hooks = new core.ExecutionLifecycleHooks('trigger', executionId, {
			id: workflow.id ?? '',
			name: 'bench',
			active: false,
			isArchived: false,
			createdAt: new Date(),
			updatedAt: new Date(),
			nodes,
			connections,
			activeVersionId: null,
		});
		const engine = new core.WorkflowExecute(
			additionalData,
			// As in production: a manual execution keeps more for the editor.
			'trigger',
			workflows.createRunExecutionData(),
		);
		return await engine.run({ workflow, startNode: workflow.nodes[nameOf(0)] });
	};
}

/** The name of the n-th node of a flow; 0 is the one that gives out the items. */
export const nameOf = (index: number): string => `Node ${index}`;

/** What the nodes get beside the workflow. Credentials are there at once: n8n's own look-up in its database is left out for all. */
function additionalDataFor(
	access: Access,
	types: Map<string, ICredentialType>,
	executionId: string,
): IWorkflowExecuteAdditionalData {
	const { url, apiKey, techUrl, partner } = access;
	const credentials: Record<string, ICredentialDataDecryptedObject | undefined> = {
		httpHeaderAuth: { name: 'Authorization', value: `Bearer ${apiKey}` },
		httpBasicAuth: { user: partner.email, password: partner.password },
		wazzupApi: { apiKey, baseUrl: url, requestsPer5Seconds: 500 },
		wazzupPartnerApi: { ...partner, baseUrl: techUrl },
	};
	const helper = {
		getParentTypes: () => [],
		getDecrypted: async (_data: unknown, _node: unknown, type: string) => ({
			...credentials[type],
		}),
		getCredentials: async (_node: unknown, type: string) => ({ id: type, name: type, type }),
		preAuthentication: async () => undefined,
		runPreAuthentication: async () => undefined,
		isCredentialUsableByNode: () => true,
		authenticate: async (
			decrypted: ICredentialDataDecryptedObject,
			type: string,
			options: IHttpRequestOptions,
		) => {
			const authenticate = types.get(type)?.authenticate;
			return typeof authenticate === 'function' ? await authenticate(decrypted, options) : options;
		},
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
