import { NodeHelpers, type INode } from 'n8n-workflow';
import { creationEventNames, techEventNames, v3EventNames } from '../../../api/events/event';
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

const parametersOf = (parameters: INode['parameters']) => {
	const node: INode = {
		id: '1',
		name: 'Wazzup Trigger',
		type: 'test',
		typeVersion: 1,
		position: [0, 0],
		parameters,
	};
	const { properties } = description;
	return (
		NodeHelpers.getNodeParameters(properties, parameters, true, false, node, description) ?? {}
	);
};

test('every event can be chosen, those of each account under its own list', () => {
	const lists = description.properties.filter(({ name }) => name === 'events');
	expect(lists.map(({ displayOptions }) => displayOptions?.show)).toEqual([
		{ surface: ['v3'] },
		{ surface: ['tech'] },
	]);
	expect(values(lists[0]?.options)).toEqual([...v3EventNames].sort());
	const ofTech = [...techEventNames, 'messageReceived', 'messageSent'];
	expect(values(lists[1]?.options)).toEqual(ofTech.filter((name) => name !== 'message.add').sort());
});

test('a workflow that was saved before there was a choice of account has its own one', () => {
	expect(parametersOf({ events: ['channelUpdated'] })).toMatchObject({
		surface: 'v3',
		events: ['channelUpdated'],
		registration: 'automatic',
		takeOver: false,
	});
});

test.each([
	[{}, ['wazzupApi']],
	[{ surface: 'tech' }, ['wazzupClientApi']],
	[{ surface: 'tech', authentication: 'partnerLogin' }, ['wazzupPartnerApi']],
])('credentials for %j', (parameters, expected) => {
	const values = parametersOf(parameters);
	const shown = description.credentials?.filter((credential) =>
		NodeHelpers.displayParameter(values, credential, null, description),
	);
	expect(shown?.map(({ name }) => name)).toEqual(expected);
});

test('only a request for a contact or a deal may wait for the workflow', () => {
	const [webhook] = description.webhooks ?? [];
	for (const text of [webhook?.responseMode, webhook?.responseData]) {
		for (const name of creationEventNames) expect(text).toContain(`"${name}"`);
	}
});

test('every messenger can be chosen', () => {
	const option = property('options').options?.find(({ name }) => name === 'chatTypes');
	expect(option && 'options' in option && values(option.options)).toEqual([...chatTypes].sort());
});

test.each([
	['only with an event that asks for something', ['messageReceived', 'dealRequested'], 'v3', true],
	['also on tech', ['crm_entities.contact_add'], 'tech', true],
	['not without one', ['messageReceived'], 'v3', false],
	['not for one of another account', ['dealRequested'], 'tech', false],
])('the reply to creation requests is shown %s', (_, events, surface, shown) => {
	const parameters = parametersOf({ surface, events });
	expect('creationReply' in parameters).toBe(shown);
	expect('cardLink' in parameters).toBe(shown && surface === 'tech');
});

test('the token of an address is masked', () => {
	expect(property('addressToken').typeOptions).toEqual({ password: true });
});
