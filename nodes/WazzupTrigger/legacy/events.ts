import type { LegacyEventName } from '../../../api/events/event';
import type { EventOption } from '../surface';

export const legacyEvents: ReadonlyArray<EventOption<LegacyEventName>> = [
	{
		name: 'Channel List',
		value: 'channelList',
		description: 'A channel was added or removed: the new list of all channels',
	},
	{
		name: 'Channel Updated',
		value: 'channelUpdated',
		description: 'A channel was connected, disconnected or needs attention',
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
];
