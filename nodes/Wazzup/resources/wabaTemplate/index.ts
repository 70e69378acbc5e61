import type { Resource } from '../../../shared/operation';
import { getMany } from './getMany';

export const wabaTemplate: Resource = {
	value: 'wabaTemplate',
	name: 'WABA Template',
	operations: [getMany],
};
