import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import { Execution, ExecutionRow, StoredExecution } from './executions';
import { RestSession, type Owner } from './rest';
import { waitFor } from './wait';
import { Publication, StoredCredential, StoredWorkflow, type WorkflowFile } from './workflow';

const UNFINISHED = new Set(['new', 'running']);
/** As many as n8n gives at once. */
const EXECUTIONS_A_PAGE = 100;
const WorkflowRows = z.array(z.looseObject({ id: z.string(), name: z.string() }));
const ExecutionRows = z.looseObject({
	results: z.array(ExecutionRow),
	nextCursor: z.string().nullish(),
});
const ManualRun = z.looseObject({
	executionId: z.string().optional(),
	waitingForWebhook: z.boolean().optional(),
});

/**
 * What a person does in n8n's editor, over the REST interface that the editor uses.
 *
 * The routes are those of the controllers of n8n 2.41.1. They are not public and change between versions.
 */
export class Editor {
	/** @param rest for the routes that have no method here */
	constructor(readonly rest: RestSession) {}

	/** Sets the owner up where n8n has none yet, and signs in. */
	static async open(url: string, owner: Owner): Promise<Editor> {
		return new Editor(await RestSession.open(url, owner));
	}

	/** Creates the credential, or updates the one that has the same name and type. */
	async saveCredential(credential: {
		name: string;
		type: string;
		data: Record<string, unknown>;
	}): Promise<StoredCredential> {
		const all = await this.rest.call(z.array(StoredCredential), 'GET', '/rest/credentials');
		const same = all.find(({ name, type }) => name === credential.name && type === credential.type);
		return same
			? await this.rest.call(StoredCredential, 'PATCH', `/rest/credentials/${same.id}`, credential)
			: await this.rest.call(StoredCredential, 'POST', '/rest/credentials', credential);
	}

	async workflow(id: string): Promise<StoredWorkflow> {
		return await this.rest.call(StoredWorkflow, 'GET', `/rest/workflows/${id}`);
	}

	/** Imports the workflow, or updates the one that has the same name. A published version stays as it is. */
	async saveWorkflow(workflow: WorkflowFile): Promise<StoredWorkflow> {
		const { name, nodes, connections, settings = {}, meta, pinData } = workflow;
		const content = { name, nodes, connections, settings, meta, pinData };
		const all = await this.rest.call(WorkflowRows, 'GET', '/rest/workflows');
		const same = all.find((stored) => stored.name === name);
		return same
			? await this.rest.call(StoredWorkflow, 'PATCH', `/rest/workflows/${same.id}`, content)
			: await this.rest.call(StoredWorkflow, 'POST', '/rest/workflows', content);
	}

	/**
	 * Publishes the newest version of the workflow and waits until its triggers are registered with their service.
	 *
	 * @throws Error with what the triggers said when one could not register
	 */
	async activate(workflowId: string): Promise<void> {
		const { versionId } = await this.workflow(workflowId);
		await this.rest.call(z.unknown(), 'POST', `/rest/workflows/${workflowId}/activate`, {
			versionId,
		});
		const { status, triggers } = await this.settled(workflowId, 'not_published');
		if (status === 'published') return;
		const reasons = triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
		throw new Error(`The workflow could not be activated (${status}): ${reasons.join('; ')}`);
	}

	/** Unpublishes the workflow and waits until its triggers have left their service. */
	async deactivate(workflowId: string): Promise<void> {
		await this.rest.call(z.unknown(), 'POST', `/rest/workflows/${workflowId}/deactivate`, {});
		await this.settled(workflowId, 'published', 'partial', 'failed');
	}

	/**
	 * Runs the workflow as "Execute workflow" does and waits for the outcome.
	 *
	 * @param trigger the name of the trigger node to start from; needed when there are several
	 */
	async run(
		workflowId: string,
		{ trigger, seconds = 60 }: { trigger?: string; seconds?: number } = {},
	): Promise<Execution> {
		const name = trigger ?? (await this.onlyTrigger(workflowId));
		const { executionId } = await this.startManually(workflowId, name);
		if (executionId === undefined) {
			throw new Error(`"${name}" waits for an event instead of running: use listenForTestEvent`);
		}
		return await this.finished(executionId, seconds);
	}

	/**
	 * Presses "Listen for test event": when this returns, the trigger has registered its test address, and the next
	 * event runs the workflow once. Wait for it with nextExecution().
	 */
	async listenForTestEvent(workflowId: string, trigger: string): Promise<void> {
		const { waitingForWebhook } = await this.startManually(workflowId, trigger);
		if (waitingForWebhook !== true) {
			throw new Error(`"${trigger}" ran at once instead of waiting for an event`);
		}
	}

	/** Presses "Stop listening". n8n unregisters the test address in the background, after this has returned. */
	async stopListening(workflowId: string): Promise<void> {
		await this.rest.call(z.unknown(), 'DELETE', `/rest/test-webhook/${workflowId}`);
	}

	/** The newest executions of a workflow, newest first. */
	async executions(workflowId: string, limit = 20): Promise<ExecutionRow[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const rows: ExecutionRow[] = [];
		let cursor = '';
		for (;;) {
			const page = Math.min(limit - rows.length, EXECUTIONS_A_PAGE);
			const path = `/rest/executions?limit=${page}&filter=${filter}${cursor}`;
			const { results, nextCursor } = await this.rest.call(ExecutionRows, 'GET', path);
			rows.push(...results);
			if (!nextCursor || rows.length >= limit) return rows;
			cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
		}
	}

	/** One execution as it is now. */
	async execution(id: string): Promise<Execution> {
		return await Execution.read(
			await this.rest.call(StoredExecution, 'GET', `/rest/executions/${id}`),
		);
	}

	/** Waits until the execution ends, or starts to wait for something outside n8n. */
	async finished(id: string, seconds = 60): Promise<Execution> {
		const probe = async () => {
			const execution = await this.execution(id);
			return UNFINISHED.has(execution.status) ? undefined : execution;
		};
		return await waitFor(`The end of execution ${id}`, probe, { seconds });
	}

	/** Waits for the end of the first execution of a workflow that is not among `known`, whatever started it. */
	async nextExecution(workflowId: string, known: ExecutionRow[], seconds = 60): Promise<Execution> {
		const seen = new Set(known.map(({ id }) => id));
		const probe = async () =>
			(await this.executions(workflowId)).reverse().find(({ id }) => !seen.has(id));
		const row = await waitFor(`A new execution of workflow ${workflowId}`, probe, { seconds });
		return await this.finished(row.id, seconds);
	}

	private async startManually(workflowId: string, trigger: string) {
		const path = `/rest/workflows/${workflowId}/run`;
		const body = { triggerToStartFrom: { name: trigger } };
		// The editor names its browser tab in this header, and n8n wants one.
		return await this.rest.call(ManualRun, 'POST', path, body, { 'push-ref': randomUUID() });
	}

	private async onlyTrigger(workflowId: string): Promise<string> {
		const { nodes } = await this.workflow(workflowId);
		const triggers = nodes.filter(({ type }) => /trigger$/i.test(type));
		const [trigger] = triggers;
		if (trigger === undefined || triggers.length > 1) {
			throw new Error(`The workflow has ${triggers.length} triggers: name the one to start from`);
		}
		return trigger.name;
	}

	/** n8n (un)publishes in the background: waits while that goes on, or has not begun. */
	private async settled(
		workflowId: string,
		...notBegun: Array<Publication['status']>
	): Promise<Publication> {
		const path = `/rest/workflows/${workflowId}/publication-status`;
		const probe = async () => {
			const publication = await this.rest.call(Publication, 'GET', path);
			return ['in_progress', ...notBegun].includes(publication.status) ? undefined : publication;
		};
		return await waitFor(`The (un)publishing of workflow ${workflowId}`, probe, { seconds: 60 });
	}
}
