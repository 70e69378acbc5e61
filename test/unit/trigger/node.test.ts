import { NodeHelpers, type INode } from 'n8n-workflow';
import { v3EventNames } from '../../../api/events/event';
import { chatTypes } from '../../../api/v3/common';
import { WazzupTrigger } from '../../../nodes/WazzupTrigger/WazzupTrigger.node';

const { description } = new WazzupTrigger();
const property = (name: string) => {
	const found = description.properties.find((each) => each.name === name);
	if (!found) throw new Error(`The trigger has no parameter ${name}`);
	return found;
};
const values = (options: unknown) =>
	(options as Array<{ value: string }>).map(({ value }) => value).sort();

test('every event of v3 can be chosen', () => {
	expect(values(property('events').options)).toEqual([...v3EventNames].sort());
});

test('every messenger can be chosen', () => {
	const option = property('options').options?.find(({ name }) => name === 'chatTypes');
	expect(option && 'options' in option && values(option.options)).toEqual([...chatTypes].sort());
});

test.each([
	['only with an event that asks for something', ['messageReceived', 'dealRequested'], true],
	['not without one', ['messageReceived'], false],
])('the reply to creation requests is shown %s', (_, events, shown) => {
	const node: INode = {
		id: '1',
		name: 'Wazzup Trigger',
		type: 'test',
		typeVersion: 1,
		position: [0, 0],
		parameters: { events },
	};
	const parameters = NodeHelpers.getNodeParameters(
		description.properties,
		node.parameters,
		true,
		false,
		node,
		description,
	);
	expect('creationReply' in (parameters ?? {})).toBe(shown);
});

test('the token of an address is masked', () => {
	expect(property('addressToken').typeOptions).toEqual({ password: true });
});
