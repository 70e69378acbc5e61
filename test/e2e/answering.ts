import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import type { Stack } from '../../host/stack';
import { waitFor } from '../../host/wait';
import type { StoredCredential, WorkflowFile } from '../../host/workflow';
import type { ChatMessage } from '../../sandbox';
import { WAZZUP, WAZZUP_TRIGGER, workflowOf } from './workflows';

/** Longest time for anything that n8n or the sandbox does by itself. */
export const SECONDS = 30;

/** The name of the trigger in the workflow of `Answering`. */
export const TRIGGER = 'Wazzup Trigger';

/** Wazzup Trigger, then a message to whoever wrote. */
function answer(
	credential: StoredCredential,
	name: string,
	webhookId: string,
	parameters: { takeOver?: boolean },
): WorkflowFile {
	return workflowOf(name, credential, [
		{
			name: TRIGGER,
			type: WAZZUP_TRIGGER,
			webhookId,
			parameters: { events: ['messageReceived'], ...parameters },
		},
		{
			name: 'Answer',
			type: WAZZUP,
			parameters: {
				resource: 'message',
				operation: 'send',
				channelId: { __rl: true, mode: 'id', value: '={{ $json.channelId }}' },
				chatId: '={{ $json.chatId }}',
				content: 'text',
				text: '=You wrote: {{ $json.text }}',
			},
		},
	]);
}

/** A workflow in n8n that answers every message with "You wrote: …", and the customer who writes to it. */
export class Answering {
	private constructor(
		private readonly stack: Stack,
		readonly workflowId: string,
		/** The addresses of the trigger, without the token. */
		readonly address: { production: string; test: string },
	) {}

	/** Imports the workflow; it is not published yet. */
	static async import(
		stack: Stack,
		name: string,
		parameters: { takeOver?: boolean } = {},
	): Promise<Answering> {
		const webhookId = randomUUID();
		const { n8n, editor, credentials } = stack;
		const workflow = answer(credentials.wazzupApi, name, webhookId, parameters);
		const { id } = await editor.saveWorkflow(workflow);
		return new Answering(stack, id, {
			production: `${n8n.url}/webhook/${webhookId}/webhook`,
			test: `${n8n.url}/webhook-test/${webhookId}/webhook`,
		});
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

	/** Writes as a customer of the WhatsApp channel. */
	customerWrites(text: string, chatId = '79011112233'): { channelId: string; chatId: string } {
		const { control } = this.stack.sandbox;
		const channel = control.state().channels.find(({ state }) => state === 'active');
		if (channel === undefined) throw new Error('The sandbox has no active channel');
		const { channelId } = channel;
		control.customerWrites({ channelId, chatId, text });
		return { channelId, chatId };
	}

	/** Writes as the customer, and waits until the answer to this text is on the phone. */
	async converse(text: string, chatId?: string): Promise<ChatMessage> {
		const chat = this.customerWrites(text, chatId);
		const { control } = this.stack.sandbox;
		const probe = async () =>
			control
				.messages(chat.channelId, chat.chatId)
				.find(
					({ direction, text: answer, status }) =>
						direction === 'out' && answer === `You wrote: ${text}` && status !== 'pending',
				);
		return await waitFor(`The answer to "${text}" on the phone`, probe, {
			seconds: SECONDS,
			report: () => `The last delivery: ${JSON.stringify(control.deliveries().at(-1))}`,
		});
	}

	/** How many executions the workflow has had. */
	async countExecutions(): Promise<number> {
		return (await this.stack.editor.executions(this.workflowId, 100)).length;
	}

	/** What the account delivers, and where to. */
	target(): { uri: string | null; subscriptions: unknown } {
		const { webhooksUri, subscriptions } = this.stack.sandbox.control.state().webhooks;
		return { uri: webhooksUri, subscriptions };
	}

	/** Waits until the account delivers to an address that starts so. */
	async targetBecomes(start: string): Promise<string> {
		const probe = async () => {
			const { uri } = this.target();
			return uri?.startsWith(start) ? uri : undefined;
		};
		return await waitFor(`The address of the account becoming ${start}`, probe, {
			seconds: SECONDS,
			report: () => `It is ${this.target().uri}`,
		});
	}
}

const Refusal = z.looseObject({ error: z.string().optional() });

/** Sets address and switches of the account, as any program with the key may. */
export async function setTarget(
	{ sandbox }: Stack,
	webhooksUri: string,
	subscriptions: Record<string, boolean>,
): Promise<void> {
	const reply = await fetch(`${sandbox.url}/v3/webhooks`, {
		method: 'PATCH',
		headers: { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' },
		body: JSON.stringify({ webhooksUri, subscriptions }),
	});
	if (reply.ok) return;
	const { error } = Refusal.parse(await reply.json());
	throw new Error(`The sandbox refused the address ${webhooksUri}: ${error}`);
}
