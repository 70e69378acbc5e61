import { getUnanswered } from '../../api/v3/unanswered';
import type { StoredChat } from '../state';
import type { Answer, Call, Route } from '../surface';
import { unansweredIn, type Unanswered } from '../unanswered';
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
export function unansweredOf(world: World, userId: string): Unanswered {
	const isUser = world.state.users.has(userId);
	return unansweredIn(isUser ? world.state.chats.values() : [], world.clock.now(), (chat) => {
		const owner = ownerOf(world, chat);
		if (owner === userId) return 'own';
		return owner === undefined ? 'supervised' : undefined;
	});
}

function count({ world, params }: Call): Answer {
	const { count: counterV2, type, last } = unansweredOf(world, params.userId ?? '');
	return { status: 200, body: { counterV2, type, lastMsgDateTime: last } };
}

export const unansweredRoutes: Route[] = [{ endpoint: getUnanswered, answer: count }];
