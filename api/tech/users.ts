import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import {
	client,
	enveloped,
	entityId,
	given,
	oneOrMany,
	presumed,
	processed,
	replyId,
	replyPhone,
	text,
} from './common';

const source = 'tech 8.4 PAGE(users)';

/** An employee. */
export const user = z.looseObject({
	id: entityId(64),
	name: entityId(150),
	/** International, digits only. Wazzup drops one in another form without a word, so its form is not checked. */
	phone: z.string().optional(),
});

/** What to change of a user; only the id is sure to be needed. */
export const userChange = user.partial().required({ id: true });

/** A user as Wazzup returns it; no document shows it. */
export const userReply = z.looseObject({ id: replyId.nullish(), name: text, phone: replyPhone });

const bulk = {
	limit: 100,
	rejections: ['INVALID_USER_DATA', 'VALIDATION_FAILED', 'DUPLICATE_PHONE_NUMBER'],
};
const tooMany = 'A request takes at most 100 users.';
const atLeastOne = 'Give at least one user.';

export const getUsers = defineEndpoint({
	...client,
	method: 'GET',
	path: '/v2/users',
	query: z.looseObject({}),
	reply: presumed(enveloped(oneOrMany(userReply))),
	repeat: 'safe',
	facts: 'part',
	source,
});

export const getUser = defineEndpoint({
	...client,
	method: 'GET',
	path: '/v2/users/{user_id}',
	params: z.object({ user_id: given }),
	reply: presumed(enveloped(oneOrMany(userReply))),
	repeat: 'safe',
	facts: 'part',
	source,
});

/** Adds users; one that is known is changed. */
export const createUsers = defineEndpoint({
	...client,
	method: 'POST',
	path: '/v2/users',
	body: z.looseObject({ users: z.array(user).min(1, atLeastOne).max(100, tooMany) }),
	reply: processed,
	bulk,
	repeat: 'safe',
	facts: 'part',
	source,
});

/** The body is inferred from the creation. */
export const updateUsers = defineEndpoint({
	...client,
	method: 'PATCH',
	path: '/v2/users',
	body: z.looseObject({ users: z.array(userChange).min(1, atLeastOne) }),
	reply: z.unknown(),
	bulk,
	repeat: 'safe',
	facts: 'part',
	source: `${source}, body INF`,
});

/** The name `user_ids` is inferred from the deals. A deletion without ids is refused: nobody knows what it would delete. */
export const deleteUsers = defineEndpoint({
	...client,
	method: 'DELETE',
	path: '/v2/users',
	body: z.looseObject({ user_ids: z.array(given).min(1, 'Give at least one user ID.') }),
	reply: z.unknown(),
	bulk,
	repeat: 'safe',
	facts: 'part',
	source: `${source}, body INF`,
});
