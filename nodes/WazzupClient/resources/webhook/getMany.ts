import { getWebhooks, webhookReply } from '../../../../api/tech/webhooks';
import { returnAllOrLimit } from '../../../shared/fields/returnAll';
import type { Operation } from '../../../shared/operation';
import { raw } from '../../../shared/tech/reply';
import { techList } from '../../../shared/tech/runners';

export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many webhooks',
	description: 'Retrieve a list of webhooks: which event goes to which address',
	fields: [...returnAllOrLimit, raw],
	runner: techList({ endpoint: getWebhooks, row: webhookReply }),
};
