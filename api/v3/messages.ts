import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { buttonsObject } from './buttons';
import type { ButtonsObject } from './buttons';
import { across, chatType, foundByPhone, foundByUsername, replyText, waysToName } from './common';
import type { ChatAddress, Complain } from './common';

export * from './buttons';

const given = (value: unknown) => value !== undefined;

const text = z.string().min(1, 'The text is empty.');
const contentUri = z.url({
	protocol: /^https?$/,
	error: 'The file is given as a link that starts with http:// or https://.',
});
const crmUserId = z.string().min(1).optional();
const digits = /^\d+$/;

interface Content {
	text?: string;
	contentUri?: string;
	templateId?: string;
	templateValues?: string[];
	buttonsObject?: ButtonsObject;
}

function checkContent(sent: Content, complain: Complain): void {
	const contents = [sent.text, sent.contentUri, sent.templateId].filter(given).length;
	if (contents === 0) {
		complain(['text'], 'There is nothing to send: give a text, a file link or a template.');
	} else if (contents > 1 && !given(sent.templateId)) {
		complain(
			['contentUri'],
			'A message carries either a text or a file, not both: send two messages.',
		);
	} else if (contents > 1) {
		complain(
			['templateId'],
			'A template message carries neither a text nor a file of its own: leave them out.',
		);
	}
	if (given(sent.templateValues) && !given(sent.templateId)) {
		complain(['templateValues'], 'Template values only go with a template: choose the template.');
	}
}

function checkRecipient(sent: ChatAddress, complain: Complain): void {
	const { chatType: type, chatId, username, phone } = sent;
	if (given(username) && !foundByUsername.includes(type)) {
		complain(['username'], 'Only Telegram finds a person by username: give the chat ID instead.');
	}
	if (given(phone) && !foundByPhone.includes(type)) {
		complain(
			['phone'],
			'Only Telegram and MAX find a person by phone number: give the chat ID instead (in WhatsApp and Viber it is the phone number).',
		);
	}
	if (![chatId, username, phone].some(given)) {
		complain(['chatId'], `Say whom to write to: ${waysToName(type)}.`);
	}
	if (chatId !== undefined && (type === 'whatsapp' || type === 'viber') && !digits.test(chatId)) {
		complain(
			['chatId'],
			'In WhatsApp and Viber the chat ID is the phone number: digits only, with the country code, like 79011112233.',
		);
	}
	if (type === 'instagram' && chatId?.startsWith('@')) {
		complain(['chatId'], 'In Instagram the chat ID is the account name without the leading @.');
	}
}

/** WhatsApp's buttons have one shape, and what they need depends on whether a template is there. */
function checkButtons({ templateId, buttonsObject: layout }: Content, complain: Complain): void {
	if (!layout || layout.replyMarkup !== undefined || layout.chatType !== undefined) return;
	layout.buttons.forEach((button, index) => {
		const at = (field: string) => ['buttonsObject', 'buttons', index, field];
		if (!given(templateId) && !given(button.text)) {
			complain(at('text'), 'A button under an ordinary message needs a text.');
		}
		if (given(templateId) && !given(button.payload)) {
			complain(
				at('payload'),
				'A button of a template needs a payload: its text comes from the template.',
			);
		}
	});
}

/**
 * A message to send: one of text, file and template; to a `chatId`, or where the messenger allows it to a username or phone.
 * Lengths of texts are not checked: the documents contradict themselves (A.4.1).
 */
export const message = z
	.object({
		channelId: z.guid('The channel ID is not a UUID.'),
		chatType,
		chatId: z.string().min(1, 'The chat ID is empty.').optional(),
		username: z
			.string()
			.min(1, 'The username is empty.')
			.regex(/^[^@]/, 'The username goes without the leading @.')
			.optional(),
		phone: z
			.string()
			.regex(digits, 'The phone number is digits only, with the country code, like 79011112233.')
			.optional(),
		text: text.optional(),
		contentUri: contentUri.optional(),
		templateId: z.guid('The template ID is not a UUID.').optional(),
		templateValues: z.array(z.string()).optional(),
		buttonsObject: buttonsObject.optional(),
		refMessageId: z.guid('The ID of the quoted message is not a UUID.').optional(),
		crmUserId,
		crmMessageId: z.string().min(1).optional(),
		clearUnanswered: z.boolean().optional(),
	})
	.superRefine(
		across((sent, complain) => {
			checkContent(sent, complain);
			checkRecipient(sent, complain);
			checkButtons(sent, complain);
		}),
	);

/** 201 means that Wazzup took the message over; what became of it comes with the `statuses` webhook. */
export const sendMessage = defineEndpoint({
	surface: 'v3',
	method: 'POST',
	path: '/v3/message',
	auth: 'apiKey',
	sidecar: true,
	body: message,
	reply: z.looseObject({ messageId: z.string(), chatId: replyText }),
	status: 201,
	// A second request with the same crmMessageId is refused for 60 s (A.4.4).
	repeat: 'guarded',
	source: 'A.4 P-MSG',
});

const messageInPath = z.object({ messageId: z.string().min(1) });

/** What a message is changed to: a new text or a new file, never both. */
export const messageEdit = z
	.object({ text: text.optional(), contentUri: contentUri.optional(), crmUserId })
	.superRefine(
		across((edit, complain) => {
			if (given(edit.text) === given(edit.contentUri)) {
				complain(
					[given(edit.text) ? 'contentUri' : 'text'],
					'An edit carries either a new text or a new file link: give exactly one of them.',
				);
			}
		}),
	);

export const editMessage = defineEndpoint({
	surface: 'v3',
	method: 'PATCH',
	path: '/v3/message/{messageId}',
	auth: 'apiKey',
	sidecar: true,
	params: messageInPath,
	body: messageEdit,
	reply: z.unknown(),
	// The second edit to the same content leaves the message as it is.
	repeat: 'safe',
	source: 'A.5 P-MSG',
});

export const deleteMessage = defineEndpoint({
	surface: 'v3',
	method: 'DELETE',
	path: '/v3/message/{messageId}',
	auth: 'apiKey',
	sidecar: true,
	params: messageInPath,
	reply: z.unknown(),
	repeat: 'safe',
	source: 'A.6 P-MSG',
});
