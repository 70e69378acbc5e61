import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type JournalEntry, type Sandbox } from '../../../sandbox';
import { TriggerHost } from './triggerHost';
import { TriggerWorkflow, type TriggerOptions } from './triggerWorkflow';

let workflows = 0;

/** A message as the API of 2021 delivers it. */
export const legacyMessage = (changes: IDataObject = {}) => ({
	messageId: 'm-1',
	channelId: 'channel-1',
	chatType: 'whatsapp',
	chatId: '79011112233',
	dateTime: 1746540960002,
	type: 1,
	status: 99,
	text: 'hello',
	authorType: 99,
	authorName: 'Anna',
	...changes,
});

/** A fresh sandbox and host for each test of the file, and triggers on the account as the API of 2021 knows it. */
export function useLegacyTrigger() {
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

	const request = async (method: string, path: string, body?: unknown): Promise<unknown> => {
		const answer = await fetch(`${sandbox.url}${path}`, {
			method,
			headers: { authorization: `Basic ${sandbox.apiKey}`, 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		expect(answer.ok).toBe(true);
		return await answer.json();
	};
	const webhooksUrl = async () => {
		const { webhooksUrl: url } = (await request('GET', '/v2/webhooks')) as { webhooksUrl: string };
		return url;
	};
	const trigger = (parameters: IDataObject = {}, options: Partial<TriggerOptions> = {}) =>
		new TriggerWorkflow(host, {
			id: `legacy-${++workflows}`,
			parameters: { surface: 'legacy', events: ['messageReceived'], ...parameters },
			credentials: { apiKey: sandbox.apiKey, baseUrl: sandbox.url },
			...options,
		});

	return {
		get sandbox() {
			return sandbox;
		},
		get host() {
			return host;
		},
		/** Sends a request as any program with the key does. */
		request,
		/** The address of the account, with its token; null where there is none. */
		webhooksUrl,
		/** A workflow of its own each, since repeats are remembered by workflow. */
		trigger,
		published: async (parameters: IDataObject = {}): Promise<TriggerWorkflow> => {
			const workflow = trigger(parameters);
			await workflow.publish();
			return workflow;
		},
		/** What was asked to be the address, oldest first. */
		puts: (): unknown[] =>
			sandbox.control
				.journal()
				.filter((entry: JournalEntry) => entry.method === 'PUT' && entry.path === '/v2/webhooks')
				.map(({ body }) => (body as { url: unknown }).url),
		/** Another program at the account's address. */
		occupy: async (): Promise<string> => {
			host.others.set('/other', 200);
			const url = `${host.origin}/other?key=secret-of-another`;
			await request('PUT', '/v2/webhooks', { url });
			sandbox.control.clearJournal();
			return url;
		},
		/** Posts to the address of the workflow: with its token, unless another query is given. */
		post: async (workflow: TriggerWorkflow, body: unknown, query?: string) => {
			const token = (await webhooksUrl())?.split('?')[1] ?? '';
			const answer = await fetch(`${workflow.productionUrl}?${query ?? token}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			});
			await host.settled();
			return { status: answer.status, body: (await answer.json()) as unknown };
		},
		channelOf: (transport: string): string => {
			const channel = sandbox.control
				.state()
				.channels.find((each) => each.transport === transport && each.state === 'active');
			if (!channel) throw new Error(`The sandbox has no active ${transport} channel`);
			return channel.channelId;
		},
		quiet: async (): Promise<void> => {
			await sandbox.control.idle();
			await host.settled();
		},
		items: () => host.started.flatMap((start) => start.items),
		texts: () => host.started.map(({ mode, items }) => `${mode}: ${String(items[0]?.text)}`),
	};
}
