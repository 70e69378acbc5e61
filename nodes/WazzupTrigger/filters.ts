import { sameCode } from '../../api/codes';
import type { EventName } from '../../api/events/event';
import type { ReceivedEvent } from './received';
import type { Settings } from './settings';

/** Events whose `status` is that of a message. */
const STATUS_EVENTS: readonly EventName[] = ['messageStatus', 'message.status_update'];
const GROUP_TYPES = ['whatsgroup', 'telegroup', 'maxgroup'];

/**
 * Whether the node's events and filters let an event through. What an event does not name cannot keep it out, and no
 * filter keeps a request out, since Wazzup stores what it gets as the answer and the workflow has to know of it.
 */
export function isWanted({ event, simplified, asked }: ReceivedEvent, settings: Settings): boolean {
	const { channelId, chatType, status } = simplified;
	if (!settings.events.includes(event)) return false;
	if (asked) return true;
	return (
		fits(channelId, settings.channels) &&
		fits(chatType, settings.chatTypes) &&
		fitsChats(chatType, settings.chats) &&
		(!STATUS_EVENTS.includes(event) || fits(status, settings.statuses))
	);
}

const fits = (value: string | null, wanted: readonly string[]) =>
	value === null || wanted.length === 0 || wanted.some((one) => sameCode(one, value));

const fitsChats = (chatType: string | null, chats: Settings['chats']) =>
	chatType === null || chats === 'all' || (chats === 'group') === GROUP_TYPES.includes(chatType);
