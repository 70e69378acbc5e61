import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { client, enveloped, given, replyId, text } from './common';

const source = 'tech 8.5 PAGE(counters)';

/** Chats that wait for this user's answer: `red` or `grey`. The user needs a role on a channel. */
export const getUnanswered = defineEndpoint({
	...client,
	method: 'GET',
	path: '/v2/counters/unanswered/{user_id}',
	params: z.object({ user_id: given }),
	reply: enveloped(z.looseObject({ counter: z.number(), type: text })),
	repeat: 'safe',
	source,
});

/** Marks all chats of the account as answered. */
export const clearUnanswered = defineEndpoint({
	...client,
	method: 'DELETE',
	path: '/v2/chats/unanswered',
	reply: enveloped(
		z.looseObject({ account_id: replyId.nullish(), cleared: z.boolean().nullish() }).nullish(),
	),
	repeat: 'safe',
	source,
});
