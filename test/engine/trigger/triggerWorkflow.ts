import { HookContext, WebhookContext } from 'n8n-core';
import {
	deepCopy,
	Workflow,
	type IDataObject,
	type INode,
	type IWebhookData,
	type IWebhookResponseData,
	type IWorkflowExecuteAdditionalData,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { WazzupTrigger } from '../../../nodes/WazzupTrigger/WazzupTrigger.node';
import { additionalDataFor, nodeTypesOf, type CredentialType, type EngineRun } from '../harness';
import { runOf, type Stored } from './runOf';
import type { TriggerHost } from './triggerHost';

type Method = 'checkExists' | 'create' | 'delete';

const TYPE = 'n8n-nodes-wazzup24.wazzupTrigger';

export interface TriggerOptions {
	id?: string;
	parameters: IDataObject;
	credentials: EngineRun['credentials'];
	/** `wazzupApi` when left out. */
	credentialType?: CredentialType;
}

/** A workflow that begins with the trigger, as n8n stores and runs it. */
export class TriggerWorkflow {
	/** As saved in the database. */
	staticData: IDataObject = {};
	parameters: IDataObject;
	credentials: EngineRun['credentials'];
	credentialType: CredentialType;
	readonly id: string;
	/** What each run started from. */
	readonly stored: Stored[] = [];
	private testStaticData?: IDataObject;
	private type = new WazzupTrigger();

	constructor(
		private readonly host: TriggerHost,
		options: TriggerOptions,
	) {
		this.id = options.id ?? 'workflow-1';
		this.parameters = options.parameters;
		this.credentials = options.credentials;
		this.credentialType = options.credentialType ?? 'wazzupApi';
	}

	get webhookId(): string {
		return `00000000-0000-4000-8000-${this.id.replace(/\D/g, '').padStart(12, '0')}`;
	}

	/** Requests of this method are for the node. */
	get method(): string {
		return String(this.type.description.webhooks?.[0]?.httpMethod);
	}

	get productionUrl(): string {
		return `${this.host.origin}/webhook/${this.webhookId}/webhook`;
	}

	get testUrl(): string {
		return `${this.host.origin}/webhook-test/${this.webhookId}/webhook`;
	}

	/** Publishes the workflow; `init` is what n8n does after a restart. Rejects with what the node throws. */
	async publish(activation: WorkflowActivateMode = 'activate'): Promise<void> {
		this.host.listenAt(new URL(this.productionUrl).pathname, this);
		const workflow = this.workflow(this.staticData);
		try {
			const exists = await this.call('checkExists', workflow, 'trigger', activation, false);
			if (!exists) await this.call('create', workflow, 'trigger', activation, false);
		} catch (error) {
			this.host.hangUp(new URL(this.productionUrl).pathname);
			throw error;
		}
		this.staticData = savedOf(workflow);
	}

	async unpublish(): Promise<void> {
		const workflow = this.workflow(this.staticData);
		await this.call('delete', workflow, 'internal', 'update', false);
		this.host.hangUp(new URL(this.productionUrl).pathname);
		this.staticData = savedOf(workflow);
	}

	/** "Listen for test event". */
	async listen(): Promise<void> {
		this.host.listenAt(new URL(this.testUrl).pathname, this);
		this.testStaticData = undefined;
		const workflow = this.workflow({});
		try {
			const exists = await this.call('checkExists', workflow, 'manual', 'manual', true);
			if (!exists) await this.call('create', workflow, 'manual', 'manual', true);
		} catch (error) {
			await this.stopListening();
			throw error;
		}
		this.testStaticData = savedOf(workflow);
	}

	async stopListening(): Promise<void> {
		const workflow = this.workflow(this.testStaticData ?? {});
		await this.call('delete', workflow, 'internal', 'update', true);
		this.host.hangUp(new URL(this.testUrl).pathname);
	}

	/** n8n dies while it listens: nobody calls `delete`. */
	interrupt(): void {
		this.host.hangUp(new URL(this.testUrl).pathname);
		this.testStaticData = undefined;
	}

	/** n8n starts anew: what the pack held in memory is gone. */
	restart(): void {
		jest.isolateModules(() => {
			const { WazzupTrigger: Loaded } = jest.requireActual<{ WazzupTrigger: typeof WazzupTrigger }>(
				'../../../nodes/WazzupTrigger/WazzupTrigger.node',
			);
			this.type = new Loaded();
		});
	}

	async receive(
		test: boolean,
		send: (status: number, body: unknown) => void,
		httpRequest: object,
	): Promise<void> {
		const workflow = this.workflow(this.staticData);
		if (test) workflow.setTestStaticData(deepCopy(this.testStaticData ?? {}));
		const mode: WorkflowExecuteMode = test ? 'manual' : 'webhook';
		const node = this.nodeOf(workflow);
		const [description] = this.type.description.webhooks ?? [];
		const evaluate = (value: unknown) =>
			workflow.expression.getSimpleParameterValue(node, value as string, mode, {});
		const responseMode = evaluate(description?.responseMode);
		const responseData = evaluate(description?.responseData);
		let answered = false;
		const answer = (status: number, body: unknown) => {
			if (answered) throw new Error('A delivery was answered twice');
			answered = true;
			send(status, body);
		};
		const response = {
			status: (status: number) => ({ json: (body: unknown) => answer(status, body) }),
		};
		const additionalData = Object.assign(this.additionalData(), {
			httpRequest,
			httpResponse: response,
		});
		const context = new WebhookContext(
			workflow,
			node,
			additionalData,
			mode,
			this.webhookData(test, additionalData),
			[],
			null,
		);
		this.listenToLog(context);
		const result: IWebhookResponseData = await this.type.webhook.call(context);
		if (result.workflowData === undefined) {
			if (!result.noWebhookResponse) answer(200, result.webhookResponse ?? { message: 'received' });
			return;
		}
		const items = await this.run(result.workflowData[0] ?? [], mode);
		if (!result.noWebhookResponse && responseMode === 'onReceived') {
			// As extractWebhookOnReceivedResponse: whatever responseData holds goes before the node's own answer.
			answer(200, responseData || (result.webhookResponse ?? { message: 'Workflow was started' }));
		}
		const last = await this.host.lastNode(items);
		if (!result.noWebhookResponse && responseMode === 'lastNode') {
			answer(200, responseData === 'firstEntryJson' ? last : [last]);
		}
		if (!answered) throw new Error('A delivery was not answered');
		if (test) await this.stopListening();
	}

	/** Runs what was stored for a run; also what n8n, started anew, finds stored and not begun. */
	async run(stored: Stored, mode: WorkflowExecuteMode = 'webhook'): Promise<IDataObject[]> {
		this.stored.push(stored);
		const workflow = this.workflow(this.staticData);
		const node = this.nodeOf(workflow);
		const items = await runOf(workflow, node, deepCopy(stored), this.additionalData(), mode);
		const kind = mode === 'manual' ? 'test' : 'production';
		this.host.started.push({ workflow: this.id, mode: kind, items });
		return items;
	}

	private workflow(staticData: IDataObject): Workflow {
		const node: INode = {
			id: `node-of-${this.id}`,
			name: 'Wazzup Trigger',
			type: TYPE,
			typeVersion: 1.1,
			position: [0, 0],
			webhookId: this.webhookId,
			parameters: deepCopy(this.parameters) as INode['parameters'],
			credentials: { [this.credentialType]: { id: '1', name: 'test' } },
		};
		return new Workflow({
			id: this.id,
			nodes: [node],
			connections: {},
			active: true,
			nodeTypes: nodeTypesOf({ [TYPE]: this.type }),
			staticData: deepCopy(staticData),
		});
	}

	private async call(
		method: Method,
		workflow: Workflow,
		mode: WorkflowExecuteMode,
		activation: WorkflowActivateMode,
		test: boolean,
	): Promise<boolean> {
		const additionalData = this.additionalData();
		const context = new HookContext(
			workflow,
			this.nodeOf(workflow),
			additionalData,
			mode,
			activation,
			this.webhookData(test, additionalData),
		);
		this.listenToLog(context);
		return await this.type.webhookMethods.default[method].call(context);
	}

	/** The logger is that of the whole process, where several hosts may be at work. */
	private listenToLog(context: HookContext | WebhookContext): void {
		const warn = (message: string) => void this.host.warnings.push(message);
		// Read from a copy: what n8n has read once, it does not let go.
		const { logger } = Object.create(context) as typeof context;
		Object.defineProperty(context, 'logger', {
			value: Object.create(logger, { warn: { value: warn } }) as object,
		});
	}

	private nodeOf(workflow: Workflow): INode {
		const node = workflow.getNode('Wazzup Trigger');
		if (!node) throw new Error('The workflow has lost its trigger');
		return node;
	}

	private additionalData(): IWorkflowExecuteAdditionalData {
		return Object.assign(additionalDataFor(this.credentials, '1', this.credentialType), {
			webhookBaseUrl: `${this.host.origin}/webhook`,
			webhookTestBaseUrl: `${this.host.origin}/webhook-test`,
		});
	}

	private webhookData(
		isTest: boolean,
		workflowExecuteAdditionalData: IWorkflowExecuteAdditionalData,
	): IWebhookData {
		const [webhookDescription] = this.type.description.webhooks ?? [];
		if (!webhookDescription) throw new Error('The trigger describes no webhook');
		return {
			httpMethod: 'POST',
			node: 'Wazzup Trigger',
			path: `${this.webhookId}/webhook`,
			webhookDescription,
			workflowId: this.id,
			workflowExecuteAdditionalData,
			isTest,
		};
	}
}

/** Static data as the database gives it back. */
const savedOf = (workflow: Workflow): IDataObject =>
	JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
