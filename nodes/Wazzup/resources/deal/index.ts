import type { Resource } from '../../../shared/operation';
import { remove } from './delete';
import { deleteMany } from './deleteMany';
import { get } from './get';
import { getMany } from './getMany';
import { upsert } from './upsert';

export const deal: Resource = {
	value: 'deal',
	name: 'Deal',
	operations: [upsert, get, getMany, remove, deleteMany],
};
