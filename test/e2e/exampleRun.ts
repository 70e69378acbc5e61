import type { Stack } from '../../host/stack';
import type { Execution } from '../../host/executions';
import { waitFor } from '../../host/wait';
import type { WorkflowFile } from '../../host/workflow';
import type { ChatMessage } from '../../sandbox';
import { workflowOf } from './workflows';

/** Longest time for anything that n8n or the sandbox does by itself. */
const SECONDS = 60;

/** An example that was imported into n8n, and the account around it. */
export class ExampleRun {
	/** @param workflow as it was imported, with the credential of the sandbox */
	constructor(
		readonly stack: Stack,
		readonly workflowId: string,
		readonly workflow: WorkflowFile,
	) {}

	get control() {
		return this.stack.sandbox.control;
	}

	/** Presses "Execute workflow", and demands success. */
	async execute(trigger?: string): Promise<Execution> {
		const { editor } = this.stack;
		return succeeded(await editor.run(this.workflowId, { trigger, seconds: SECONDS }));
	}

	/** The execution that the action starts; it has to succeed. */
	async executionOf(action: () => Promise<void>): Promise<Execution> {
		const { editor } = this.stack;
		const known = await editor.executions(this.workflowId);
		await action();
		return succeeded(await editor.nextExecution(this.workflowId, known, SECONDS));
	}

	/** Runs the action while the workflow is published. */
	async whilePublished(action: () => Promise<void>): Promise<void> {
		await this.stack.editor.activate(this.workflowId);
		try {
			await action();
		} finally {
			await this.stack.editor.deactivate(this.workflowId);
		}
	}

	/** The id of the channel of the sandbox that works on this transport. */
	channel(transport: string): string {
		const { channels } = this.control.state();
		const found = channels.find((one) => one.transport === transport && one.state === 'active');
		if (!found) throw new Error(`The sandbox has no active ${transport} channel`);
		return found.channelId;
	}

	/** The first message of the business in a chat, once there is one. */
	async answer(transport: string, chatId: string): Promise<ChatMessage> {
		return await waitFor(
			`A message of the business in chat ${chatId}`,
			async () => this.written(transport, chatId)[0],
			{ seconds: SECONDS, report: () => JSON.stringify(this.control.deliveries().at(-1)) },
		);
	}

	/** What the business has written in a chat so far, oldest first. */
	written(transport: string, chatId: string): ChatMessage[] {
		const channelId = this.channel(transport);
		const chats = this.control.chats();
		if (!chats.some((chat) => chat.channelId === channelId && chat.chatId === chatId)) return [];
		return this.control.messages(channelId, chatId).filter(({ direction }) => direction === 'out');
	}

	/** What lies in a data table of n8n, oldest first. */
	async rowsOf(table: string): Promise<Array<Record<string, unknown>>> {
		const { editor, credentials } = this.stack;
		const steps = [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			{
				name: 'Rows',
				type: 'n8n-nodes-base.dataTable',
				typeVersion: 1.1,
				parameters: {
					...{ resource: 'row', operation: 'get', returnAll: true, filters: {} },
					dataTableId: { __rl: true, mode: 'name', value: table },
				},
			},
		];
		const reading = workflowOf(`rows of ${table}`, credentials.wazzupPartnerApi, steps);
		const { id } = await editor.saveWorkflow(reading);
		return (await editor.run(id)).json('Rows');
	}

	/** A customer writes, and this is what comes back. */
	async converse(
		transport: string,
		chatId: string,
		content: { text: string } | { contentUri: string },
	) {
		this.control.customerWrites({ channelId: this.channel(transport), chatId, ...content });
		return await this.answer(transport, chatId);
	}
}

function succeeded(execution: Execution): Execution {
	if (execution.status !== 'success') throw new Error(execution.summary());
	return execution;
}

/** Posts JSON, as a program outside n8n does. */
export async function post(url: string, body: object, headers: Record<string, string> = {}) {
	const reply = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body),
	});
	const answer: unknown = await reply.json();
	return { status: reply.status, body: answer };
}
