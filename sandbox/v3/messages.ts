import { deleteMessage, editMessage, sendMessage } from '../../api/v3/messages';
import type { ChatMessage } from '../shapes';
import type { Answer, Call, Route } from '../surface';
import { empty, refused, refusedWithId } from './answer';
import { checkCanSend, checkTextLength } from './channelState';
import { fieldsOf } from './checks';
import { fetchContent } from './content';
import { markedError } from './marks';
import { send } from './sending';

/** An outgoing message that still exists, or MESSAGES_NOT_FOUND. */
function sentMessage(call: Call): ChatMessage {
	const message = call.world.state.messages.get(call.params.messageId ?? '');
	if (!message || message.isDeleted || message.direction === 'in') {
		throw refusedWithId('MESSAGES_NOT_FOUND', 'There is no message with this id.');
	}
	return message;
}

const oldInfoOf = ({ text, authorId, authorName }: ChatMessage) => ({
	oldText: text,
	oldAuthorId: authorId,
	oldAuthorName: authorName,
});

function checkEdit(body: unknown): void {
	const read = editMessage.body.safeParse(body);
	if (read.success) return;
	const given: Record<string, unknown> = body && typeof body === 'object' ? { ...body } : {};
	const { text, contentUri } = given;
	if (text !== undefined && contentUri !== undefined) {
		throw refusedWithId('MESSAGES_ONLY_TEXT_OR_CONTENT', 'Give either a text or a file.');
	}
	if (text === '') throw refusedWithId('MESSAGES_TEXT_CAN_NOT_BE_BLANK', 'The text is empty.');
	if (text === undefined && contentUri === undefined) {
		throw refusedWithId('MESSAGE_NOTHING_TO_SEND', 'There is neither a text nor a file.');
	}
	throw refused('VALIDATION_ERROR', 'A parameter of the request is not valid.', {
		fields: fieldsOf(read.error.issues),
	});
}

async function edit(call: Call): Promise<Answer> {
	const { world } = call;
	checkEdit(call.body);
	const { text, contentUri, crmUserId } = editMessage.body.parse(call.body);
	const message = sentMessage(call);
	const chat = world.conversations.chatOf(message);
	if (chat.transport === 'wapi') {
		throw refusedWithId(
			'CHANNEL_INVALID_TRANSPORT_FOR_EDITING',
			'The transport does not support editing.',
		);
	}
	if (message.buttons) {
		throw refusedWithId('MESSAGES_CONTAIN_BUTTONS', "A message with buttons can't be edited.");
	}
	const marked = markedError('edit-error', message.text, text);
	if (marked) throw marked;
	const channel = world.state.channels.get(message.channelId);
	if (channel) checkCanSend(channel);
	if (text !== undefined) checkTextLength(chat.transport, text);
	const content =
		contentUri === undefined
			? { type: 'text' }
			: await fetchContent(world, chat.transport, contentUri);
	const oldInfo = oldInfoOf(message);
	Object.assign(message, { text, contentUri: undefined, fileName: undefined }, content, {
		isEdited: true,
	});
	if (crmUserId !== undefined && call.caller.key !== 'sidecarKey') {
		message.authorId = crmUserId;
		message.authorName = world.state.users.get(crmUserId)?.name;
	}
	world.conversations.changed(message, 'edited', oldInfo);
	return empty;
}

function remove(call: Call): Answer {
	const { world } = call;
	const message = sentMessage(call);
	if (world.conversations.chatOf(message).transport === 'wapi') {
		throw refusedWithId(
			'CHANNEL_INVALID_TRANSPORT_FOR_DELETION',
			'The transport does not support deletion.',
		);
	}
	const marked = markedError('delete-error', message.text);
	if (marked) throw marked;
	message.isDeleted = true;
	world.conversations.changed(message, 'deleted', oldInfoOf(message));
	return empty;
}

export const messageRoutes: Route[] = [
	{ endpoint: sendMessage, answer: send },
	{ endpoint: editMessage, answer: edit },
	{ endpoint: deleteMessage, answer: remove },
];
