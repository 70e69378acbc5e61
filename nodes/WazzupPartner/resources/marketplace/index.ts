import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { update } from './update';

export const marketplace: Resource = {
	value: 'marketplace',
	name: 'Marketplace',
	operations: [create, update],
};
