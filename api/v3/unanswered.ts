import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { replyText } from './common';

/** Unanswered messages of the last 7 days: `red` are the user's own chats, `grey` supervised ones. 0 for a user without a role. */
export const unansweredReply = z.looseObject({
	counterV2: z.number(),
	type: replyText,
	lastMsgDateTime: replyText,
});

export const getUnanswered = defineEndpoint({
	surface: 'v3',
	method: 'GET',
	path: '/v3/unanswered/{userId}',
	auth: 'apiKey',
	params: z.object({ userId: z.string().min(1) }),
	reply: unansweredReply,
	repeat: 'safe',
	source: 'A.14 P-CNT',
});
