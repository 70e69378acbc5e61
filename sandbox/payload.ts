import type { News, OldInfo } from './messenger';
import type { ChatMessage } from './shapes';
import type { StoredChat } from './state';
import type { World } from './world';

/** A row of `messages[]` as Wazzup delivers it (A.9.1). Absent means absent: `undefined` does not reach the wire. */
function messagePayload(
	message: ChatMessage,
	chat: StoredChat,
	oldInfo?: OldInfo,
): Record<string, unknown> {
	const isEcho = message.direction === 'out';
	const { quoted } = message;
	return {
		messageId: message.messageId,
		channelId: message.channelId,
		chatType: message.chatType,
		chatId: message.chatId,
		avitoProfileId: message.chatType === 'avito' ? '100200300' : undefined,
		dateTime: message.dateTime,
		type: message.type,
		isEcho,
		contact: { name: chat.contact.name ?? chat.contact.username ?? chat.chatId, ...chat.contact },
		text: message.text,
		contentUri: message.contentUri,
		status: message.status === 'pending' ? 'sent' : message.status,
		error: message.error,
		authorName: message.authorName,
		authorId: message.authorId,
		quotedMessage: quoted && {
			messageId: quoted.messageId,
			channelId: message.channelId,
			chatType: message.chatType,
			chatId: message.chatId,
			type: quoted.type,
			text: quoted.text,
			contentUri: quoted.contentUri,
		},
		sentFromApp: isEcho ? false : undefined,
		isEdited: message.isEdited || undefined,
		isDeleted: message.isDeleted || undefined,
		oldInfo,
	};
}

/** Deliveries of v3: `messages`, and `statuses` (A.9.1, A.9.2). */
export function v3News(world: World): News {
	const deliver = (message: ChatMessage, chat: StoredChat, oldInfo?: OldInfo) =>
		void world.webhook.deliver(
			'messages',
			{ messages: [messagePayload(message, chat, oldInfo)] },
			'messagesAndStatuses',
		);
	return {
		message: deliver,
		changed: (message, chat, _change, oldInfo) => deliver(message, chat, oldInfo),
		status: ({ messageId, status, error }) =>
			void world.webhook.deliver(
				'statuses',
				{
					statuses: [{ messageId, timestamp: world.clock.iso(), status, ...(error && { error }) }],
				},
				'messagesAndStatuses',
			),
	};
}
