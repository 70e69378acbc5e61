import { changedSubscription, updateWebhooks } from '../../../../api/tech/webhooks';
import type { Operation } from '../../../shared/operation';
import { bulk } from '../../../shared/runners/bulk';
import { eventOptions } from './events';
import { idField, storedOf, urlField, webhookItem } from './subscription';

const OTHER = 'other';

const eventOrOther = [
	...eventOptions,
	{ name: 'Other', value: OTHER, description: 'An event that is not in the list' },
];

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update webhook',
	description: 'Let a webhook deliver to another address, or another event',
	fields: [
		idField,
		urlField,
		{
			displayName: 'Event',
			name: 'event',
			type: 'options',
			options: eventOrOther,
			default: 'message.add',
			description: 'The event that is delivered to the address',
		},
		{
			displayName: 'Event Name',
			name: 'otherEvent',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. channel.create',
			description: 'The event under its name at Wazzup',
			displayOptions: { show: { event: [OTHER] } },
		},
	],
	runner: bulk({
		endpoint: updateWebhooks,
		noun: 'Webhook',
		entity: changedSubscription,
		entities: (parameters) => {
			const chosen = parameters.required('event', 'Event');
			return [
				{
					id: parameters.required('webhookId', 'Webhook ID').trim(),
					url: parameters.required('url', 'Webhook URL').trim(),
					event: chosen === OTHER ? parameters.required('otherEvent', 'Event Name').trim() : chosen,
				},
			];
		},
		body: (data) => ({ data }),
		idOf: ({ id }) => id,
		item: (sent, reply) => storedOf(reply, sent, ({ id }) => String(id) === sent.id),
		output: webhookItem,
	}),
};
