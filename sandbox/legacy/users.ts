import {
	deleteLegacyUser,
	getLegacyUser,
	getLegacyUsers,
	replaceLegacyUsers,
	upsertLegacyUsers,
} from '../../api/legacy/users';
import type { Answer, Call, Route } from '../surface';
import { empty } from './answer';
import { entityRoutes, readEntities, sortedPage } from './entities';

/** Deletes what is there and takes the list in its place; an empty one leaves nobody. */
function replace(call: Call): Answer {
	const users = readEntities(replaceLegacyUsers, call);
	call.world.state.legacy.users = new Map(users.map((user) => [String(user.id), user]));
	return empty;
}

export const userRoutes: Route[] = [
	{
		endpoint: getLegacyUsers,
		answer: (call) => sortedPage(getLegacyUsers, call, call.world.state.legacy.users),
	},
	{ endpoint: replaceLegacyUsers, answer: replace },
	...entityRoutes({
		get: getLegacyUser,
		upsert: upsertLegacyUsers,
		remove: deleteLegacyUser,
		stored: (call) => call.world.state.legacy.users,
	}),
];
