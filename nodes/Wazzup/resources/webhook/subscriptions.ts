import type { INodePropertyOptions } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { Subscriptions } from '../../../../api/v3/webhooks';

/** The four switches of the webhook, by what they bring. */
export const eventOptions: Array<INodePropertyOptions & { value: keyof Subscriptions }> = [
	{
		name: 'Channel States',
		value: 'channelsUpdates',
		description: 'A channel was connected, disconnected or needs attention',
	},
	{
		name: 'Contact and Deal Requests',
		value: 'contactsAndDealsCreation',
		description: 'Wazzup asks the CRM to create a contact or a deal',
	},
	{
		name: 'Messages and Statuses',
		value: 'messagesAndStatuses',
		description: 'Messages in both directions, and whether they were delivered and read',
	},
	{
		name: 'Template Reviews',
		value: 'templateStatus',
		description: 'Meta has approved or rejected a WABA template',
	},
];

const switches = z.object({
	messagesAndStatuses: z.boolean(),
	contactsAndDealsCreation: z.boolean(),
	channelsUpdates: z.boolean(),
	templateStatus: z.boolean(),
} satisfies Record<keyof Subscriptions, z.ZodBoolean>);

/** Address and switches, as both operations return them. */
export const webhookItem = z.object({
	webhooksUri: z.string().nullable(),
	subscriptions: switches,
});

/** All four switches; no document says what becomes of one that is not sent. */
export function switchesFor(events: readonly string[]): Subscriptions {
	const isOn = (name: keyof Subscriptions) => events.includes(name);
	return {
		messagesAndStatuses: isOn('messagesAndStatuses'),
		contactsAndDealsCreation: isOn('contactsAndDealsCreation'),
		channelsUpdates: isOn('channelsUpdates'),
		templateStatus: isOn('templateStatus'),
	};
}
