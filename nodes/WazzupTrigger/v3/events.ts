import type { V3EventName } from '../../../api/events/event';
import type { EventOption } from '../surface';

export const v3Events: ReadonlyArray<EventOption<V3EventName>> = [
	{
		name: 'Channel Updated',
		value: 'channelUpdated',
		description: 'A channel was connected, disconnected or needs attention',
	},
	{
		name: 'Contact Requested',
		value: 'contactRequested',
		description: 'Wazzup asks the CRM to create a contact, and expects it as the answer',
	},
	{
		name: 'Deal Requested',
		value: 'dealRequested',
		description: 'Wazzup asks the CRM to create a deal, and expects it as the answer',
	},
	{
		name: 'Message Deleted',
		value: 'messageDeleted',
		description: 'A message was deleted',
	},
	{
		name: 'Message Edited',
		value: 'messageEdited',
		description: 'A message was edited',
	},
	{
		name: 'Message Received',
		value: 'messageReceived',
		description: 'A customer has written',
	},
	{
		name: 'Message Sent',
		value: 'messageSent',
		description: 'An employee or a program has written, in Wazzup, on the phone or through the API',
	},
	{
		name: 'Message Status',
		value: 'messageStatus',
		description: 'A message was sent, delivered or read, or did not arrive',
	},
	{
		name: 'Template Status',
		value: 'templateStatus',
		description: 'Meta has approved, rejected or paused a WABA template',
	},
];
