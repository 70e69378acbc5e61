import { uniq } from 'lodash';
import { z } from 'zod/v4';
import { createWebhooks, subscription } from '../../../../api/tech/webhooks';
import type { Operation } from '../../../shared/operation';
import { bulk } from '../../../shared/runners/bulk';
import { eventOptions } from './events';
import { storedOf, urlField, webhookItem } from './subscription';

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create webhook',
	description:
		'Subscribe an address to events of the account: one webhook, and one item, for each event',
	fields: [
		urlField,
		{
			displayName: 'Events',
			name: 'events',
			type: 'multiOptions',
			options: eventOptions,
			default: ['message.add', 'message.status_update'],
			description: 'The events that are delivered to the address',
		},
		{
			displayName: 'Other Events',
			name: 'otherEvents',
			type: 'string',
			default: '',
			placeholder: 'e.g. channel.create, group_chat.update',
			description:
				'Events that are not in the list, under their names at Wazzup, with commas between them',
		},
	],
	runner: bulk({
		endpoint: createWebhooks,
		noun: 'Webhook',
		entity: subscription,
		entities: (parameters) => {
			const url = parameters.required('url', 'Webhook URL').trim();
			const events = uniq([...parameters.list('events'), ...parameters.list('otherEvents')]);
			return events.length > 0
				? events.map((event) => ({ url, event }))
				: parameters.refuse('No event is chosen', 'Choose at least one under Events.');
		},
		body: (data) => ({ data }),
		idOf: ({ url, event }) => `${event} ${url}`,
		item: (sent, reply) =>
			storedOf(reply, sent, ({ url, event }) => url === sent.url && event === sent.event),
		output: webhookItem.extend({ id: z.string().optional() }),
	}),
};
