import { webhookDescriptionFields, type INodeParameters } from 'n8n-workflow';
import { creationEventNames } from '../../api/events/event';

/** Whether deliveries wait for the workflow: only where creation requests start it, and are answered by its last node. */
export function waitsForLastNode(reply: unknown, events: unknown): boolean {
	const names: readonly unknown[] = creationEventNames;
	return (
		reply === 'lastNode' &&
		Array.isArray(events) &&
		events.some((name: unknown) => names.includes(name))
	);
}

/** The same as an expression, for the editor. */
const WAITS = `$parameter["creationReply"] === "lastNode" && ${JSON.stringify(creationEventNames)}.some((event) => $parameter["events"].includes(event))`;

const field = (waiting: string, otherwise: string) => ({
	template: `={{ ${WAITS} ? "${waiting}" : "${otherwise}" }}`,
	resolve: ({ creationReply, events }: INodeParameters) =>
		waitsForLastNode(creationReply, events) ? waiting : otherwise,
});

/**
 * How n8n answers a delivery. n8n calls the functions where it knows them; as expressions alone they would be evaluated
 * in its sandbox with each delivery, which takes longer than all else that happens then.
 */
export const response = webhookDescriptionFields({
	responseMode: field('lastNode', 'onReceived'),
	responseData: field('firstEntryJson', ''),
});
