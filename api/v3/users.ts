import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { entityId, idInPath, offsetQuery, replyId, replyText, unknownIds } from './common';

const source = 'A.10 S-USR';

/** An employee. Id and name: at most 200 characters (newer pages say 64 and 150; the looser ones are checked). */
export const user = z.object({
	id: entityId(200),
	name: z.string().min(1).max(200),
	/** Digits like `79261234567`. Wazzup drops one in another format without a word, so its form is not checked here. */
	phone: z.string().optional(),
});

export const userReply = z.looseObject({
	id: replyId,
	name: replyText,
	phone: replyText,
});

export const upsertUsers = defineEndpoint({
	surface: 'v3',
	method: 'POST',
	path: '/v3/users',
	auth: 'apiKey',
	body: z.array(user).min(1).max(100),
	reply: z.unknown(),
	bulk: { limit: 100, rejections: ['INVALID_USERS_DATA', 'DUPLICATE_PHONE_NUMBER'] },
	repeat: 'safe',
	source,
});

export const getUser = defineEndpoint({
	surface: 'v3',
	method: 'GET',
	path: '/v3/users/{id}',
	auth: 'apiKey',
	params: idInPath,
	reply: userReply,
	repeat: 'safe',
	source,
});

/** The current page shows all users as one array; an older one, and some accounts, have pages of `{count, data}` (A.10). */
export const getUsers = defineEndpoint({
	surface: 'v3',
	method: 'GET',
	path: '/v3/users',
	auth: 'apiKey',
	query: offsetQuery,
	reply: z.union([
		z.array(userReply),
		z.looseObject({ count: z.number().nullish(), data: z.array(userReply) }),
	]),
	paging: { size: 100, takesLimit: false },
	repeat: 'safe',
	source,
});

export const deleteUser = defineEndpoint({
	surface: 'v3',
	method: 'DELETE',
	path: '/v3/users/{id}',
	auth: 'apiKey',
	params: idInPath,
	reply: z.unknown(),
	repeat: 'safe',
	source,
});

/** Answers with the ids that Wazzup does not know, `[]` when it knew them all. */
export const deleteUsers = defineEndpoint({
	surface: 'v3',
	method: 'PATCH',
	path: '/v3/users/bulk_delete',
	auth: 'apiKey',
	body: z.array(entityId(200)).min(1).max(100),
	reply: unknownIds,
	bulk: { limit: 100, rejections: [] },
	repeat: 'safe',
	source,
});
