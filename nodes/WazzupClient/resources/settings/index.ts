import type { Resource } from '../../../shared/operation';
import { get } from './get';
import { update } from './update';

export const settings: Resource = {
	value: 'settings',
	name: 'Settings',
	operations: [get, update],
};
