import { deleteUser, deleteUsers, getUser, getUsers, upsertUsers } from '../../api/v3/users';
import { takenPhone, withoutWrongPhone } from '../phones';
import type { User } from '../state';
import type { Answer, Call, Route } from '../surface';
import { refused, refusedWithId } from './answer';
import { readEntities } from './checks';
import { one, page, remove, removeMany, store } from './entities';

/** Users of one account (A.10). */
const userLimit = 1_000;

function byName(users: Map<string, User>): User[] {
	return [...users.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function checkPhones(users: User[], stored: Map<string, User>): void {
	const phone = takenPhone(users, stored.values());
	if (phone === undefined) return;
	throw refusedWithId(
		'DUPLICATE_PHONE_NUMBER',
		`User with phone number ${phone} already exists in the CRM.`,
		{ phone },
	);
}

function upsert(call: Call): Answer {
	const { users } = call.world.state;
	const body = Array.isArray(call.body) ? call.body.map(withoutWrongPhone) : call.body;
	const given = readEntities(upsertUsers, { ...call, body }, 'INVALID_USERS_DATA');
	const added = given.filter(({ id }) => !users.has(id));
	if (users.size + added.length > userLimit) {
		throw refused('USER_LIMIT_EXCEEDED', 'User limit exceeded.', { limit: userLimit });
	}
	checkPhones(given, users);
	return store(given, users);
}

function list(call: Call): Answer {
	const rows = new Map(
		[...call.world.state.users].map(([id, { name }]) => [id, { id, name }] as const),
	);
	return call.world.settings.usersPaged
		? page(getUsers, call, byName(rows))
		: { status: 200, body: byName(rows) };
}

export const userRoutes: Route[] = [
	{ endpoint: getUsers, answer: list },
	{
		endpoint: getUser,
		answer: (call) => ({ status: 200, body: one(call, call.world.state.users) }),
	},
	{ endpoint: upsertUsers, answer: upsert },
	{ endpoint: deleteUser, answer: (call) => remove(call, call.world.state.users) },
	{
		endpoint: deleteUsers,
		answer: (call) => removeMany(deleteUsers, call, call.world.state.users),
	},
];
