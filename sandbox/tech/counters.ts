import { clearUnanswered, getUnanswered } from '../../api/tech/counters';
import type { Answer, Call, Route } from '../surface';
import { unansweredIn } from '../unanswered';
import { accountOf, ok } from './answer';

/** Own chats are `red`; a manager's or an auditor's other ones `grey`. Without a role on the channel nothing counts (tech 8.5). */
function count(call: Call): Answer {
	const account = accountOf(call);
	const userId = call.params.user_id ?? '';
	const isUser = account.users.has(userId);
	const chats = isUser ? account.chats.values() : [];
	const { count: counter, type } = unansweredIn(chats, call.world.clock.now(), (chat) => {
		const role = account.roleOf(userId, chat.channelId);
		if (role === undefined) return undefined;
		if (account.ownerOf(chat) === userId) return 'own';
		return role === 'seller' ? undefined : 'supervised';
	});
	return ok(call, { counter, type });
}

function clear(call: Call): Answer {
	const account = accountOf(call);
	for (const chat of account.chats.values()) chat.unanswered = [];
	return ok(call, { account_id: account.accountId, cleared: true });
}

export const counterRoutes: Route[] = [
	{ endpoint: getUnanswered, answer: count },
	{ endpoint: clearUnanswered, answer: clear },
];
