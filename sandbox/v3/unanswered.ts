import { getUnanswered } from '../../api/v3/unanswered';
import type { StoredChat } from '../state';
import type { Answer, Call, Route } from '../surface';
import { unansweredIn } from '../unanswered';
import type { World } from '../world';

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
	const isUser = world.state.users.has(userId);
	const {
		count: counter,
		type,
		last,
	} = unansweredIn(isUser ? world.state.chats.values() : [], world.clock.now(), (chat) => {
		const owner = ownerOf(world, chat);
		if (owner === userId) return 'own';
		return owner === undefined ? 'supervised' : undefined;
	});
	return { status: 200, body: { counterV2: counter, type, lastMsgDateTime: last } };
}

export const unansweredRoutes: Route[] = [{ endpoint: getUnanswered, answer: count }];
