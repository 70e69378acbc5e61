import type { Resource } from '../../../shared/operation';
import { getMany } from './getMany';
import { upload } from './upload';

export const funnel: Resource = {
	value: 'funnel',
	name: 'Funnel',
	operations: [upload, getMany],
};
