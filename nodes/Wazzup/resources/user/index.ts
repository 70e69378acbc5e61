import type { Resource } from '../../../shared/operation';
import { remove } from './delete';
import { deleteMany } from './deleteMany';
import { get } from './get';
import { getMany } from './getMany';
import { getUnansweredCount } from './getUnansweredCount';
import { upsert } from './upsert';

export const user: Resource = {
	value: 'user',
	name: 'User',
	operations: [upsert, get, getMany, getUnansweredCount, remove, deleteMany],
};
