import type { Resource } from '../../../shared/operation';
import { send } from './send';

export const apiRequest: Resource = {
	value: 'apiRequest',
	name: 'API Request',
	operations: [send],
};
