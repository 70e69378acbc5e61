import { NodeHelpers, type INode, type INodeProperties, type INodeType } from 'n8n-workflow';
import { Wazzup } from '../nodes/Wazzup/Wazzup.node';
import { WazzupClient } from '../nodes/WazzupClient/WazzupClient.node';
import { WazzupCounterTrigger } from '../nodes/WazzupCounterTrigger/WazzupCounterTrigger.node';
import { WazzupLegacy } from '../nodes/WazzupLegacy/WazzupLegacy.node';
import { WazzupPartner } from '../nodes/WazzupPartner/WazzupPartner.node';
import { WazzupTrigger } from '../nodes/WazzupTrigger/WazzupTrigger.node';

/** Every node of the pack, by the name of its class. */
export const nodeTypes: Record<string, INodeType> = {
	Wazzup: new Wazzup(),
	WazzupClient: new WazzupClient(),
	WazzupCounterTrigger: new WazzupCounterTrigger(),
	WazzupLegacy: new WazzupLegacy(),
	WazzupPartner: new WazzupPartner(),
	WazzupTrigger: new WazzupTrigger(),
};

/** Names of the parameters by which credentials are shown. The editor hides them: only Authentication comes back, with the list of credentials. */
export const chosenWithCredential = ({ description }: INodeType): string[] =>
	(description.credentials ?? []).flatMap(({ displayOptions }) =>
		Object.keys(displayOptions?.show ?? {}),
	);

/** What n8n shows of a node in which a person has set these parameters. */
export function shownParameters(
	className: string,
	parameters: INode['parameters'],
): INodeProperties[] {
	const type = nodeTypes[className];
	if (!type) throw new Error(`There is no node ${className}`);
	const { description } = type;
	const node: INode = {
		id: '1',
		name: className,
		type: className,
		typeVersion: Math.max(...[description.version].flat()),
		position: [0, 0],
		parameters,
	};
	const { properties } = description;
	const all = NodeHelpers.getNodeParameters(properties, parameters, true, false, node, description);
	return properties.filter((property) =>
		NodeHelpers.displayParameter(all ?? parameters, property, node, description),
	);
}
