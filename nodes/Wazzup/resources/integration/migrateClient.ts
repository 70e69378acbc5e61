import { z } from 'zod/v4';
import { migrateClient as endpoint } from '../../../../api/v3/integrations';
import { notice } from '../../../shared/fields/notice';
import { replyItem } from '../../../shared/fields/reply';
import type { Operation } from '../../../shared/operation';
import { perItem } from '../../../shared/runners/perItem';

export const migrateClient: Operation = {
	value: 'migrateClient',
	name: 'Migrate Client',
	action: 'Migrate client from old API',
	description: 'Move one client of the partner from the API of 2021 (v2) to v3',
	fields: [
		notice('migrateNotice', "Use the partner's credential here. The move cannot be undone."),
		{
			displayName: 'Client API Key',
			name: 'clientApiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The API key with which the client uses the old API',
		},
		{
			displayName: 'Webhook',
			name: 'webhook',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			description: 'Where the events of the client go from now on',
			options: [
				{
					displayName: 'Contact and Deal Requests',
					name: 'contactsAndDealsCreation',
					type: 'boolean',
					default: true,
					description: 'Whether Wazzup asks the CRM to create contacts and deals',
				},
				{
					displayName: 'Messages and Statuses',
					name: 'messagesAndStatuses',
					type: 'boolean',
					default: true,
					description: 'Whether messages and their statuses are delivered',
				},
				{
					displayName: 'Webhook URL',
					name: 'webhooksUri',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://crm.example.com/wazzup',
					description: 'Address that Wazzup can reach, at most 200 characters',
				},
			],
		},
	],
	runner: perItem({
		endpoint,
		request: (parameters) => {
			const { webhooksUri, ...switches } = parameters.collection('webhook');
			const subscriptions = Object.fromEntries(
				Object.entries(switches).map(([name, isOn]) => [name, isOn === true]),
			);
			return {
				body: {
					clientApiKey: parameters.required('clientApiKey', 'Client API Key').trim(),
					...(webhooksUri !== undefined && { webhooksUri: String(webhooksUri).trim() }),
					...(Object.keys(subscriptions).length > 0 && { subscriptions }),
				},
			};
		},
		items: (reply) => ({ migrated: true, ...replyItem(reply) }),
		output: z.looseObject({ migrated: z.boolean() }),
	}),
};
