import type { Resource } from '../../../shared/operation';
import { upsert } from './upsert';
import { replaceAll } from './replaceAll';
import { get } from './get';
import { getMany } from './getMany';
import { remove } from './delete';

export const user: Resource = {
	value: 'user',
	name: 'User',
	operations: [upsert, replaceAll, get, getMany, remove],
};
