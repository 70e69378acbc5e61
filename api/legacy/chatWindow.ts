import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { across } from '../v3/common';
import { crmId, legacyChatType } from './common';

/** A chat of the window, with the name for a contact that Wazzup has to create. */
const cardChat = z.object({
	chatType: legacyChatType,
	chatId: z.string().min(1, 'The chat ID is empty.'),
	name: z.string().optional(),
});

/** What the link opens: the whole chat window (`global`), or the chats of one card of the CRM (`card`). */
export const legacyChatWindow = z
	.object({
		user: z.object({ id: crmId, name: z.string().min(1).optional() }),
		scope: z.enum(['global', 'card']),
		filter: z.array(cardChat).min(1, 'Give at least one chat.').optional(),
		// An object, as the table has it; the printed example, which is no JSON either, has a list.
		activeChat: z.object({ chatType: legacyChatType, chatId: crmId }).optional(),
	})
	.superRefine(
		across((body, complain) => {
			if (body.scope === 'card' && body.filter === undefined) {
				complain(
					['filter'],
					'The window of a card needs its chats: give at least one chat in the filter.',
				);
			}
		}),
	);

export const getLegacyChatWindowLink = defineEndpoint({
	surface: 'legacy',
	method: 'POST',
	path: '/v2/iframe',
	auth: 'rawApiKey',
	body: legacyChatWindow,
	// Clients read `url` from it; the document does not show the reply.
	reply: z.looseObject({ url: z.string() }),
	// An unknown contact of the filter is created once; the second request finds it.
	repeat: 'safe',
	source: 'B.3 S-V2',
});
