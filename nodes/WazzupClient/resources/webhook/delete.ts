import { z } from 'zod/v4';
import { deleteWebhooks, subscriptionId } from '../../../../api/tech/webhooks';
import type { Operation } from '../../../shared/operation';
import { bulk } from '../../../shared/runners/bulk';
import { idField } from './subscription';

export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete webhook',
	description: 'End the delivery of an event to an address',
	fields: [idField],
	runner: bulk({
		endpoint: deleteWebhooks,
		noun: 'Webhook',
		entity: subscriptionId,
		entities: (parameters) => [{ id: parameters.required('webhookId', 'Webhook ID').trim() }],
		body: (data) => ({ data }),
		idOf: ({ id }) => id,
		item: ({ id }) => ({ deleted: true, id }),
		output: z.object({ deleted: z.boolean(), id: z.string() }),
	}),
};
