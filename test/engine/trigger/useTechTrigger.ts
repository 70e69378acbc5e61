import type { IDataObject } from 'n8n-workflow';
import {
	startSandbox,
	type JournalEntry,
	type Sandbox,
	type SandboxOptions,
} from '../../../sandbox';
import { TriggerHost } from './triggerHost';
import { TriggerWorkflow, type TriggerOptions } from './triggerWorkflow';

let workflows = 0;

/** A fresh sandbox and host for each test of the file, and triggers on the account of a partner's customer. */
export function useTechTrigger(settings: SandboxOptions = {}) {
	let sandbox: Sandbox;
	let host: TriggerHost;
	beforeEach(async () => {
		sandbox = await startSandbox({ statusSteps: false, echo: false, repeatPause: 5, ...settings });
		host = await TriggerHost.start();
	});
	afterEach(async () => {
		await host.close();
		await sandbox.close();
	});

	const quiet = async () => {
		await sandbox.control.idle();
		await host.settled();
	};
	const channel = (transport = 'whatsapp', accountId?: string) => {
		const found = sandbox.control.tech
			.account(accountId)
			.channels.find((each) => each.transport === transport && each.state === 'active');
		if (!found) throw new Error(`The account has no active ${transport} channel`);
		return found.channelId;
	};

	return {
		get sandbox() {
			return sandbox;
		},
		get control() {
			return sandbox.control;
		},
		get host() {
			return host;
		},
		quiet,
		channel,
		/** A workflow of its own each, with a pasted client token of the seeded account. */
		trigger: (
			parameters: IDataObject = {},
			options: Partial<TriggerOptions> = {},
		): TriggerWorkflow =>
			new TriggerWorkflow(host, {
				id: `tech-${++workflows}`,
				parameters: { surface: 'tech', events: ['messageReceived'], ...parameters },
				credentialType: 'wazzupClientApi',
				credentials: {
					accessBy: 'accessToken',
					clientAccessToken: sandbox.clientToken(),
					baseUrl: sandbox.techUrl,
				},
				...options,
			}),
		/** The same with the partner login. */
		partnerTrigger: (accountId: string, parameters: IDataObject = {}): TriggerWorkflow =>
			new TriggerWorkflow(host, {
				id: `tech-${++workflows}`,
				parameters: {
					surface: 'tech',
					events: ['messageReceived'],
					authentication: 'partnerLogin',
					accountId,
					...parameters,
				},
				credentialType: 'wazzupPartnerApi',
				credentials: { ...sandbox.partner, baseUrl: sandbox.techUrl },
			}),
		/** What the account is subscribed to, without the tokens of the addresses. */
		subscriptions: (accountId?: string): string[] =>
			sandbox.control.tech
				.account(accountId)
				.webhooks.map(({ event, url }) => `${event} ${url.split('?')[0]}`)
				.sort(),
		/** Subscribes as another program does. */
		subscribe: async (url: string, event: string): Promise<void> => {
			const answer = await fetch(`${sandbox.techUrl}/v2/webhooks`, {
				method: 'POST',
				headers: {
					authorization: `Bearer ${sandbox.clientToken()}`,
					'content-type': 'application/json',
				},
				body: JSON.stringify({ data: [{ url, event }] }),
			});
			expect(answer.status).toBe(200);
		},
		/** A customer writes, and all that this sets off has ended. */
		write: async (text: string, transport?: string, accountId?: string): Promise<void> => {
			sandbox.control.customerWrites({
				channelId: channel(transport, accountId),
				chatId: '79011112233',
				text,
			});
			await quiet();
		},
		/** Requests to the subscriptions, in the order of arrival. */
		requests: (method: string): JournalEntry[] =>
			sandbox.control
				.journal()
				.filter((entry) => entry.method === method && entry.path === '/v2/webhooks'),
		items: () => host.started.flatMap((start) => start.items),
		texts: () => host.started.map(({ mode, items }) => `${mode}: ${String(items[0]?.text)}`),
	};
}
