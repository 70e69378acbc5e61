import type { Resource } from '../../../shared/operation';
import { getLink } from './getLink';

export const chatWindow: Resource = {
	value: 'chatWindow',
	name: 'Chat Window',
	operations: [getLink],
};
