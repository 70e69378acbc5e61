import type { Resource } from '../../../shared/operation';
import { deleteMany } from './deleteMany';
import { get } from './get';
import { getMany } from './getMany';
import { remove } from './delete';
import { upsert } from './upsert';

export const contact: Resource = {
	value: 'contact',
	name: 'Contact',
	operations: [upsert, get, getMany, remove, deleteMany],
};
