import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type JournalEntry, type Sandbox } from '../../../sandbox';
import { runNode, type EngineResult, type EngineRun } from '../harness';

/** A picker's value as a workflow stores it. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** A fresh sandbox for each test of the file, and the Wazzup node connected to it. */
export function useSandbox() {
	let sandbox: Sandbox;
	beforeEach(async () => {
		sandbox = await startSandbox({ statusSteps: false, echo: false });
	});
	afterEach(async () => await sandbox.close());

	const run = async (
		parameters: IDataObject,
		items?: IDataObject[],
		options: Partial<EngineRun> = {},
	): Promise<EngineResult> =>
		await runNode({
			parameters,
			items,
			credentials: { apiKey: sandbox.apiKey, baseUrl: sandbox.url },
			...options,
		});

	return {
		get control() {
			return sandbox.control;
		},
		credentials: () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }),
		run,
		/** The same, with the error output that Continue On Fail gives. */
		runOn: async (parameters: IDataObject, items?: IDataObject[]) =>
			await run(parameters, items, { onError: 'continueErrorOutput' }),
		/** The requests to a path, in the order of arrival. */
		requests: (method: string, path: string): JournalEntry[] =>
			sandbox.control.journal().filter((entry) => entry.method === method && entry.path === path),
	};
}
