import { sameCode } from '../../api/codes';
import type { ReceivedEvent } from './received';
import { creationEvents, type Settings } from './settings';

const GROUP_TYPES = ['whatsgroup', 'telegroup', 'maxgroup'];

/**
 * Whether the node's events and filters let an event through. What an event does not name cannot keep it out, and no
 * filter keeps a request out, since Wazzup stores what it gets as the answer and the workflow has to know of it.
 */
export function isWanted({ event, simplified }: ReceivedEvent, settings: Settings): boolean {
	const { channelId, chatType, status } = simplified;
	if (!settings.events.includes(event)) return false;
	if (creationEvents.includes(event)) return true;
	return (
		fits(channelId, settings.channels) &&
		fits(chatType, settings.chatTypes) &&
		fitsChats(chatType, settings.chats) &&
		(event !== 'messageStatus' || fits(status, settings.statuses))
	);
}

const fits = (value: string | null, wanted: readonly string[]) =>
	value === null || wanted.length === 0 || wanted.some((one) => sameCode(one, value));

const fitsChats = (chatType: string | null, chats: Settings['chats']) =>
	chatType === null || chats === 'all' || (chats === 'group') === GROUP_TYPES.includes(chatType);
