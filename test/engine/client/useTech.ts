import type { IDataObject } from 'n8n-workflow';
import { WazzupClient } from '../../../nodes/WazzupClient/WazzupClient.node';
import { WazzupPartner } from '../../../nodes/WazzupPartner/WazzupPartner.node';
import {
	startSandbox,
	type JournalEntry,
	type Sandbox,
	type SandboxOptions,
} from '../../../sandbox';
import { runNode, type EngineResult, type EngineRun } from '../harness';

/** A fresh sandbox for each test of the file, and the two partner nodes connected to it. */
export function useTech(options: SandboxOptions = {}) {
	let sandbox: Sandbox;
	beforeEach(async () => {
		sandbox = await startSandbox({ statusSteps: false, echo: false, ...options });
	});
	afterEach(async () => await sandbox.close());

	const login = () => ({ ...sandbox.partner, baseUrl: sandbox.techUrl });
	const pasted = () => ({
		accessBy: 'accessToken',
		clientAccessToken: sandbox.clientToken(),
		baseUrl: sandbox.techUrl,
	});

	return {
		get control() {
			return sandbox.control;
		},
		get accountId() {
			return sandbox.accountId;
		},
		/** Fields of a Wazzup Partner API credential. */
		login,
		/** Fields of a Wazzup Client API credential with an access token of the seeded account. */
		pasted,
		/** The Wazzup Client node with a pasted token of the seeded account. */
		run: async (
			parameters: IDataObject,
			items?: IDataObject[],
			more: Partial<EngineRun> = {},
		): Promise<EngineResult> =>
			await runNode({
				parameters: { authentication: 'clientToken', ...parameters },
				items,
				nodeType: new WazzupClient(),
				credentialType: 'wazzupClientApi',
				credentials: pasted(),
				...more,
			}),
		/** The Wazzup Client node with the partner login; `accountId` is a parameter. */
		runForAccount: async (
			parameters: IDataObject,
			items?: IDataObject[],
			more: Partial<EngineRun> = {},
		): Promise<EngineResult> =>
			await runNode({
				parameters: {
					authentication: 'partnerLogin',
					accountId: sandbox.accountId,
					...parameters,
				},
				items,
				nodeType: new WazzupClient(),
				credentialType: 'wazzupPartnerApi',
				credentials: login(),
				...more,
			}),
		/** The Wazzup Partner node. */
		runPartner: async (
			parameters: IDataObject,
			items?: IDataObject[],
			more: Partial<EngineRun> = {},
		): Promise<EngineResult> =>
			await runNode({
				parameters,
				items,
				nodeType: new WazzupPartner(),
				credentialType: 'wazzupPartnerApi',
				credentials: login(),
				...more,
			}),
		/** The requests to a path, in the order of arrival. */
		requests: (method: string, path: string): JournalEntry[] =>
			sandbox.control.journal().filter((entry) => entry.method === method && entry.path === path),
	};
}
