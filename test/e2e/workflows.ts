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

/** n8n's types of the nodes of this package. */
export const WAZZUP = 'n8n-nodes-wazzup24.wazzup';
export const WAZZUP_TRIGGER = 'n8n-nodes-wazzup24.wazzupTrigger';
export const WAZZUP_COUNTER_TRIGGER = 'n8n-nodes-wazzup24.wazzupCounterTrigger';
export const WAZZUP_CLIENT = 'n8n-nodes-wazzup24.wazzupClient';
export const WAZZUP_PARTNER = 'n8n-nodes-wazzup24.wazzupPartner';

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
