import type { Explanations } from './explanation';

const answerToDeleted = {
	what: 'The message or comment that you answer has been deleted.',
	fix: 'Write a new message that answers nothing.',
};

/** Codes of a message that was taken over and then not delivered: `error.error` of the webhooks (A.9.1). */
export const deliveryCodes: Explanations = {
	CHATID_IGSID_MISMATCH: {
		what: 'Instagram does not know this recipient under the given chat ID.',
		fix: 'Take the chat ID from a message that this person has sent to this very Instagram account.',
	},
	TOO_LONG_TEXT: {
		what: 'The text is longer than the messenger allows.',
		fix: 'Shorten the text, or split it into several messages.',
	},
	BAD_LINK: {
		what: 'The messenger does not let this link through.',
		fix: 'Send the text without the link, or with a link to another site.',
	},
	TOO_BIG_CONTENT: {
		what: 'The file is larger than the messenger takes (at most 50 MB).',
		fix: 'Send a smaller file, or put a link to it into a text message.',
	},
	SPAM: {
		what: 'The messenger took the message for spam.',
		fix: 'Pause sending through this channel, send fewer messages of the same text, and write to people who expect you.',
	},
	TOO_MANY_EXT_REQS: {
		what: 'The account has sent too many messages in a short time, and the messenger holds it back.',
		fix: 'Wait for some time, then send more slowly.',
	},
	WRONG_CONTENT: {
		what: 'The messenger does not take this file: its type or its content does not fit.',
		fix: 'Send the file in a usual format (JPG or PNG, MP4, PDF), or put a link to it into a text message.',
	},
	MESSAGE_CANCELLED: {
		what: 'Sending the message was called off before it went out.',
		fix: 'Send it again if it is still needed.',
	},
	'24_HOURS_EXCEEDED': {
		what: 'More than 24 hours have passed since the customer last wrote, so WhatsApp Business API takes templates only.',
		fix: 'Send an approved WABA template. Once the customer answers, free texts work again for 24 hours.',
	},
	'7_DAYS_EXCEEDED': {
		what: 'More than 7 days have passed since the customer last wrote, and Instagram no longer lets you answer.',
		fix: 'Wait until the customer writes again, or use another messenger.',
	},
	COMMENT_DELETED: answerToDeleted,
	COMMENT_ALREADY_PRIVATE_REPLIED: {
		what: 'This Instagram comment has had its private answer already, and it can have only one.',
		fix: 'Go on in the direct chat once the person answers there, or answer the comment publicly.',
	},
	COMMENT_INVALID_FOR_PRIVATE_REPLY: {
		what: 'Instagram does not let this comment be answered privately.',
		fix: 'Answer the comment publicly.',
	},
	COMMENT_CAN_BE_TEXT_ONLY: {
		what: 'A comment can be answered with a text only.',
		fix: 'Leave the file out and send a text.',
	},
	MENTION_FORBIDDEN: {
		what: 'The person does not let this account mention them.',
		fix: 'Send the text without the @mention.',
	},
	CONTENT_CONVERSION_ERROR: {
		what: 'Wazzup could not convert the file for the messenger.',
		fix: 'Check that the file opens, and send it in a usual format (JPG, MP4, MP3, PDF).',
	},
	MESSAGE_DELETED: {
		what: 'The message was deleted before it could be delivered.',
		fix: 'Send it again if it is still needed.',
	},
	CANNOT_REPLY_TO_DELETED: answerToDeleted,
	CHANNEL_REJECTED: {
		what: 'The messenger has blocked the channel.',
		fix: 'Look at the state of the channel in your Wazzup account, and in Meta Business Manager for WABA. Send through another channel until then.',
	},
	GENERAL_ERROR: {
		what: 'The messenger did not deliver the message and gave no reason.',
		fix: 'Send it again later. If it happens often, write to Wazzup support and give them the message ID.',
	},
};
