import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { TriggerHost } from './triggerHost';
import { TriggerWorkflow } from './triggerWorkflow';

export const EVERY_MESSAGE = ['messageReceived', 'messageSent', 'messageEdited', 'messageDeleted'];
let workflows = 0;

/** A message as Wazzup delivers it. */
export const message = (changes: IDataObject = {}) => ({
	messageId: 'm-1',
	channelId: 'channel-1',
	chatType: 'whatsapp',
	chatId: '79011112233',
	dateTime: '2025-05-06T14:16:00.002Z',
	type: 'text',
	isEcho: false,
	text: 'hello',
	status: 'inbound',
	...changes,
});

/** A fresh sandbox and host for each test of the file, and what delivers to published v3 triggers. */
export function useDeliveries() {
	let sandbox: Sandbox;
	let host: TriggerHost;

	beforeEach(async () => {
		sandbox = await startSandbox({ statusSteps: false });
		host = await TriggerHost.start();
	});
	afterEach(async () => {
		await host.close();
		await sandbox.close();
	});

	const channelOf = (transport: string) => {
		const channel = sandbox.control.state().channels.find((each) => each.transport === transport);
		if (!channel) throw new Error(`The sandbox has no ${transport} channel`);
		return channel.channelId;
	};

	return {
		get sandbox() {
			return sandbox;
		},
		get host() {
			return host;
		},
		channelOf,
		items: () => host.started.flatMap((start) => start.items),
		/** A published workflow; each has an id of its own, since repeats are remembered by workflow. */
		published: async (parameters: IDataObject): Promise<TriggerWorkflow> => {
			const workflow = new TriggerWorkflow(host, {
				id: `workflow-${++workflows}`,
				parameters: { events: EVERY_MESSAGE, ...parameters },
				credentials: { apiKey: sandbox.apiKey, baseUrl: sandbox.url },
			});
			await workflow.publish();
			return workflow;
		},
		/** Posts to the address of the workflow: with its token, unless another query is given. */
		post: async (workflow: TriggerWorkflow, body: unknown, query?: string) => {
			const token = sandbox.control.state().webhooks.webhooksUri?.split('?')[1] ?? '';
			const answer = await fetch(`${workflow.productionUrl}?${query ?? token}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json; charset-utf-8' },
				body: typeof body === 'string' ? body : JSON.stringify(body),
			});
			await host.settled();
			return { status: answer.status, body: (await answer.json()) as unknown };
		},
		/** Sends a message as any program with the key does; gives its id. */
		send: async (text: string): Promise<string> => {
			const answer = await fetch(`${sandbox.url}/v3/message`, {
				method: 'POST',
				headers: { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' },
				body: JSON.stringify({
					channelId: channelOf('whatsapp'),
					chatType: 'whatsapp',
					chatId: '79011112233',
					text,
				}),
			});
			return ((await answer.json()) as { messageId: string }).messageId;
		},
		quiet: async (): Promise<void> => {
			await sandbox.control.idle();
			await host.settled();
		},
	};
}
