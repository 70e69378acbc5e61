import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { across } from '../v3/common';
import { client, enveloped, exactly, given, guid, webAddress } from './common';

const source = 'tech 5 PAGE(messages)';

/** Whom to write to: a chat ID, or for Telegram a username and for Telegram and MAX a phone number. */
export const recipient = exactly({
	chat_type: given,
	chat_id: given.optional(),
	username: given.optional(),
	phone: given.optional(),
}).superRefine(
	across(({ chat_id, username, phone }, complain) => {
		if ([chat_id, username, phone].some((address) => address !== undefined)) return;
		complain(
			['chat_id'],
			'Say whom to write to: give a chat ID (for Telegram a username or a phone number, for MAX a phone number will do as well).',
		);
	}),
);

/** A file on the web. Which members besides the link are required is in no document. */
export const attachment = exactly({
	url: webAddress('The link to the file'),
	name: given.optional(),
	mimetype: given.optional(),
	/** Bytes. */
	size: z.number().optional(),
});

/**
 * A message to send: either a text or a file. Templates are known from an error text only ("more than one of text,
 * attachment or template"), so they are not sent. Lengths are not checked: no document of this surface gives them.
 */
export const message = exactly({
	channel_id: guid('channel ID'),
	recipient,
	quoted_message_id: guid('ID of the quoted message').optional(),
	text: z.string().min(1, 'The text is empty.').optional(),
	attachment: attachment.optional(),
	/** The author in the CRM. Needs a role on the channel, or the message fails a second later with `chat_no_access`. */
	crm_user_id: given.optional(),
	reset_unanswered: z.boolean().optional(),
}).superRefine(
	across((sent, complain) => {
		if (sent.text === undefined && sent.attachment === undefined) {
			complain(['text'], 'There is nothing to send: give a text or a file.');
		}
		if (sent.text !== undefined && sent.attachment !== undefined) {
			complain(
				['attachment'],
				'A message carries either a text or a file, not both: send two messages.',
			);
		}
	}),
);

/** `request_id` means that Wazzup took the message over; its id and its fate come with `message.status_update`. */
export const sendMessage = defineEndpoint({
	...client,
	method: 'POST',
	path: '/v2/messages',
	body: message,
	reply: enveloped(z.looseObject({ request_id: z.string() })),
	// There is no guard against duplicates as on v3.
	repeat: 'never',
	source: `${source}, recipient and attachment CODE(1)`,
});

const messageInPath = z.object({ message_id: given });

/** No document shows the body. Text and file are those of the message to send, by analogy. */
export const editMessage = defineEndpoint({
	...client,
	method: 'PATCH',
	path: '/v2/messages/{message_id}',
	params: messageInPath,
	body: z.looseObject({
		text: z.string().optional(),
		attachment: z.looseObject({}).optional(),
		crm_user_id: z.string().optional(),
	}),
	reply: z.unknown(),
	// The second edit to the same content leaves the message as it is.
	repeat: 'safe',
	facts: 'part',
	source,
});

/** Works in messengers that can delete a message. */
export const deleteMessage = defineEndpoint({
	...client,
	method: 'DELETE',
	path: '/v2/messages/{message_id}',
	params: messageInPath,
	reply: z.unknown(),
	repeat: 'safe',
	facts: 'part',
	source,
});
