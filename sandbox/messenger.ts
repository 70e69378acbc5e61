import type { Conversations } from './conversations';
import type { Channel, ChatMessage } from './shapes';
import type { StoredChat } from './state';

/** What Wazzup holds of an account's messengers. */
export interface Inbox {
	channels: ReadonlyMap<string, Channel>;
	chats: Map<string, StoredChat>;
	messages: Map<string, ChatMessage>;
}

/** What a message was before it was edited or deleted (A.9.1). */
export interface OldInfo {
	oldText?: string;
	oldAuthorId?: string;
	oldAuthorName?: string;
}

/** Tells the CRM of an account what happens in its chats, in the words of its surface. */
export interface News {
	message(message: ChatMessage, chat: StoredChat): void;
	changed(message: ChatMessage, chat: StoredChat, change: 'edited' | 'deleted', old: OldInfo): void;
	status(message: ChatMessage): void;
}

/** Tells one and the other. */
export const bothNews = (one: News, other: News): News => ({
	message: (...what) => (one.message(...what), other.message(...what)),
	changed: (...what) => (one.changed(...what), other.changed(...what)),
	status: (...what) => (one.status(...what), other.status(...what)),
});

/** An account's chats with what happens in them. */
export interface Messenger extends Inbox {
	conversations: Conversations;
}
