import type { Resource } from '../../../shared/operation';
import { edit } from './edit';
import { remove } from './delete';
import { send } from './send';

export const message: Resource = {
	value: 'message',
	name: 'Message',
	operations: [send, edit, remove],
};
