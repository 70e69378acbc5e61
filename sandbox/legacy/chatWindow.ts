import { getLegacyChatWindowLink } from '../../api/legacy/chatWindow';
import type { Answer, Call, Route } from '../surface';
import { notValid } from './answer';

/** A link to the chat page. The request brings the user along, so it need not be one that Wazzup knows. */
function link(call: Call): Answer {
	const read = getLegacyChatWindowLink.body.safeParse(call.body);
	if (!read.success) throw notValid();
	const { user, scope, activeChat } = read.data;
	const url = new URL('/', call.world.url);
	url.searchParams.set('user', String(user.id));
	url.searchParams.set('scope', scope);
	if (activeChat) url.searchParams.set('chatId', String(activeChat.chatId));
	return { status: 200, body: { url: url.href } };
}

export const chatWindowRoutes: Route[] = [{ endpoint: getLegacyChatWindowLink, answer: link }];
