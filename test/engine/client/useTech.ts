import type { IDataObject } from 'n8n-workflow';
import { waitFor } from '../../../host/wait';
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
		/** Waits until a channel shows its code, which it does a moment after it was created; then a person scans it. */
		scan: async (channelId: string, password?: string): Promise<void> => {
			const { tech } = sandbox.control;
			const state = () =>
				tech.account().channels.find((channel) => channel.channelId === channelId)?.state;
			await waitFor(
				'The QR code',
				async () => await Promise.resolve(state() === 'qr' || undefined),
				{ seconds: 20, everyMs: 5, report: () => `The channel is ${state() ?? 'gone'}` },
			);
			tech.scan(channelId, { password });
		},
		/** The requests to a path, in the order of arrival. */
		requests: (method: string, path: string): JournalEntry[] =>
			sandbox.control.journal().filter((entry) => entry.method === method && entry.path === path),
	};
}
