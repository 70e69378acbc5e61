import { resolveWebhookDescriptionField, Workflow, type INode, type INodeType } from 'n8n-workflow';
import { WazzupTrigger } from '../../../nodes/WazzupTrigger/WazzupTrigger.node';

const type: INodeType = new WazzupTrigger();

test.each([
	['a request that waits', 'v3', 'lastNode', ['messageReceived', 'dealRequested'], 'lastNode'],
	['one of a partner', 'tech', 'lastNode', ['crm_entities.contact_add'], 'lastNode'],
	['no request', 'v3', 'lastNode', ['messageReceived'], 'onReceived'],
	['an answer at once', 'v3', 'immediately', ['contactRequested'], 'onReceived'],
])('%s: n8n reads the same natively and as an expression', (_, surface, reply, events, mode) => {
	const stored: INode = {
		id: '1',
		name: 'Wazzup Trigger',
		type: 'test',
		typeVersion: 1,
		position: [0, 0],
		parameters: { surface, creationReply: reply, events },
	};
	const find = () => type;
	const workflow = new Workflow({
		nodes: [stored],
		connections: {},
		active: false,
		nodeTypes: { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) },
	});
	const node = workflow.nodes[stored.name] ?? stored;
	const [webhook] = type.description.webhooks ?? [];
	if (!webhook) throw new Error('The trigger has no webhook');
	const data = mode === 'lastNode' ? 'firstEntryJson' : '';
	for (const [field, value] of Object.entries({ responseMode: mode, responseData: data })) {
		expect(resolveWebhookDescriptionField(node, webhook, field)).toEqual({ resolved: true, value });
		const text = String(webhook[field as keyof typeof webhook]);
		expect(workflow.expression.getSimpleParameterValue(node, text, 'webhook', {})).toBe(value);
	}
});
