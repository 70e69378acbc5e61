import type { Operation, Resource } from '../nodes/shared/operation';
import { resources as wazzup } from '../nodes/Wazzup/resources';
import { resources as wazzupClient } from '../nodes/WazzupClient/resources';
import { resources as wazzupLegacy } from '../nodes/WazzupLegacy/resources';
import { resources as wazzupPartner } from '../nodes/WazzupPartner/resources';

/** An action node and what it can do. */
export interface ActionNode {
	/** Its folder under nodes/, which is also the name of its class. */
	name: string;
	resources: readonly Resource[];
}

/** The action nodes of the pack. The catalogue, the previews and the README's table are made from this list. */
export const actionNodes: readonly ActionNode[] = [
	{ name: 'Wazzup', resources: wazzup },
	{ name: 'WazzupClient', resources: wazzupClient },
	{ name: 'WazzupLegacy', resources: wazzupLegacy },
	{ name: 'WazzupPartner', resources: wazzupPartner },
];

/** One operation, and where it stands. */
export interface Place {
	node: ActionNode;
	resource: Resource;
	operation: Operation;
}

/** All operations of all action nodes, in the order of the lists. */
export function allOperations(nodes: readonly ActionNode[] = actionNodes): Place[] {
	return nodes.flatMap((node) =>
		node.resources.flatMap((resource) =>
			resource.operations.map((operation) => ({ node, resource, operation })),
		),
	);
}
