import { lowerFirst } from 'lodash';
import type { StoredCredential, WorkflowFile } from '../../host/workflow';

/** A node of a workflow that a test puts together. */
export interface Step {
	name: string;
	/** e.g. `n8n-nodes-wazzup24.wazzup` */
	type: string;
	typeVersion?: number;
	parameters?: Record<string, unknown>;
	webhookId?: string;
}

/** n8n's type of a node of this package, by the name of its class. */
export const typeOf = (className: string) => `n8n-nodes-wazzup24.${lowerFirst(className)}`;

export const WAZZUP = typeOf('Wazzup');
export const WAZZUP_TRIGGER = typeOf('WazzupTrigger');
export const WAZZUP_COUNTER_TRIGGER = typeOf('WazzupCounterTrigger');
export const WAZZUP_CLIENT = typeOf('WazzupClient');
export const WAZZUP_PARTNER = typeOf('WazzupPartner');
export const WAZZUP_LEGACY = typeOf('WazzupLegacy');

const isOurs = ({ type }: Step) => type.startsWith('n8n-nodes-wazzup24.');
const NODES_IN_A_ROW = 6;

/** A workflow of these nodes, where our own have the credential; each leads to the next unless they are loose. */
export function workflowOf(
	name: string,
	credential: StoredCredential,
	steps: Step[],
	{ loose = false } = {},
): WorkflowFile {
	const { id, name: credentialName, type } = credential;
	const nodes = steps.map((step, index) => ({
		id: `node-${index}`,
		typeVersion: 1,
		parameters: {},
		position: [(index % NODES_IN_A_ROW) * 220, Math.floor(index / NODES_IN_A_ROW) * 220],
		...step,
		...(isOurs(step) && { credentials: { [type]: { id, name: credentialName } } }),
	}));
	const links = steps.slice(1).map(({ name: next }, index) => {
		const link = { main: [[{ node: next, type: 'main', index: 0 }]] };
		return [steps[index]?.name ?? '', link] as const;
	});
	return {
		name,
		nodes,
		connections: loose ? {} : Object.fromEntries(links),
		settings: { executionOrder: 'v1' },
	};
}
