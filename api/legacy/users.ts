import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { replyId, replyText } from '../v3/common';
import { bulk, crmIdInPath } from './common';

const source = 'B.9 S-V2';

/** An employee: the id a string of at most 64 characters or a whole number, the name at most 150 characters. */
export const legacyUser = z.object({
	id: z.union(
		[z.string().min(1).max(64), z.number().int()],
		'The user ID is a text of 1 to 64 characters or a whole number.',
	),
	name: z.string().max(150, 'The name has at most 150 characters.').optional(),
});

export const legacyUserReply = z.looseObject({ id: replyId, name: replyText });

const users = z.array(legacyUser);

export const getLegacyUsers = defineEndpoint({
	surface: 'legacy',
	method: 'GET',
	path: '/v2/users',
	auth: 'rawApiKey',
	reply: z.array(legacyUserReply),
	repeat: 'safe',
	source,
});

export const getLegacyUser = defineEndpoint({
	surface: 'legacy',
	method: 'GET',
	path: '/v2/users/{id}',
	auth: 'rawApiKey',
	params: crmIdInPath,
	reply: legacyUserReply,
	repeat: 'safe',
	source,
});

/** Adds unknown users and updates known ones. */
export const upsertLegacyUsers = defineEndpoint({
	surface: 'legacy',
	method: 'PATCH',
	path: '/v2/users',
	auth: 'rawApiKey',
	body: users.min(1),
	reply: z.unknown(),
	bulk,
	repeat: 'safe',
	source,
});

/** Deletes all users and puts those of the list in their place; an empty list leaves none. */
export const replaceLegacyUsers = defineEndpoint({
	surface: 'legacy',
	method: 'PUT',
	path: '/v2/users',
	auth: 'rawApiKey',
	body: users,
	reply: z.unknown(),
	// The same list again gives the same users.
	repeat: 'safe',
	source,
});

export const deleteLegacyUser = defineEndpoint({
	surface: 'legacy',
	method: 'DELETE',
	path: '/v2/users/{id}',
	auth: 'rawApiKey',
	params: crmIdInPath,
	reply: z.unknown(),
	repeat: 'safe',
	source,
});
