import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { entityId, across, addressed } from './common';
import { contactChat } from './contacts';

/** What the link opens: the whole chat window (`global`), or the chats of one card of the CRM (`card`). */
export const chatWindow = z
	.object({
		user: z.object({ id: entityId(200), name: z.string().min(1).optional() }),
		scope: z.enum(['global', 'card']),
		filter: z
			.array(contactChat.extend({ name: z.string().optional() }).superRefine(addressed))
			.min(1, 'Give at least one chat.')
			.optional(),
		activeChat: contactChat
			.extend({ channelId: z.guid('The channel ID is not a UUID.').optional() })
			.superRefine(addressed)
			.optional(),
		options: z
			.object({
				clientType: z.string().optional(),
				useDealsEvents: z.boolean().optional(),
				useMessageEvents: z.boolean().optional(),
			})
			.optional(),
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

export const getChatWindowLink = defineEndpoint({
	surface: 'v3',
	method: 'POST',
	path: '/v3/iframe',
	auth: 'apiKey',
	body: chatWindow,
	reply: z.looseObject({ url: z.string() }),
	// An unknown contact of the filter is created once; the second request finds it.
	repeat: 'safe',
	source: 'A.14 P-IFR',
});
