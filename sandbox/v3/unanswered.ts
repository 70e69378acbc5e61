import { getUnanswered } from '../../api/v3/unanswered';
import type { Answer, Call, Route } from '../surface';
import { unansweredFor, type KnownCrm } from '../unanswered';
import type { World } from '../world';

/** The users and contacts of v3. */
export const crmOf = ({ state }: World): KnownCrm => ({
	isUser: (userId) => state.users.has(userId),
	ownerOf: (chat) =>
		[...state.contacts.values()].find(({ contactData }) =>
			contactData.some(
				({ chatType, chatId }) => chatType === chat.chatType && chatId === chat.chatId,
			),
		)?.responsibleUserId,
});

function count({ world, params }: Call): Answer {
	const { count: counterV2, type, last } = unansweredFor(world, params.userId ?? '', crmOf(world));
	return { status: 200, body: { counterV2, type, lastMsgDateTime: last } };
}

export const unansweredRoutes: Route[] = [{ endpoint: getUnanswered, answer: count }];
