import type { INodePropertyOptions } from 'n8n-workflow';
import type { TechEventName } from '../../../../api/events/event';

const events: Record<TechEventName, { name: string; description: string }> = {
	'channel.create': { name: 'Channel Created', description: 'A channel was added' },
	'channel.delete': { name: 'Channel Deleted', description: 'A channel was removed' },
	'channel.qr_update': {
		name: 'Channel QR Code',
		description: 'A new QR or connection code has to be shown',
	},
	'channel.status_update': {
		name: 'Channel Status',
		description: 'A channel was connected, disconnected or needs attention',
	},
	'channel.waba_tier_update': {
		name: 'Channel WABA Tier',
		description: 'The limit of conversations in 24 hours changed',
	},
	'crm_entities.contact_add': {
		name: 'Contact Requested',
		description: 'Wazzup asks the CRM to create a contact',
	},
	'crm_entities.deal_add': {
		name: 'Deal Requested',
		description: 'Wazzup asks the CRM to create a deal; needs Contact Requested as well',
	},
	'messages_dump.status_update': {
		name: 'Export Status',
		description: 'An export of messages got on',
	},
	'group_chat.memberships_update': {
		name: 'Group Members',
		description: 'Members of a WhatsApp group came, went or were renamed',
	},
	'group_chat.update': { name: 'Group Updated', description: 'The data of a group changed' },
	'message.delete': { name: 'Message Deleted', description: 'A message was deleted' },
	'message.edit': { name: 'Message Edited', description: 'A message was edited' },
	'message.add': {
		name: 'Message Received or Sent',
		description: 'A new message, in either direction',
	},
	'message.status_update': {
		name: 'Message Status',
		description: 'A sent message was delivered, read, or did not go out',
	},
	'waba_template.status_update': {
		name: 'WABA Template Status',
		description: 'Meta has approved or rejected a template',
	},
};

/** The events of an account, by their names in the editor. */
export const eventOptions: INodePropertyOptions[] = Object.entries(events).map(
	([value, { name, description }]) => ({ name, value, description }),
);
