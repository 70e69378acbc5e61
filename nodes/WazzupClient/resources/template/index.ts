import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const template: Resource = {
	value: 'template',
	name: 'Template',
	operations: [getMany, get, create, update, remove],
};
