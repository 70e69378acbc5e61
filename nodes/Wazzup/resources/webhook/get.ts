import { omit } from 'lodash';
import { getWebhooks, readSubscriptions, templateSwitchNames } from '../../../../api/v3/webhooks';
import type { Operation } from '../../../shared/operation';
import { perItem } from '../../../shared/runners/perItem';
import { webhookItem } from './subscriptions';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get webhook settings',
	description: 'Retrieve the address to which events are delivered, and which events are',
	fields: [],
	runner: perItem({
		endpoint: getWebhooks,
		request: () => ({}),
		// Accounts name the template switch differently and print switches as texts; items always look the same.
		items: (reply) => ({
			...reply,
			webhooksUri: reply.webhooksUri ?? null,
			subscriptions: {
				...omit(reply.subscriptions, templateSwitchNames),
				...readSubscriptions(reply),
			},
		}),
		output: webhookItem,
	}),
};
