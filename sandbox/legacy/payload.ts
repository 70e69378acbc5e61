import { sameCode } from '../../api/codes';
import { legacyMessageTypes, legacyStatuses } from '../../api/legacy/codes';
import type { News } from '../messenger';
import type { Channel, ChatMessage } from '../shapes';
import type { StoredChat } from '../state';
import type { World } from '../world';

/** The chat types of the 2021 webhooks; what happens in other messengers is not told there. */
const toldChatTypes: readonly string[] = ['whatsapp', 'whatsgroup', 'instagram', 'telegram', 'vk'];

/** The customer, and the Wazzup API, through which everything of the business is sent here. */
const author = { in: 99, out: 9 };

function typeNumber(type: string): number {
	// A template arrives as the text that it makes.
	if (type === 'wapi_template') return 1;
	const found = Object.entries(legacyMessageTypes).find(([, name]) => name === type);
	return Number(found?.[0] ?? 0);
}

/** A reason without a number of its own is told as 66. */
function statusNumber({ status, error }: Pick<ChatMessage, 'status' | 'error'>): number {
	const found = Object.entries(legacyStatuses).find(([, entry]) =>
		status === 'error' ? sameCode(entry.error, error?.error) : entry.name === status,
	);
	return Number(found?.[0] ?? 66);
}

/** A row of `messages` (B.8). Absent means absent: `undefined` does not reach the wire. */
function messagePayload(message: ChatMessage, chat: StoredChat): Record<string, unknown> {
	const { messageId, channelId, chatType, chatId, direction, status, error } = message;
	return {
		messageId,
		channelId,
		chatType,
		chatId,
		dateTime: Date.parse(message.dateTime),
		type: typeNumber(message.type),
		// 0 only comes with a change of status.
		status: statusNumber({ status: status === 'pending' ? 'sent' : status, error }),
		text: message.text,
		content: message.contentUri,
		authorType: author[direction],
		authorName: direction === 'in' ? chat.contact.name : message.authorName,
	};
}

/** A channel as the list and both webhooks give it (B.6, B.8). */
export const channelPayload = ({ channelId, transport, plainId, state }: Channel) => ({
	channelId,
	transport,
	plainId,
	state,
});

/** `messages` and `statuses`. The 2021 API has no word for edited and deleted messages. */
export function legacyNews(world: Pick<World, 'legacyMail'>): News {
	const isTold = ({ chatType }: ChatMessage) => toldChatTypes.includes(chatType);
	return {
		message: (message, chat) => {
			if (isTold(message)) world.legacyMail.add('messages', messagePayload(message, chat));
		},
		changed: () => undefined,
		status: (message) => {
			const { messageId } = message;
			if (isTold(message)) {
				world.legacyMail.add('statuses', { messageId, status: statusNumber(message) });
			}
		},
	};
}
