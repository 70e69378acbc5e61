import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type IWorkflowExecuteAdditionalData,
	type Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

/** What a run starts from: n8n stores it before it starts the run, and after a crash it starts from there. */
export type Stored = INodeExecutionData[];

/** Runs a workflow of one trigger from what its webhook() gave, in n8n's own engine; gives the items that the next node gets. */
export async function runOf(
	workflow: Workflow,
	node: INode,
	stored: Stored,
	additionalData: IWorkflowExecuteAdditionalData,
	mode: WorkflowExecuteMode,
): Promise<IDataObject[]> {
	additionalData.hooks = new ExecutionLifecycleHooks(mode, '1', {
		id: workflow.id,
		name: 'test',
		active: true,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
		nodes: [node],
		connections: {},
		activeVersionId: null,
	});
	const begin = createRunExecutionData({
		executionData: { nodeExecutionStack: [{ node, data: { main: [stored] }, source: null }] },
	});
	const engine = new WorkflowExecute(additionalData, mode, begin);
	const { data } = await engine.processRunExecutionData(workflow);
	if (data.resultData.error) throw data.resultData.error;
	const [task] = data.resultData.runData[node.name] ?? [];
	return task?.data?.main?.[0]?.map(({ json }) => json) ?? [];
}
