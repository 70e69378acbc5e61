import type { Resource } from '../../../shared/operation';
import { get } from './get';
import { set } from './set';

export const webhook: Resource = {
	value: 'webhook',
	name: 'Webhook',
	operations: [get, set],
};
