import { additionalDataFor, nodeTypesOf, type EngineRun } from '../harness';
import {
	ExecutionLifecycleHooks,
	TriggerContext,
	TriggersAndPollers,
	WorkflowExecute,
} from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type IDataObject,
	type INode,
	type IRun,
	type ITriggerResponse,
} from 'n8n-workflow';
import { WazzupCounterTrigger } from '../../../nodes/WazzupCounterTrigger/WazzupCounterTrigger.node';

const TYPE = 'n8n-nodes-wazzup24.wazzupCounterTrigger';
const NAME = 'Wazzup Counter Trigger';

/**
 * A workflow that begins with the counter trigger, as n8n publishes, tests and stops it. The contexts and the workflow are
 * those of n8n-core; what n8n does with items and errors stands in the fields.
 */
export class CounterWorkflow {
	/** Items that started the workflow, oldest first. */
	readonly items: IDataObject[] = [];
	/** Errors after publishing; n8n would stop the workflow and publish it anew. */
	readonly errors: Error[] = [];
	/** Lines that the node logged. */
	readonly log: string[] = [];
	private response?: ITriggerResponse;
	private check: () => void = () => undefined;

	constructor(
		private readonly parameters: IDataObject,
		private readonly credentials: EngineRun['credentials'],
	) {}

	/** Publishes the workflow. Rejects with what the node throws. */
	async publish(): Promise<void> {
		const workflow = this.workflow();
		this.response = await new TriggersAndPollers().runTriggerFunction(
			workflow,
			this.nodeOf(workflow),
			(...[of, node, additionalData, mode, activation]) => {
				const context = new TriggerContext(
					of,
					node,
					additionalData,
					mode,
					activation,
					([items = []]) => {
						this.items.push(...items.map(({ json }) => json));
						this.check();
					},
					(error) => {
						this.errors.push(error);
						this.check();
					},
				);
				context.logger.info = (line: string) => void this.log.push(line);
				return context;
			},
			additionalDataFor(this.credentials),
			'trigger',
			'activate',
		);
	}

	/** Unpublishes it, or ends a test. Nothing happens where it was not published. */
	async stop(): Promise<void> {
		await this.response?.closeFunction?.();
	}

	/** "Execute workflow": gives the end of the run, and a function that cancels it. */
	test(): { run: Promise<IRun>; cancel: () => void } {
		const workflow = this.workflow();
		const additionalData = additionalDataFor(this.credentials);
		additionalData.hooks = new ExecutionLifecycleHooks('manual', '1', {
			id: workflow.id,
			name: 'test',
			active: false,
			isArchived: false,
			createdAt: new Date(),
			updatedAt: new Date(),
			nodes: Object.values(workflow.nodes),
			connections: {},
			activeVersionId: null,
		});
		const engine = new WorkflowExecute(additionalData, 'manual', createRunExecutionData());
		const running = engine.run({ workflow, startNode: this.nodeOf(workflow) });
		return { run: Promise.resolve(running), cancel: () => running.cancel() };
	}

	/** Resolves once so many items have come. */
	async count(wanted: number): Promise<IDataObject[]> {
		await this.until(() => this.items.length >= wanted);
		return this.items;
	}

	/** Resolves once the node has reported an error. */
	async failure(): Promise<Error> {
		await this.until(() => this.errors.length > 0);
		return this.errors[0] ?? new Error('There is none');
	}

	private async until(isSo: () => boolean): Promise<void> {
		await new Promise<void>((resolve) => {
			this.check = () => {
				if (isSo()) resolve();
			};
			this.check();
		});
	}

	private workflow(): Workflow {
		const node: INode = {
			id: 'node-1',
			name: NAME,
			type: TYPE,
			typeVersion: 1,
			position: [0, 0],
			parameters: this.parameters as INode['parameters'],
			credentials: { wazzupApi: { id: '1', name: 'test' } },
		};
		return new Workflow({
			id: 'workflow-1',
			nodes: [node],
			connections: {},
			active: true,
			nodeTypes: nodeTypesOf({ [TYPE]: new WazzupCounterTrigger() }),
		});
	}

	private nodeOf(workflow: Workflow): INode {
		const node = workflow.getNode(NAME);
		if (!node) throw new Error('The workflow has lost its trigger');
		return node;
	}
}

/** The output of the trigger in a run. */
export function itemsOf(run: IRun): IDataObject[] {
	const [taskData] = run.data.resultData.runData[NAME] ?? [];
	return (taskData?.data?.main?.[0] ?? []).map(({ json }) => json);
}
