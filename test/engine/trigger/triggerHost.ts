import { additionalDataFor, nodeTypesOf, type EngineRun } from '../harness';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
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

/** One start of a workflow. */
export interface Started {
	workflow: string;
	mode: 'production' | 'test';
	items: IDataObject[];
}

type Method = 'checkExists' | 'create' | 'delete';

const TYPE = 'n8n-nodes-wazzup24.wazzupTrigger';

/**
 * What n8n does around a webhook trigger, as far as the trigger can see it: addresses, static data that is saved only
 * after `create`, a test run with static data of its own, the answer that belongs to the response mode. The contexts, the
 * workflow and the expressions are those of n8n-core; the order of steps was read in n8n 2.41.1 (webhook-helpers,
 * test-webhooks, live-webhooks).
 */
export class TriggerHost {
	readonly started: Started[] = [];
	/** Lines that the node logged as warnings. */
	readonly warnings: string[] = [];
	/** Answers to addresses that do not belong to a workflow, by path. */
	readonly others = new Map<string, number>();
	/** Ends a workflow that Wazzup waits for: gives the last node's item. */
	lastNode: (items: IDataObject[]) => Promise<IDataObject> | IDataObject = () => ({});
	origin = '';
	private readonly receivers = new Map<string, TriggerWorkflow>();
	private readonly underWay = new Set<Promise<void>>();
	private readonly failures: unknown[] = [];
	private readonly server = createServer((request, response) => {
		const answer = this.answer(request, response)
			.catch((error: unknown) => {
				this.failures.push(error);
				response.destroy();
			})
			.finally(() => this.underWay.delete(answer));
		this.underWay.add(answer);
	});

	static async start(): Promise<TriggerHost> {
		const host = new TriggerHost();
		await new Promise<void>((resolve) => host.server.listen(0, '127.0.0.1', resolve));
		host.origin = `http://127.0.0.1:${(host.server.address() as AddressInfo).port}`;
		return host;
	}

	/** Rejects when a delivery went wrong that no test had waited for. */
	async close(): Promise<void> {
		await this.settled();
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	/** Resolves when everything that deliveries have set off is done; rejects when it went wrong. */
	async settled(): Promise<void> {
		while (this.underWay.size > 0) await Promise.all(this.underWay);
		if (this.failures.length > 0) throw this.failures[0];
	}

	listenAt(path: string, workflow: TriggerWorkflow): void {
		this.receivers.set(path, workflow);
	}

	hangUp(path: string): void {
		this.receivers.delete(path);
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const rawBody = await bytesOf(request);
		const { pathname, searchParams } = new URL(request.url ?? '/', this.origin);
		const send = (status: number, body: unknown) => {
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(body === undefined ? undefined : JSON.stringify(body));
		};
		const workflow = this.receivers.get(pathname);
		if (!workflow) return send(this.others.get(pathname) ?? 404, { message: 'not registered' });
		let body: unknown;
		try {
			const isJson = request.headers['content-type']?.split(';')[0] === 'application/json';
			body = isJson && rawBody.length > 0 ? JSON.parse(rawBody.toString()) : undefined;
		} catch {
			return send(422, { message: 'Failed to parse request body' });
		}
		const test = pathname.startsWith('/webhook-test/');
		await workflow.receive(test, send, {
			body,
			rawBody,
			headers: request.headers,
			query: Object.fromEntries(searchParams),
			params: {},
			method: 'POST',
		});
	}
}

export interface TriggerOptions {
	id?: string;
	parameters: IDataObject;
	credentials: EngineRun['credentials'];
}

/** A workflow that begins with the trigger, as n8n stores and runs it. */
export class TriggerWorkflow {
	/** As saved in the database. */
	staticData: IDataObject = {};
	parameters: IDataObject;
	credentials: EngineRun['credentials'];
	readonly id: string;
	private testStaticData?: IDataObject;
	private type = new WazzupTrigger();

	constructor(
		private readonly host: TriggerHost,
		options: TriggerOptions,
	) {
		this.id = options.id ?? 'workflow-1';
		this.parameters = options.parameters;
		this.credentials = options.credentials;
	}

	get webhookId(): string {
		return `00000000-0000-4000-8000-${this.id.replace(/\D/g, '').padStart(12, '0')}`;
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
		const items = result.workflowData[0]?.map(({ json }) => json) ?? [];
		this.host.started.push({ workflow: this.id, mode: test ? 'test' : 'production', items });
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

	private workflow(staticData: IDataObject): Workflow {
		const node: INode = {
			id: `node-of-${this.id}`,
			name: 'Wazzup Trigger',
			type: TYPE,
			typeVersion: 1,
			position: [0, 0],
			webhookId: this.webhookId,
			parameters: deepCopy(this.parameters) as INode['parameters'],
			credentials: { wazzupApi: { id: '1', name: 'test' } },
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

	private listenToLog(context: HookContext | WebhookContext): void {
		context.logger.warn = (message: string) => void this.host.warnings.push(message);
	}

	private nodeOf(workflow: Workflow): INode {
		const node = workflow.getNode('Wazzup Trigger');
		if (!node) throw new Error('The workflow has lost its trigger');
		return node;
	}

	private additionalData(): IWorkflowExecuteAdditionalData {
		return Object.assign(additionalDataFor(this.credentials), {
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

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts);
}
