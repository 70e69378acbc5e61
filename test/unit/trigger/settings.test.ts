import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { switchesFor } from '../../../nodes/WazzupTrigger/v3/switches';
import { readEvents, readSettings } from '../../../nodes/WazzupTrigger/settings';
import { surfaceOf } from '../../../nodes/WazzupTrigger/surfaces';
import { tech } from '../../../nodes/WazzupTrigger/tech';
import { v3 } from '../../../nodes/WazzupTrigger/v3';

const functionsOf = (parameters: Record<string, unknown>) =>
	({
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
	}) as unknown as IHookFunctions & IWebhookFunctions;

test.each([
	[{}, v3],
	[{ surface: 'v3' }, v3],
	[{ surface: 'tech' }, tech],
	[{ surface: 'of a later version' }, v3],
])('the surface of %j', (parameters, surface) => {
	expect(surfaceOf(functionsOf(parameters)).name).toBe(surface.name);
});

test('events of another surface are passed over', () => {
	const events = ['messageReceived', 'channelUpdated', 'channel.create'];
	const functions = functionsOf({ events });
	expect(readEvents(functions, v3.events)).toEqual(['messageReceived', 'channelUpdated']);
	expect(readEvents(functions, tech.events)).toEqual(['messageReceived', 'channel.create']);
});

test.each([
	[['messageReceived'], 'lastNode', false],
	[['crm_entities.deal_add'], 'lastNode', true],
	[['crm_entities.deal_add'], 'immediately', false],
	[['contactRequested', 'messageReceived'], 'lastNode', true],
])('whether n8n waits for the workflow: %j, %s', (events, creationReply, expected) => {
	const settings = readSettings(functionsOf({ events, creationReply }), tech);
	expect(settings.waitsForLastNode).toBe(expected);
});

test('the account is named with the partner login only, in digits', () => {
	const accountOf = (parameters: object) =>
		readSettings(functionsOf({ ...parameters, accountId: '1234-5678' }), tech).account;
	expect(accountOf({ authentication: 'partnerLogin' })).toBe('12345678');
	expect(accountOf({ authentication: 'clientToken' })).toBeNull();
	expect(readSettings(functionsOf({ accountId: '1' }), v3).account).toBeNull();
});

test('v3 has one switch for several events', () => {
	const off = {
		messagesAndStatuses: false,
		contactsAndDealsCreation: false,
		channelsUpdates: false,
		templateStatus: false,
	};
	expect(switchesFor([])).toEqual(off);
	expect(switchesFor(['messageEdited', 'messageStatus', 'dealRequested'])).toEqual({
		...off,
		messagesAndStatuses: true,
		contactsAndDealsCreation: true,
	});
});
