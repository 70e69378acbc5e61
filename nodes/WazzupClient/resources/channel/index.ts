import type { Resource } from '../../../shared/operation';
import { get } from './get';
import { getMany } from './getMany';

export const channel: Resource = {
	value: 'channel',
	name: 'Channel',
	operations: [getMany, get],
};
