import type { ChatMessage } from './shapes';
import type { StoredChat } from './state';

/** What a message was before it was edited or deleted (A.9.1). */
export interface OldInfo {
	oldText?: string;
	oldAuthorId?: string;
	oldAuthorName?: string;
}

/** A row of `messages[]` as Wazzup delivers it (A.9.1). Absent means absent: `undefined` does not reach the wire. */
export function messagePayload(
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
