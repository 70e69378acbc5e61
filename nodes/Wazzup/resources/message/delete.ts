import { z } from 'zod/v4';
import { sameCode } from '../../../../api/codes';
import { deleteMessage } from '../../../../api/v3/messages';
import type { Operation } from '../../../shared/operation';
import { perItem } from '../../../shared/runners/perItem';
import { readRefusal } from '../../../shared/transport/errors';
import { messageIdField } from './edit';

export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete message',
	description:
		'Take a sent message back. Messengers allow it for a limited time; WABA does not allow it at all.',
	fields: [messageIdField],
	runner: perItem({
		endpoint: deleteMessage,
		output: z.object({ deleted: z.boolean(), id: z.string() }),
		request: (parameters) => ({
			path: { messageId: parameters.required('messageId', 'Message ID') },
		}),
		lane: ({ path }) => path?.messageId,
		items: (_reply, { path }) => ({ deleted: true, id: path?.messageId }),
		// A repeat that finds nothing follows an attempt whose answer was lost: that one deleted it.
		recover: ({ answer, mayHaveHappened }, { path }) =>
			mayHaveHappened && sameCode(readRefusal(answer).code, 'MESSAGES_NOT_FOUND')
				? {
						deleted: true,
						id: path?.messageId,
						note: 'The first answer was lost, and the repeat did not find this message any more.',
					}
				: undefined,
	}),
};
