import { z } from 'zod/v4';
import { deleteMessage } from '../../../../api/tech/messages';
import type { Operation } from '../../../shared/operation';
import { techPerItem } from '../../../shared/tech/runners';
import { messageIdField } from './edit';

export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete message',
	description: 'Take a sent message back, in messengers that allow it',
	fields: [messageIdField],
	runner: techPerItem({
		endpoint: deleteMessage,
		output: z.object({ deleted: z.boolean(), id: z.string() }),
		request: (parameters) => ({
			path: { message_id: parameters.required('messageId', 'Message ID') },
		}),
		lane: ({ path }) => path?.message_id,
		items: (_reply, { path }) => ({ deleted: true, id: path?.message_id }),
		// A repeat that finds nothing follows an attempt whose answer was lost: that one deleted it.
		recover: ({ answer, mayHaveHappened }, { path }) =>
			mayHaveHappened && answer.kind === 'answer' && answer.status === 404
				? {
						deleted: true,
						id: path?.message_id,
						note: 'The first answer was lost, and the repeat did not find this message any more.',
					}
				: undefined,
	}),
};
