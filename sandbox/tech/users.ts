import { z } from 'zod/v4';
import { createUsers, deleteUsers, getUser, getUsers, updateUsers } from '../../api/tech/users';
import { takenPhone, withoutWrongPhone } from '../phones';
import type { Answer, Call, Route } from '../surface';
import { accountOf, invalid } from './answer';
import { read, readBody } from './checks';
import { list, one, remove, update, upsert } from './entities';

const someUsers = z.looseObject({ users: z.array(z.unknown()) });

/** The users of a body. Empty or bad: INVALID_USER_DATA; a phone in a wrong form is dropped (tech 8.4). */
function readUsers<Body extends z.ZodType<{ users: Array<{ id: string; phone?: string }> }>>(
	contract: Body,
	call: Call,
): z.output<Body>['users'] {
	const given = someUsers.safeParse(call.body).data;
	const body = given ? { ...given, users: given.users.map(withoutWrongPhone) } : call.body;
	const { users } = read(contract, body, 'INVALID_USER_DATA');
	const phone = takenPhone(users, accountOf(call).users.values());
	if (phone === undefined) return users;
	throw invalid([`phone ${phone} already belongs to another user`], 'DUPLICATE_PHONE_NUMBER');
}

const create = (call: Call): Answer =>
	upsert(call, readUsers(createUsers.body, call), accountOf(call).users);

export const userRoutes: Route[] = [
	{ endpoint: getUsers, answer: (call) => list(call, accountOf(call).users) },
	{
		endpoint: getUser,
		answer: (call) => one(call, call.params.user_id, accountOf(call).users, 'user'),
	},
	{ endpoint: createUsers, answer: create },
	{
		endpoint: updateUsers,
		answer: (call) => update(call, readUsers(updateUsers.body, call), accountOf(call).users),
	},
	{
		endpoint: deleteUsers,
		answer: (call) => remove(call, readBody(deleteUsers, call).user_ids, accountOf(call).users),
	},
];
