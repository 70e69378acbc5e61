import { chatTypes, type ChatType } from '../api/v3/common';
import { carriedBy } from './chatTypes';
import { ControlError } from './controlError';
import type { Messenger } from './messenger';
import { messageTypeOf } from './files';
import type { Button, Channel, ChatMessage, Person, Quoted } from './shapes';
import type { StoredChat } from './state';
import type { World } from './world';

/** What the customer writes; README.md describes the fields. */
export interface CustomerMessage {
	channelId: string;
	chatType?: string;
	chatId?: string;
	text?: string;
	contentUri?: string;
	type?: string;
	contact?: Person;
	quotedMessageId?: string;
	buttonPayload?: string;
}

export interface Tap {
	messageId: string;
	row?: number;
	column: number;
}

/** A channel of any account. Throws a ControlError for an unknown one. */
export function channelById(
	world: World,
	channelId: string,
): { channel: Channel; messenger: Messenger } {
	const messenger = world.messengerWith(channelId);
	const channel = messenger?.channels.get(channelId);
	if (!messenger || !channel) throw new ControlError(`There is no channel ${channelId}.`, 404);
	return { channel, messenger };
}

function messageById(
	world: World,
	messageId: string,
): { message: ChatMessage; messenger: Messenger } {
	const messenger = world.messengers.find(({ messages }) => messages.has(messageId));
	const message = messenger?.messages.get(messageId);
	if (!messenger || !message) throw new ControlError(`There is no message ${messageId}.`, 404);
	return { message, messenger };
}

function chatTypeOf(channel: Channel, given: string | undefined): ChatType {
	const fitting = carriedBy(channel.transport);
	const wanted = given ?? fitting?.direct;
	const chatType = chatTypes.find((known) => known === wanted);
	if (!chatType || (chatType !== fitting?.direct && chatType !== fitting?.group)) {
		throw new ControlError(`A channel of ${channel.transport} has no chat of type ${given}.`);
	}
	return chatType;
}

function chatFor(
	{ channel, messenger: { conversations } }: ReturnType<typeof channelById>,
	message: CustomerMessage,
): StoredChat {
	const chatType = chatTypeOf(channel, message.chatType);
	const { contact = {} } = message;
	if (message.chatId !== undefined && message.chatId !== '') {
		return conversations.open(channel, chatType, message.chatId, contact);
	}
	if (chatType !== 'telegram' && chatType !== 'max') {
		throw new ControlError(`Say who writes: give chatId (in ${chatType} no one makes it up).`);
	}
	const chatId = conversations.chatIdOf(channel, contact);
	return conversations.open(channel, chatType, chatId, contact);
}

function quotedBy(world: World, messageId: string | undefined): Quoted | undefined {
	if (messageId === undefined) return undefined;
	const { direction, type, text, contentUri } = messageById(world, messageId).message;
	return { messageId, direction, type, text, contentUri };
}

/** What is known of a file that is one of ours. */
function fileAt(world: World, contentUri: string | undefined) {
	const id = contentUri?.split('/_sandbox/files/')[1];
	const file = id === undefined ? undefined : world.files.get(id);
	return file && { fileName: file.name, mimeType: file.type, size: file.bytes.length };
}

/** The type of a message, from its file. */
function typeOf(contentUri: string | undefined, mimeType: string | undefined): string {
	if (contentUri === undefined) return 'text';
	return mimeType === undefined ? 'document' : messageTypeOf(mimeType);
}

/** The customer writes. Throws a {@link ControlError} for an unknown channel, a chat type that does not fit, an empty message. */
export function customerWrites(world: World, message: CustomerMessage): ChatMessage {
	const { contentUri } = message;
	const text = message.buttonPayload ?? message.text;
	const file = fileAt(world, contentUri);
	const type = message.type ?? typeOf(contentUri, file?.mimeType);
	if (text === undefined && contentUri === undefined && type === 'text') {
		throw new ControlError('Write something: give text or contentUri.');
	}
	const quoted = quotedBy(world, message.quotedMessageId);
	const place = channelById(world, message.channelId);
	const content = { type, text, contentUri, quoted, ...file };
	return place.messenger.conversations.receive(chatFor(place, message), content);
}

function buttonAt(message: ChatMessage, { row = 0, column }: Tap): Button {
	const button = message.buttons?.[row]?.[column];
	if (!button) throw new ControlError(`The message has no button in row ${row}, column ${column}.`);
	return button;
}

/** The customer taps a button: a link gives its address, every other one sends its payload, else its text (A.4.3). */
export function customerTaps(
	world: World,
	tap: Tap,
): { messageId: string } | { url: string | undefined } {
	const { message, messenger } = messageById(world, tap.messageId);
	const button = buttonAt(message, tap);
	if (button.kind === 'url') return { url: button.url };
	const chat = messenger.conversations.chatOf(message);
	const { messageId } = messenger.conversations.receive(chat, {
		type: 'text',
		text: button.payload ?? button.text,
	});
	return { messageId };
}

/** The customer opens the chat: what the business wrote turns `read`. Gives the number of messages that did. */
export function customerReads(world: World, chat: { channelId: string; chatId: string }): number {
	const conversations = world.messengerWith(chat.channelId)?.conversations;
	const found = conversations?.find(chat.channelId, chat.chatId);
	if (!conversations || !found) {
		throw new ControlError(`There is no chat ${chat.chatId} on this channel.`, 404);
	}
	return found.messages.filter(
		(message) => message.direction === 'out' && conversations.setStatus(message, 'read'),
	).length;
}
