import type { Resource } from '../../../shared/operation';
import { getMany } from './getMany';

export const channel: Resource = {
	value: 'channel',
	name: 'Channel',
	operations: [getMany],
};
