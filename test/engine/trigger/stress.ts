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
	/** The delivery of a customer's message whose text is also its id, with other news of it where the surface has it so. */
	delivery: (text: string) => object;
	/** The delivery with entries beside the message that are none of Wazzup's. */
	beside: (text: string, entries: readonly unknown[]) => object;
	/** What else a delivery starts, by `nameOf`, the first time that it tells it. */
	others?: (text: string) => string[];
}

/** What an item tells: the text of a message, otherwise what happened to which thing. */
export const nameOf = ({ text, event, messageId, channelId }: IDataObject): string =>
	String(text ?? [event, messageId ?? channelId ?? ''].join(' ').trim());

/** A published trigger of a surface, with every event, for each test of the file; and what posts to it. */
export function useStress(surface: StressSurface) {
	let sandbox: Sandbox;
	let host: TriggerHost;
	let url: string;

	const publish = async (parameters: IDataObject = {}) => {
		const workflow = new TriggerWorkflow(host, {
			id: `stress-${surface.name}-${++workflows}`,
			parameters: {
				...{ surface: surface.name, events: surface.events },
				// n8n runs no workflow of which a required field is empty, and the requests of tech require this one.
				cardLink: 'https://crm.example.com/{ID}',
				...parameters,
			},
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
		/** Posts a text or bytes as they are, anything else as JSON; gives the status of the answer. */
		post: async (body: unknown, to: string | URL = url, changes: RequestInit = {}) => {
			const answer = await fetch(to, {
				method: 'POST',
				headers: { 'content-type': 'application/json; charset-utf-8' },
				body: bodyOf(body),
				...changes,
			});
			await answer.arrayBuffer();
			return answer.status;
		},
		/** How many runs each event has started, by `nameOf`. */
		runs: (): Record<string, number> =>
			countBy(host.started.flatMap(({ items }) => items.map(nameOf))),
		/** The runs where each delivery of these texts, and all else that it tells, has started one. */
		onceEach: (texts: readonly string[]): Record<string, number> => {
			const names = texts.flatMap((text) => [text, ...(surface.others?.(text) ?? [])]);
			return Object.fromEntries(names.map((name) => [name, 1]));
		},
	};
}

let workflows = 0;

function bodyOf(body: unknown): string | Uint8Array<ArrayBuffer> {
	if (Buffer.isBuffer(body)) return new Uint8Array(body);
	return typeof body === 'string' ? body : JSON.stringify(body);
}
