import { getLegacyWebhooks } from '../../../../api/legacy/webhooks';
import type { Operation } from '../../../shared/operation';
import { perItem } from '../../../shared/runners/perItem';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get webhook address',
	description: 'Retrieve the address to which events are delivered',
	fields: [],
	runner: perItem({
		endpoint: getLegacyWebhooks,
		request: () => ({}),
		// No address comes as null, never as an absent field.
		items: (reply) => ({ ...reply, webhooksUrl: reply.webhooksUrl ?? null }),
	}),
};
