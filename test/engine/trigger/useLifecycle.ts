import { startSandbox, type Sandbox } from '../../../sandbox';
import { TriggerHost } from './triggerHost';
import { TriggerWorkflow, type TriggerOptions } from './triggerWorkflow';

export const MESSAGES = {
	messagesAndStatuses: true,
	contactsAndDealsCreation: false,
	channelsUpdates: false,
	templateStatus: false,
};
export const NOTHING = { ...MESSAGES, messagesAndStatuses: false };
export const OTHERS = { ...NOTHING, channelsUpdates: true, templateStatus: true };

/** A fresh sandbox and host for each test of the file, and v3 triggers that register in it. */
export function useLifecycle() {
	let sandbox: Sandbox;
	let host: TriggerHost;

	beforeEach(async () => {
		sandbox = await startSandbox({ statusSteps: false, echo: false });
		host = await TriggerHost.start();
	});
	afterEach(async () => {
		await host.close();
		await sandbox.close();
	});

	const webhooks = () => sandbox.control.state().webhooks;

	return {
		get sandbox() {
			return sandbox;
		},
		get host() {
			return host;
		},
		webhooks,
		address: () => webhooks().webhooksUri?.split('?')[0],
		patches: () =>
			sandbox.control
				.journal()
				.filter(({ method, path }) => method === 'PATCH' && path === '/v3/webhooks'),
		trigger: (options: Partial<TriggerOptions> = {}) =>
			new TriggerWorkflow(host, {
				parameters: { events: ['messageReceived'] },
				credentials: { apiKey: sandbox.apiKey, baseUrl: sandbox.url },
				...options,
			}),
		/** A customer writes, and all that this sets off has ended. */
		write: async (text: string) => {
			const [channel] = sandbox.control.state().channels;
			sandbox.control.customerWrites({
				channelId: channel?.channelId ?? '',
				chatId: '79011112233',
				text,
			});
			await sandbox.control.idle();
			await host.settled();
		},
		texts: () => host.started.map(({ mode, items }) => `${mode}: ${String(items[0]?.text)}`),
		/** Another program at the account's address. */
		occupy: async (): Promise<string> => {
			host.others.set('/other', 200);
			const webhooksUri = `${host.origin}/other?key=secret-of-another`;
			const answer = await fetch(`${sandbox.url}/v3/webhooks`, {
				method: 'PATCH',
				headers: { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' },
				body: JSON.stringify({ webhooksUri, subscriptions: OTHERS }),
			});
			expect(answer.status).toBe(200);
			sandbox.control.clearJournal();
			return webhooksUri;
		},
	};
}
