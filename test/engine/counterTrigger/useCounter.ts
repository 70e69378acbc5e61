import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox';
import { CounterWorkflow } from './counterHost';

export const surfaces = ['v3', 'legacy'] as const;
export type CounterApi = (typeof surfaces)[number];

/** A fresh sandbox for each test of the file, and workflows that watch its counters; all are stopped afterwards. */
export function useCounter(options: SandboxOptions = {}) {
	let sandbox: Sandbox;
	const workflows: CounterWorkflow[] = [];
	const start = async (port = 0) => {
		sandbox = await startSandbox({ statusSteps: false, echo: false, ...options, port });
	};
	beforeEach(async () => await start());
	afterEach(async () => {
		for (const workflow of workflows.splice(0)) await workflow.stop();
		await sandbox.close();
	});

	return {
		get sandbox() {
			return sandbox;
		},
		get control() {
			return sandbox.control;
		},
		/** Ids of users that the account has. */
		users: (): string[] => sandbox.control.state().users.map(({ id }) => id),
		/** A workflow for these users, by default the first one. */
		workflow: (
			api: CounterApi,
			{
				users = sandbox.control
					.state()
					.users.slice(0, 1)
					.map(({ id }) => id),
				options: nodeOptions = {},
				...credentials
			}: { users?: unknown; options?: IDataObject } & { apiKey?: string } = {},
		): CounterWorkflow => {
			const given = api === 'v3' ? { users } : { userIds: users };
			const workflow = new CounterWorkflow(
				{ api, ...(given as IDataObject), options: nodeOptions },
				{ apiKey: sandbox.apiKey, baseUrl: sandbox.url, ...credentials },
			);
			workflows.push(workflow);
			return workflow;
		},
		/** A customer whom the CRM does not know: everybody's counter goes up by one. */
		customerWrites: (chatId = '79001112233') => {
			const channel = sandbox.control
				.state()
				.channels.find(({ transport, state }) => transport === 'whatsapp' && state === 'active');
			sandbox.control.customerWrites({
				channelId: channel?.channelId ?? '',
				chatId,
				text: 'hello',
			});
		},
		/** Ends the sandbox as a server that goes down; gives what starts another one on the same port. */
		goDown: async () => {
			const port = Number(new URL(sandbox.url).port);
			await sandbox.close();
			return async () => await start(port);
		},
	};
}

/** An item of the trigger. */
export const item = {
	v3: (userId: unknown, now: number, before: number | null) => ({
		userId,
		...v3Counter(now),
		previous: before === null ? nothing : v3Counter(before),
	}),
	legacy: (userId: unknown, now: number, before: number | null) => ({
		userId,
		...nothing,
		counter: now,
		previous: { ...nothing, counter: before },
	}),
};

const nothing = { counter: null, counterV2: null, type: null };
const v3Counter = (count: number) => ({
	counter: count,
	counterV2: count,
	type: count > 0 ? 'grey' : null,
});

/** Resolves once it is so; a test that waits in vain runs into its time limit. */
export async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
