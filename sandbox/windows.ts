import type { MessageError } from './shapes';
import type { StoredChat } from './state';

const hour = 60 * 60 * 1_000;

/** How long after the customer's last message a business may write freely (A.4.1). */
const windows: Record<string, { length: number; code: string } | undefined> = {
	wapi: { length: 24 * hour, code: '24_HOURS_EXCEEDED' },
	instagram: { length: 7 * 24 * hour, code: '7_DAYS_EXCEEDED' },
};

/** What the messenger refuses after Wazzup has accepted: a free message outside the customer's window. `now`: ms. */
export function windowRefusal(
	now: number,
	chat: StoredChat,
	type: string,
): MessageError | undefined {
	const window = windows[chat.transport];
	if (!window || type === 'wapi_template') return undefined;
	const isOpen = chat.lastInbound !== undefined && now - chat.lastInbound <= window.length;
	return isOpen
		? undefined
		: { error: window.code, description: 'The customer has not written for too long.' };
}
