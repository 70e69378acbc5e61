import { setWebhooks, webhooksUri } from '../../../../api/v3/webhooks';
import { notice } from '../../../shared/fields/notice';
import type { Operation } from '../../../shared/operation';
import { perItem } from '../../../shared/runners/perItem';
import { eventOptions, switchesFor, webhookItem } from './subscriptions';

export const set: Operation = {
	value: 'set',
	name: 'Set',
	action: 'Set webhook',
	description:
		'Set the one address of the account to which events are delivered, and which events are. The earlier address stops receiving.',
	fields: [
		notice(
			'webhookNotice',
			'An account has one address: a new one takes the place of the earlier one, also of one that a Wazzup Trigger or another integration has set. While this runs, Wazzup posts {"test": true} to the address and needs the status 200 back. Leave Webhook URL empty to keep the present address.',
		),
		{
			displayName: 'Webhook URL',
			name: 'webhooksUri',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://crm.example.com/wazzup?token=abc',
			description:
				'Address that Wazzup can reach, at most 200 characters. Leave it empty to keep the present one and change only the events.',
		},
		{
			displayName: 'Change Events',
			name: 'changeEvents',
			type: 'boolean',
			default: true,
			description:
				'Whether to say which events are delivered. Switched off, only the address is changed.',
		},
		{
			displayName: 'Events',
			name: 'events',
			type: 'multiOptions',
			options: eventOptions,
			default: [
				'messagesAndStatuses',
				'contactsAndDealsCreation',
				'channelsUpdates',
				'templateStatus',
			],
			description: 'The events that are delivered. With none of them, Wazzup keeps quiet.',
			displayOptions: { show: { changeEvents: [true] } },
		},
	],
	runner: perItem({
		endpoint: setWebhooks,
		request: (parameters) => {
			const address = parameters.text('webhooksUri')?.trim();
			const events = parameters.flag('changeEvents') ? parameters.list('events') : undefined;
			if (address === undefined && events === undefined) {
				parameters.refuse(
					'There is nothing to set: Webhook URL is empty and Change Events is off',
					'Fill in Webhook URL, or switch on Change Events.',
				);
			}
			return {
				body: {
					...(address !== undefined && { webhooksUri: address }),
					...(events && { subscriptions: switchesFor(events) }),
				},
			};
		},
		// Wazzup's answer is no JSON; what it now holds is what was sent.
		items: (_reply, { body }) => ({ ...body }),
		output: webhookItem.partial().extend({ webhooksUri: webhooksUri.optional() }),
	}),
};
