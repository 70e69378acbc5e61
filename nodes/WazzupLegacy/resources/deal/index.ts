import type { Resource } from '../../../shared/operation';
import { upsert } from './upsert';
import { get } from './get';
import { getMany } from './getMany';
import { remove } from './delete';

export const deal: Resource = {
	value: 'deal',
	name: 'Deal',
	operations: [upsert, get, getMany, remove],
};
