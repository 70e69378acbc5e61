import { getUnanswered } from '../../api/v3/unanswered';
import type { StoredChat } from '../state';
import type { Answer, Call, Route } from '../surface';
import type { World } from '../world';

/** The counter looks back so far (A.14). */
const week = 7 * 24 * 60 * 60 * 1_000;

/** The user in charge of the person behind a chat; `undefined` for someone the CRM does not know. */
function ownerOf(world: World, chat: StoredChat): string | undefined {
	for (const contact of world.state.contacts.values()) {
		const isTheirs = contact.contactData.some(
			({ chatType, chatId }) => chatType === chat.chatType && chatId === chat.chatId,
		);
		if (isTheirs) return contact.responsibleUserId;
	}
	return undefined;
}

/**
 * Own chats count `red`; without any, chats of nobody count `grey`, as if each user supervised them: roles are set where
 * no v3 route reaches. A user that Wazzup does not know has no role, so 0.
 */
function count(call: Call): Answer {
	const { world } = call;
	const userId = call.params.userId ?? '';
	const since = new Date(world.clock.now() - week).toISOString();
	const recent = (owner: string | undefined) =>
		[...world.state.chats.values()]
			.filter((chat) => chat.unanswered.length > 0 && ownerOf(world, chat) === owner)
			.flatMap(({ unanswered }) => unanswered.filter((date) => date >= since));
	const isUser = world.state.users.has(userId);
	const own = isUser ? recent(userId) : [];
	const supervised = isUser && own.length === 0 ? recent(undefined) : [];
	const counted = [...own, ...supervised].sort();
	return {
		status: 200,
		body: {
			counterV2: counted.length,
			type: supervised.length > 0 ? 'grey' : 'red',
			lastMsgDateTime: counted.at(-1) ?? null,
		},
	};
}

export const unansweredRoutes: Route[] = [{ endpoint: getUnanswered, answer: count }];
