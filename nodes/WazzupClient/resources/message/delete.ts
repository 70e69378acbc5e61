import { deleteMessage } from '../../../../api/tech/messages';
import type { Operation } from '../../../shared/operation';
import { techDelete } from '../../../shared/tech/deletion';
import { messageIdField, readMessageId } from './edit';

export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete message',
	description: 'Take a sent message back, in messengers that allow it',
	fields: [messageIdField],
	runner: techDelete({
		endpoint: deleteMessage,
		id: readMessageId,
		request: (message_id) => ({ path: { message_id } }),
		lane: ({ path }) => path?.message_id,
	}),
};
