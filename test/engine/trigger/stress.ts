import { countBy } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { CredentialType, EngineRun } from '../harness';
import { TriggerHost } from './triggerHost';
import { TriggerWorkflow } from './triggerWorkflow';

/** A surface under stress. */
export interface StressSurface {
	name: string;
	credentialType: CredentialType;
	credentials: (sandbox: Sandbox) => EngineRun['credentials'];
	/** Every event that the trigger offers. */
	events: string[];
	/** The address that the trigger has registered. */
	address: (sandbox: Sandbox) => string | null | undefined;
	/** The delivery of a customer's message whose text is also its id. */
	delivery: (text: string) => object;
}

/** A published trigger of a surface, with every event, for each test of the file; and what posts to it. */
export function useStress(surface: StressSurface) {
	let sandbox: Sandbox;
	let host: TriggerHost;
	let url: string;

	const publish = async (parameters: IDataObject = {}) => {
		const workflow = new TriggerWorkflow(host, {
			id: `stress-${surface.name}-${++workflows}`,
			parameters: { surface: surface.name, events: surface.events, ...parameters },
			credentials: surface.credentials(sandbox),
			credentialType: surface.credentialType,
		});
		await workflow.publish();
		url = surface.address(sandbox) ?? '';
		return workflow;
	};

	beforeEach(async () => {
		sandbox = await startSandbox({ statusSteps: false, echo: false });
		host = await TriggerHost.start();
	});
	afterEach(async () => {
		await host.close();
		await sandbox.close();
	});

	return {
		publish,
		get host() {
			return host;
		},
		/** The address of the trigger with its token. */
		get url() {
			return new URL(url);
		},
		/** Posts a text as it is, anything else as JSON; gives the status of the answer. */
		post: async (body: unknown, to: string | URL = url): Promise<number> => {
			const answer = await fetch(to, {
				method: 'POST',
				headers: { 'content-type': 'application/json; charset-utf-8' },
				body: typeof body === 'string' ? body : JSON.stringify(body),
			});
			await answer.arrayBuffer();
			return answer.status;
		},
		/** How many runs each text has started. */
		runs: (): Record<string, number> =>
			countBy(host.started.flatMap(({ items }) => items.map(({ text }) => String(text)))),
	};
}

let workflows = 0;
