import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { across, type Complain } from '../v3/common';
import { legacyChatType, type LegacyChatType } from './common';

const given = (value: unknown) => value !== undefined;

/** Messengers that take a text or a file, never both (B.5, `MESSAGE_ONLY_TEXT_OR_CONTENT`). */
const oneContent: readonly LegacyChatType[] = ['whatsapp', 'instagram'];

interface Message {
	chatType: LegacyChatType;
	chatId: string;
	text?: string;
	content?: string;
}

function checkContent({ chatType, text, content }: Message, complain: Complain): void {
	if (!given(text) && !given(content)) {
		complain(['text'], 'There is nothing to send: give a text or a file link.');
	} else if (given(text) && given(content) && oneContent.includes(chatType)) {
		complain(
			['content'],
			'A message to WhatsApp or Instagram carries either a text or a file, not both: send two messages.',
		);
	}
}

function checkRecipient({ chatType, chatId }: Message, complain: Complain): void {
	if (chatType === 'whatsapp' && !/^\d{9,16}$/.test(chatId)) {
		complain(
			['chatId'],
			'In WhatsApp the chat ID is the phone number: 9 to 16 digits with the country code, like 79011112233.',
		);
	}
	if (chatType === 'instagram' && chatId.startsWith('@')) {
		complain(['chatId'], 'In Instagram the chat ID is the account name without the leading @.');
	}
}

/** A message to send: a text, a file by its link, or where the messenger takes it both. */
export const legacyMessage = z
	.object({
		channelId: z.guid('The channel ID is not a UUID.'),
		chatType: legacyChatType,
		chatId: z.string().min(1, 'The chat ID is empty.'),
		text: z
			.string()
			.min(1, 'The text is empty.')
			.max(10_000, 'The text has at most 10,000 characters.')
			.optional(),
		content: z
			.url({
				protocol: /^https?$/,
				error: 'The file is given as a link that starts with http:// or https://.',
			})
			.optional(),
		refMessageId: z.string().min(1).optional(),
	})
	.superRefine(
		across((sent, complain) => {
			checkContent(sent, complain);
			checkRecipient(sent, complain);
		}),
	);

/** 201 means that Wazzup took the message over; what became of it comes with the `statuses` webhook. */
export const sendLegacyMessage = defineEndpoint({
	surface: 'legacy',
	method: 'POST',
	path: '/v2/send_message',
	auth: 'rawApiKey',
	body: legacyMessage,
	reply: z.looseObject({ messageId: z.string() }),
	status: 201,
	// Nothing like crmMessageId guards it: the second request is a second message.
	repeat: 'never',
	source: 'B.5 S-V2',
});
