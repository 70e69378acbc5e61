import { getChatWindowLink, getConnectLink } from '../../api/tech/links';
import type { Answer, Call, Route } from '../surface';
import { accountOf, invalid, ok } from './answer';
import { readBody } from './checks';
import { withQuery } from './html';
import { transportOf } from './transports';

/** Leads to the chat page. */
function chatWindow(call: Call): Answer {
	const { user_id, scope, active_chat } = readBody(getChatWindowLink, call);
	const link = withQuery(`${call.world.url}/`, {
		account: accountOf(call).accountId,
		user: user_id,
		scope,
		...(active_chat?.channel_id !== undefined && { channelId: active_chat.channel_id }),
		...(active_chat?.chat_id !== undefined && { chatId: active_chat.chat_id }),
	});
	return ok(call, { link });
}

/** Leads to the page that connects a channel. */
function connect(call: Call): Answer {
	const { transport, channel_id } = readBody(getConnectLink, call).options;
	if (transport !== undefined && !transportOf(transport)?.connectsByLink) {
		throw invalid(['options.transport is none that can be connected by a link']);
	}
	if (channel_id !== undefined && !accountOf(call).channels.has(channel_id)) {
		throw invalid(['options.channel_id is unknown']);
	}
	const link = withQuery(`${call.world.techUrl}/connect`, {
		account: accountOf(call).accountId,
		...(transport !== undefined && { transport }),
		...(channel_id !== undefined && { channel_id }),
	});
	return ok(call, { link });
}

export const linkRoutes: Route[] = [
	{ endpoint: getChatWindowLink, answer: chatWindow },
	{ endpoint: getConnectLink, answer: connect },
];
