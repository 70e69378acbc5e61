import type { TechTriggerEvent } from '../../../api/events/event';
import type { EventOption } from '../surface';

export const techEvents: ReadonlyArray<EventOption<TechTriggerEvent>> = [
	{
		name: 'Channel Created',
		value: 'channel.create',
		description: 'A channel was added to the account',
	},
	{
		name: 'Channel Deleted',
		value: 'channel.delete',
		description: 'A channel was removed from the account',
	},
	{
		name: 'Channel QR Code',
		value: 'channel.qr_update',
		description: 'A channel has a new QR or pairing code to show to the customer',
	},
	{
		name: 'Channel Status',
		value: 'channel.status_update',
		description: 'A channel was connected, disconnected or needs attention',
	},
	{
		name: 'Channel WABA Tier',
		value: 'channel.waba_tier_update',
		description: 'Meta has changed how many conversations a day a WABA channel may begin',
	},
	{
		name: 'Contact Requested',
		value: 'crm_entities.contact_add',
		description: 'Wazzup asks the CRM to create a contact, and expects it as the answer',
	},
	{
		name: 'Deal Requested',
		value: 'crm_entities.deal_add',
		description: 'Wazzup asks the CRM to create a deal, and expects it as the answer',
	},
	{
		name: 'Group Chat Changed',
		value: 'group_chat.update',
		description: 'The data of a group chat changed',
	},
	{
		name: 'Group Chat Members Changed',
		value: 'group_chat.memberships_update',
		description: 'Somebody joined or left a WhatsApp group, or has a new name',
	},
	{
		name: 'Message Deleted',
		value: 'message.delete',
		description: 'A message was deleted',
	},
	{
		name: 'Message Edited',
		value: 'message.edit',
		description: 'A message was edited',
	},
	{
		name: 'Message Export Status',
		value: 'messages_dump.status_update',
		description: 'An export of messages is ready, or got on',
	},
	{
		name: 'Message Received',
		value: 'messageReceived',
		description: 'Somebody has written to the account',
	},
	{
		name: 'Message Sent',
		value: 'messageSent',
		description: 'An employee or a program has written, in Wazzup, on the phone or through the API',
	},
	{
		name: 'Message Status',
		value: 'message.status_update',
		description: 'A message was sent, delivered or read, or did not arrive',
	},
	{
		name: 'WABA Template Status',
		value: 'waba_template.status_update',
		description: 'Meta has approved, rejected or paused a WABA template',
	},
];

/** What Wazzup calls an event: messages in both directions are one. */
export const wireNameOf = (event: string): string =>
	event === 'messageReceived' || event === 'messageSent' ? 'message.add' : event;
