import { z } from 'zod/v4';
import { attachment, deleteMessage, editMessage, sendMessage } from '../../api/tech/messages';
import type { ChatMessage } from '../shapes';
import type { Answer, Call, Route } from '../surface';
import { accountOf, invalid, ok, unknown } from './answer';
import { read } from './checks';
import { contentOf, send } from './sending';

/** An outgoing message that still exists. */
function sentMessage(call: Call): ChatMessage {
	const message = accountOf(call).messages.get(call.params.message_id ?? '');
	if (!message || message.isDeleted || message.direction === 'in') throw unknown('message');
	if (accountOf(call).channels.get(message.channelId)?.transport === 'wapi') {
		throw invalid(['The messenger supports neither editing nor deletion']);
	}
	return message;
}

const oldInfoOf = ({ text, authorId, authorName }: ChatMessage) => ({
	oldText: text,
	oldAuthorId: authorId,
	oldAuthorName: authorName,
});

/** The body is in no document: a text or a file is enough, everything else is taken as it comes. */
function edit(call: Call): Answer {
	const body = z.looseObject(editMessage.body.shape).safeParse(call.body).data ?? {};
	const file = body.attachment === undefined ? undefined : read(attachment, body.attachment);
	if (body.text === undefined && !file) throw invalid(['text should not be empty']);
	const message = sentMessage(call);
	const oldInfo = oldInfoOf(message);
	const emptied = {
		contentUri: undefined,
		fileName: undefined,
		mimeType: undefined,
		size: undefined,
	};
	const content = { type: 'text', ...emptied, ...contentOf(file) };
	Object.assign(message, { text: body.text }, content, { isEdited: true });
	accountOf(call).conversations.changed(message, 'edited', oldInfo);
	return ok(call, null);
}

function remove(call: Call): Answer {
	const message = sentMessage(call);
	message.isDeleted = true;
	accountOf(call).conversations.changed(message, 'deleted', oldInfoOf(message));
	return ok(call, null);
}

export const messageRoutes: Route[] = [
	{ endpoint: sendMessage, answer: send },
	{ endpoint: editMessage, answer: edit },
	{ endpoint: deleteMessage, answer: remove },
];
