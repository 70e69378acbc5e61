import type { IDataObject } from 'n8n-workflow';
import { WazzupLegacy } from '../../../nodes/WazzupLegacy/WazzupLegacy.node';
import type { Sandbox } from '../../../sandbox';
import { request } from '../../unit/sandbox/legacy/client';
import type { EngineResult, EngineRun } from '../harness';
import { useSandbox } from '../wazzup/useSandbox';

/** A fresh sandbox for each test of the file, and the Wazzup Legacy node connected to it. */
export function useLegacy() {
	const sandbox = useSandbox();
	const run = async (
		parameters: IDataObject,
		items?: IDataObject[],
		options: Partial<EngineRun> = {},
	): Promise<EngineResult> =>
		await sandbox.run(parameters, items, { nodeType: new WazzupLegacy(), ...options });
	return {
		get control() {
			return sandbox.control;
		},
		/** What only the 2021 API knows. */
		get stored() {
			return sandbox.control.state().legacy;
		},
		credentials: sandbox.credentials,
		requests: sandbox.requests,
		run,
		/** The same, with the error output that Continue On Fail gives. */
		runOn: async (parameters: IDataObject, items?: IDataObject[]) =>
			await run(parameters, items, { onError: 'continueErrorOutput' }),
		/** Sends a request past the node. */
		send: async (method: string, path: string, body?: unknown) => {
			const { apiKey, baseUrl } = sandbox.credentials();
			const reached: Pick<Sandbox, 'apiKey' | 'url'> = { apiKey, url: baseUrl };
			return await request(reached, method, path, body);
		},
		/** The channel of a messenger that works. */
		channel: (transport = 'whatsapp') => {
			const found = sandbox.control
				.state()
				.channels.find((each) => each.transport === transport && each.state === 'active');
			if (!found) throw new Error(`The sandbox has no active channel of ${transport}`);
			return found.channelId;
		},
	};
}
