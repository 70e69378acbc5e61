import { randomUUID } from 'node:crypto';
import type { ChatType } from '../api/v3/common';
import type { Inbox, News, OldInfo } from './messenger';
import type { Channel, Chat, ChatMessage, MessageError, MessageStatus, Person } from './shapes';
import type { StoredChat } from './state';
import type { World } from './world';

/** A message that is about to exist; the rest of its fields follow. */
export type NewMessage = Pick<ChatMessage, 'type'> &
	Partial<
		Pick<
			ChatMessage,
			| 'text'
			| 'contentUri'
			| 'fileName'
			| 'mimeType'
			| 'size'
			| 'buttons'
			| 'keyboard'
			| 'template'
			| 'quoted'
			| 'authorName'
			| 'authorId'
			| 'crmMessageId'
			| 'requestId'
		>
	>;

/** A status only moves forward: a late timer doesn't take `read` back. */
const rank: Record<MessageStatus, number> = {
	pending: 0,
	sent: 1,
	delivered: 2,
	read: 3,
	error: 4,
	inbound: 4,
};

/** Writes `#status-error:CODE` in a message make its delivery fail with that code. */
const statusErrorMark = /#status-error:([A-Za-z0-9_]+)/;

/** The chats of one account and their messages: what the messengers are to Wazzup. */
export class Conversations {
	private readonly timers = new Set<NodeJS.Timeout>();

	constructor(
		private readonly world: Pick<World, 'clock' | 'hub' | 'settings'>,
		private readonly inbox: () => Inbox,
		private readonly news: News,
	) {}

	/** The chat, made where it is new; what is known of the person is added to it. */
	open(channel: Channel, chatType: ChatType, chatId: string, person: Person = {}): StoredChat {
		const { chats } = this.inbox();
		const key = chatKey(channel.channelId, chatId);
		let chat = chats.get(key);
		if (!chat) {
			chat = {
				channelId: channel.channelId,
				transport: channel.transport,
				chatType,
				chatId,
				contact: {},
				messages: [],
				unanswered: [],
			};
			chats.set(key, chat);
		}
		chat.contact = { ...chat.contact, ...known(person) };
		return chat;
	}

	find(channelId: string, chatId: string): StoredChat | undefined {
		return this.inbox().chats.get(chatKey(channelId, chatId));
	}

	chatOf(message: ChatMessage): StoredChat {
		const chat = this.find(message.channelId, message.chatId);
		if (!chat) throw new Error(`Message ${message.messageId} has lost its chat.`);
		return chat;
	}

	/** The chat id of a person that Telegram or MAX knows by `mark` (a username or phone): a GUID, the same each time. */
	chatIdOf(channel: Channel, mark: Pick<Person, 'username' | 'phone'>): string {
		for (const chat of this.inbox().chats.values()) {
			const { username, phone } = chat.contact;
			const same =
				(mark.username !== undefined && mark.username === username) ||
				(mark.phone !== undefined && mark.phone === phone);
			if (chat.channelId === channel.channelId && same) return chat.chatId;
		}
		return randomUUID();
	}

	/** The customer writes. The CRM is told. */
	receive(chat: StoredChat, content: NewMessage): ChatMessage {
		for (const message of chat.messages) {
			// Whoever answers has seen what was written before.
			if (message.direction === 'out') this.setStatus(message, 'read');
		}
		const message = this.add(chat, 'in', 'inbound', content);
		chat.lastInbound = this.world.clock.now();
		chat.unanswered.push(message.dateTime);
		this.unansweredChanged(chat);
		this.news.message(message, chat);
		return message;
	}

	/**
	 * The business writes over the API. Delivers the echo, and the statuses as they move.
	 * `refusal`: the messenger turns the message down after Wazzup has accepted it.
	 */
	send(
		chat: StoredChat,
		content: NewMessage,
		options: { clearUnanswered: boolean; refusal?: MessageError },
	): ChatMessage {
		const message = this.add(chat, 'out', 'pending', content);
		if (options.clearUnanswered && chat.unanswered.length > 0) {
			chat.unanswered = [];
			this.unansweredChanged(chat);
		}
		if (message.keyboard === 'reply') chat.keyboard = message.buttons;
		if (message.keyboard === 'removed') delete chat.keyboard;
		if (this.world.settings.echo) this.news.message(message, chat);
		const mark = statusErrorMark.exec(message.text ?? '')?.[1];
		const refusal =
			options.refusal ??
			(mark ? { error: mark, description: `Asked for by #status-error` } : undefined);
		this.moveOn(message, refusal);
		return message;
	}

	/** Sets the status and tells the CRM, unless the message is further already. */
	setStatus(message: ChatMessage, status: MessageStatus, error?: MessageError): boolean {
		if (rank[status] <= rank[message.status]) return false;
		message.status = status;
		if (error) message.error = error;
		const { messageId, channelId, chatId } = message;
		this.world.hub.emit('status', {
			messageId,
			channelId,
			chatId,
			status,
			...(error && { error }),
		});
		this.news.status(message);
		return true;
	}

	/** Tells the CRM and the page that a message was edited or deleted. */
	changed(message: ChatMessage, change: 'edited' | 'deleted', oldInfo: OldInfo): void {
		this.world.hub.emit('message', { message, change });
		this.news.changed(message, this.chatOf(message), change, oldInfo);
	}

	/** What the page shows of a chat. */
	summary(stored: StoredChat): Chat {
		const { messages, unanswered: _unanswered, lastInbound: _lastInbound, ...chat } = stored;
		const channel = this.inbox().channels.get(chat.channelId);
		const unread = messages.filter(
			({ direction, status }) => direction === 'out' && rank[status] < rank.read,
		);
		return {
			...chat,
			channelName: channel?.name ?? '',
			channelState: channel?.state ?? '',
			...(channel?.account !== undefined && { account: channel.account }),
			lastMessage: messages.at(-1),
			unread: unread.length,
		};
	}

	/** Ends the statuses that are still to move. */
	stop(): void {
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
	}

	private unansweredChanged({ channelId, chatId }: StoredChat): void {
		this.world.hub.emit('unanswered', { channelId, chatId });
	}

	private add(
		chat: StoredChat,
		direction: ChatMessage['direction'],
		status: MessageStatus,
		content: NewMessage,
	): ChatMessage {
		const message: ChatMessage = {
			messageId: randomUUID(),
			channelId: chat.channelId,
			chatType: chat.chatType,
			chatId: chat.chatId,
			direction,
			...content,
			status,
			isEdited: false,
			isDeleted: false,
			dateTime: this.world.clock.iso(),
		};
		chat.messages.push(message);
		this.inbox().messages.set(message.messageId, message);
		this.world.hub.emit('message', { message, change: 'new' });
		return message;
	}

	private moveOn(message: ChatMessage, refusal?: MessageError): void {
		const step = this.world.settings.statusSteps;
		if (step === false) return;
		if (refusal) {
			this.later(step, () => this.setStatus(message, 'error', refusal));
			return;
		}
		this.setStatus(message, 'sent');
		this.later(step, () => this.setStatus(message, 'delivered'));
		this.later(2 * step, () => this.setStatus(message, 'read'));
	}

	/** Does something in `ms`, unless the sandbox is reset before. */
	later(ms: number, action: () => void): void {
		const timer = setTimeout(() => {
			this.timers.delete(timer);
			action();
		}, ms);
		this.timers.add(timer);
	}
}

function chatKey(channelId: string, chatId: string): string {
	return `${channelId} ${chatId}`;
}

/** The fields that hold something. */
function known(person: Person): Person {
	return Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined));
}
