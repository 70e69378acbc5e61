import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { remove } from './delete';
import { getMany } from './getMany';
import { update } from './update';

export const webhook: Resource = {
	value: 'webhook',
	name: 'Webhook',
	operations: [getMany, create, update, remove],
};
