import { getChatWindowLink } from '../../api/v3/chatWindow';
import type { Answer, Call, Route } from '../surface';
import { refused, refusedNested } from './answer';
import { fieldsOf } from './checks';

/** A link to the chat page. Only INVALID_USER is known; a body of the wrong shape gets the general code. */
function link(call: Call): Answer {
	const read = getChatWindowLink.body.safeParse(call.body);
	if (!read.success) {
		throw refused('VALIDATION_ERROR', 'A parameter of the request is not valid.', {
			fields: fieldsOf(read.error.issues),
		});
	}
	const { user, scope, activeChat } = read.data;
	if (!call.world.state.users.has(user.id)) throw refusedNested('INVALID_USER');
	const url = new URL('/', call.world.url);
	url.searchParams.set('user', user.id);
	url.searchParams.set('scope', scope);
	if (activeChat?.channelId) url.searchParams.set('channelId', activeChat.channelId);
	if (activeChat?.chatId) url.searchParams.set('chatId', activeChat.chatId);
	return { status: 200, body: { url: url.href } };
}

export const chatWindowRoutes: Route[] = [{ endpoint: getChatWindowLink, answer: link }];
