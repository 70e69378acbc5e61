import type { TechEventItem } from '../../api/events/tech';
import type { News } from '../messenger';
import type { ChatMessage } from '../shapes';
import type { StoredChat } from '../state';
import type { World } from '../world';
import type { TechAccount, TechChannel } from './account';

/** What Wazzup says of a channel: `state` exactly, `status` roughly (tech 4). */
export function channelPayload(channel: TechChannel) {
	const { channelId, transport, state, phone = '', username = '', reason, url } = channel;
	return {
		channel_id: channelId,
		transport,
		state,
		status: statusOf(channel),
		phone,
		username,
		messenger_id: phone || username,
		name: channel.name,
		...(reason !== undefined && { reason }),
		...(url !== undefined && { url }),
	};
}

export const statusOf = ({ state }: Pick<TechChannel, 'state'>) =>
	state === 'active' ? 'active' : 'disabled';

const attachmentOf = ({ contentUri, fileName, mimeType, size }: ChatMessage) =>
	contentUri === undefined ? null : { url: contentUri, name: fileName, mimetype: mimeType, size };

const isGroup = ({ chatType }: StoredChat) => chatType.endsWith('group');

/** An item of `message.add`: `recipient` is the chat in both directions (tech 6.5). */
export function messagePayload(
	message: ChatMessage,
	chat: StoredChat,
): TechEventItem<'message.add'> {
	const { name, username, phone, avatarUri } = chat.contact;
	const isInbound = message.direction === 'in';
	const digits = /^\d{5,15}$/.test(chat.chatId) ? chat.chatId : null;
	const person = { name: name ?? username ?? chat.chatId, username: username ?? null };
	return {
		message_id: message.messageId,
		channel_id: message.channelId,
		direction: isInbound ? 'inbound' : 'outbound',
		type: message.type,
		timestamp: Date.parse(message.dateTime),
		status: 'accepted',
		crm_user_id: message.authorId ?? null,
		recipient: {
			chat_id: chat.chatId,
			chat_type: chat.chatType,
			...person,
			phone: phone ?? digits,
			...(avatarUri !== undefined && { avatar: avatarUri }),
		},
		...(isInbound && isGroup(chat) && { sender: { chat_type: chat.chatType, ...person } }),
		text: message.text,
		attachment: attachmentOf(message),
	};
}

/** The events of messages. */
export function techNews(world: World, account: TechAccount): News {
	return {
		message: (message, chat) => {
			account.events.publish('message.add', messagePayload(message, chat));
		},
		changed: (message, _chat, change) => {
			const { messageId: message_id, channelId: channel_id, text } = message;
			if (change === 'deleted')
				account.events.publish('message.delete', { message_id, channel_id });
			else {
				const attachment = attachmentOf(message);
				account.events.publish('message.edit', { message_id, channel_id, text, attachment });
			}
		},
		status: ({ messageId, channelId, requestId, status, error }) => {
			account.events.publish('message.status_update', {
				message_id: messageId,
				channel_id: channelId,
				...(world.settings.requestIds && requestId !== undefined && { request_id: requestId }),
				status,
				timestamp: world.clock.now(),
				...(error && { error: { code: error.error, description: error.description } }),
			});
		},
	};
}
