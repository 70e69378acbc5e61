import type { StoredChat } from './state';
import type { World } from './world';

/** The counter looks back so far (A.14). */
const week = 7 * 24 * 60 * 60 * 1_000;

/** What waits for a user: `red` their own chats, `grey` those that they only supervise. */
export interface Unanswered {
	count: number;
	type: 'red' | 'grey';
	/** ISO 8601. */
	last: string | null;
}

/**
 * Unanswered messages in the chats that are the user's own; where there are none, in those they supervise.
 * `now`: ms of the sandbox clock.
 */
export function unansweredIn(
	chats: Iterable<StoredChat>,
	now: number,
	shareOf: (chat: StoredChat) => 'own' | 'supervised' | undefined,
): Unanswered {
	const since = new Date(now - week).toISOString();
	const dates = { own: [] as string[], supervised: [] as string[] };
	for (const chat of chats) {
		const share = shareOf(chat);
		if (share) dates[share].push(...chat.unanswered.filter((date) => date >= since));
	}
	const isGrey = dates.own.length === 0 && dates.supervised.length > 0;
	const counted = (isGrey ? dates.supervised : dates.own).sort();
	return { count: counted.length, type: isGrey ? 'grey' : 'red', last: counted.at(-1) ?? null };
}

/** What an API has been told of the CRM. */
export interface KnownCrm {
	isUser: (userId: string) => boolean;
	/** The user in charge of the person behind a chat; `undefined` for someone the CRM does not know. */
	ownerOf: (chat: StoredChat) => string | undefined;
}

/**
 * Own chats count `red`; without any, chats of nobody count `grey`, as if each user supervised them: roles are set where
 * no route reaches. A user that Wazzup does not know has no role, so 0.
 */
export function unansweredFor(world: World, userId: string, crm: KnownCrm): Unanswered {
	const chats = crm.isUser(userId) ? world.state.chats.values() : [];
	return unansweredIn(chats, world.clock.now(), (chat) => {
		const owner = crm.ownerOf(chat);
		if (owner === userId) return 'own';
		return owner === undefined ? 'supervised' : undefined;
	});
}
