import type { Explanation, Explanations } from './explanation';

const tooLong = (where: string, limit: string): Explanation => ({
	what: `The text is longer than ${where} allows.`,
	fix: `Shorten the text to ${limit} characters, or split it into several messages.`,
});

const oneContent: Explanation = {
	what: 'The request carried a text and a file at once, and a message is one or the other.',
	fix: 'Send the text and the file as two messages, or leave one of them out.',
};

const wrongChatType: Explanation = {
	what: 'The chat type does not fit the messenger from which this contact came.',
	fix: 'Take the chat type and the chat ID together from the same incoming message, and send through a channel of that messenger.',
};

const unknown: Explanation = {
	what: 'Something on the side of Wazzup went wrong, and Wazzup does not say what.',
	fix: 'Try again in a few minutes. If it stays that way, write to Wazzup support and give them the request ID and the time.',
};

const channelCannot = (what: string, instead: string): Explanation => ({
	what: `The messenger of this channel does not let ${what}.`,
	fix: instead,
});

/** Codes of sending, editing and deleting a message (A.4.5, A.7). */
export const messageCodes: Explanations = {
	INVALID_MESSAGE_DATA: {
		what: 'Wazzup refused the message because a field of it is missing or not in the right form.',
		fix: 'Check the fields that are named: channel ID, chat type and chat ID first. In WhatsApp and Viber the chat ID is the phone number in digits with the country code; a phone number or username in place of the chat ID works in Telegram, a phone number also in MAX.',
	},
	WRONG_TRANSPORT: {
		what: 'The chat type does not belong to the messenger of this channel.',
		fix: 'Choose the chat type of the channel (a WhatsApp or WABA channel takes "whatsapp", a Telegram account or bot "telegram"), or choose another channel.',
	},
	REPEATED_CRM_MESSAGE_ID: {
		what: 'A message with this CRM message ID was accepted less than 60 seconds ago, so this one was not sent again.',
		fix: 'Nothing needs doing if it was a repeat of the same message. For a new message use a new CRM message ID.',
	},
	VALIDATION_ERROR: {
		what: 'Wazzup does not take one of the values in the request.',
		fix: 'Check every field against the description that came with the reply: IDs, chat type, links and texts. An expression that gives nothing is the usual reason.',
	},
	MESSAGE_NOTHING_TO_SEND: {
		what: 'The message has neither a text nor a file.',
		fix: 'Give a text, a file link or a template. If they come from an expression, check that it gives a value for this item.',
	},
	MESSAGE_ONLY_TEXT_OR_CONTENT: oneContent,
	MESSAGES_ONLY_TEXT_OR_CONTENT: oneContent,
	MESSAGES_TEXT_CAN_NOT_BE_BLANK: {
		what: 'The text of the message is empty.',
		fix: 'Give a text with at least one visible character.',
	},
	MESSAGE_TEXT_TOO_LONG: tooLong('Wazzup', '10,000'),
	MESSAGES_TOO_LONG_INSTAGRAM: tooLong('Instagram', '1,000'),
	MESSAGES_TOO_LONG_TELEGRAM: tooLong('Telegram', '4,096'),
	MESSAGES_TOO_LONG_WABA: tooLong('WhatsApp Business API', '1,024'),
	MESSAGES_TOO_LONG_VK: tooLong('VK', '1,000'),
	MESSAGES_TOO_LONG_AVITO: tooLong('Avito', '1,000'),
	MESSAGES_TOO_LONG_VIBER: tooLong('Viber', '6,999'),
	MESSAGES_TOO_LONG_WABA_HEADER: {
		what: 'The header of the WABA message is too long.',
		fix: 'Shorten the values that go into the header: with them, the header of a template has at most 60 characters.',
	},
	MESSAGES_TOO_LONG_WABA_TEMPLATE: {
		what: 'The text of the WABA template is too long with the values filled in.',
		fix: 'Shorten the template values. With them the text has at most 1,024 characters; Wazzup also names 550, so stay below that to be sure.',
	},
	MESSAGE_WRONG_CONTENT_TYPE: {
		what: 'Wazzup could not tell the type of the file, or the messenger does not take that type.',
		fix: 'Make sure that the link leads to the file itself, not to a page, and that its server names the type (Content-Type). Send another format if the messenger does not know this one.',
	},
	MESSAGES_UNSUPPORTED_CONTENT_TYPE_INSTAPI: {
		what: 'Instagram does not take files of this type.',
		fix: 'Send a picture (JPG, PNG or BMP up to 8 MB), or put a link to the file into a text message.',
	},
	MESSAGES_CONTENT_CAN_NOT_BE_BLANK: {
		what: 'The file behind the link is empty.',
		fix: 'Open the link in a private browser window: it has to give the file without signing in.',
	},
	MESSAGES_CONTENT_SIZE_EXCEEDED: {
		what: 'The file is larger than Wazzup sends.',
		fix: 'Send a file of at most 10 MB, or put a link to it into a text message.',
	},
	MESSAGES_CONTENT_SIZE_EXCEEDED_WABA: {
		what: 'The file is larger than WhatsApp Business API sends.',
		fix: 'Keep pictures to 5 MB and other files to 16 MB (10 MB through the API), or put a link to the file into a text message.',
	},
	MESSAGES_CONTENT_SIZE_EXCEEDED_TELEGRAM: {
		what: 'The file is larger than Telegram takes this way.',
		fix: 'Keep pictures to 5 MB and other files to 20 MB (10 MB through the API), or put a link to the file into a text message.',
	},
	MESSAGE_DOWNLOAD_CONTENT_ERROR: {
		what: 'Wazzup could not download the file from the link.',
		fix: 'The link has to work without signing in and answer with the file at once, without a redirect. An address of your own network (localhost, 192.168…) is out of reach for Wazzup. A share link of a cloud drive is usually a page: take the direct download link.',
	},
	CHANNEL_NOT_FOUND: {
		what: 'This API integration has no channel with this ID.',
		fix: 'Choose the channel from the list. If it is missing there, add it to the API integration in your Wazzup account.',
	},
	CHANNEL_BLOCKED: {
		what: 'The channel is switched off.',
		fix: 'Open the channel in your Wazzup account: it was taken out of the subscription, or the messenger blocked it. Switch it on again, or send through another channel.',
	},
	CHANNEL_WAPI_REJECTED: {
		what: 'WhatsApp has blocked this WABA channel.',
		fix: 'Look at the state of the number in Meta Business Manager, settle what Meta asks for, or write to Wazzup support. Use another channel until then.',
	},
	CHANNEL_NO_MONEY: {
		what: 'The channel is not paid for.',
		fix: 'Pay for the subscription of the channel in your Wazzup account, then send again.',
	},
	CHANNEL_LIMIT_EXCEEDED: {
		what: 'The channel has reached the number of active dialogues that its plan allows.',
		fix: 'Raise the plan of the channel in your Wazzup account, or write from another channel.',
	},
	BALANCE_IS_EMPTY: {
		what: 'The WABA balance is used up.',
		fix: 'Top up the WABA balance in your Wazzup account, then send again.',
	},
	MESSAGE_CHANNEL_UNAVAILABLE: {
		what: 'The channel has no link to its phone right now.',
		fix: 'Check that the phone is on, online and has the messenger open, and that no QR code waits to be scanned in your Wazzup account. Then send again.',
	},
	MESSAGES_NOT_TEXT_FIRST: {
		what: 'The plan of this channel does not let you write first, and this customer has not written yet.',
		fix: 'Wait for the customer to write, or move the channel to a plan that lets you write first (the plan "Inbox" does not).',
	},
	MESSAGES_IS_SPAM: {
		what: 'The message was taken for spam and not sent.',
		fix: 'Send fewer messages of the same text, vary the wording, and write to people who expect you.',
	},
	MESSAGES_ABNORMAL_SEND: wrongChatType,
	MESSAGES_INVALID_CONTACT_TYPE: wrongChatType,
	MESSAGES_CAN_NOT_ADD: {
		what: 'Wazzup could not take the message over because of trouble on its own side.',
		fix: 'Send the message again in a few minutes. If it stays that way, write to Wazzup support.',
	},
	REFERENCE_MESSAGE_NOT_FOUND: {
		what: 'Wazzup does not know the message that is to be quoted.',
		fix: 'Give the Wazzup ID of a message of the same chat: the messageId of a trigger event or of an earlier send.',
	},
	TEMPLATE_REJECTED: {
		what: 'Meta has restricted this template, so it can not be sent.',
		fix: 'Look at the state of the template in Wazzup. Send another approved template, or change this one and have it reviewed again.',
	},
	BAD_CONTACT: {
		what: 'The recipient can not be reached: the number may not be registered in the messenger.',
		fix: 'Check the number (digits with the country code), or write to this person in another messenger.',
	},
	MESSAGES_EDITING_TIME_EXPIRED: {
		what: 'The messenger no longer lets this message be edited: it is too old.',
		fix: 'Send a new message with the correction.',
	},
	MESSAGES_DELETION_TIME_EXPIRED: {
		what: 'The messenger no longer lets this message be deleted: it is too old.',
		fix: 'Nothing can be taken back now; send a new message if something has to be put right.',
	},
	MESSAGES_CONTAIN_BUTTONS: {
		what: 'The message has buttons, and such a message can not be edited.',
		fix: 'Delete the message and send a new one, or send a correction after it.',
	},
	CHANNEL_INVALID_TRANSPORT_FOR_EDITING: channelCannot(
		'messages be edited',
		'Send a new message with the correction.',
	),
	CHANNEL_INVALID_TRANSPORT_FOR_CONTENT_EDITING: channelCannot(
		'the file of a message be replaced',
		'Send the new file as a new message, or edit the text only.',
	),
	CHANNEL_INVALID_TRANSPORT_FOR_DELETION: channelCannot(
		'messages be deleted',
		'Send a new message that puts things right. WhatsApp Business API, for one, never takes a message back.',
	),
	CHAT_NO_ACCESS: {
		what: 'The channel has no access to this chat.',
		fix: 'The account may have left the group, or may have been removed or blocked. Check the chat in the messenger itself.',
	},
	MESSAGES_NOT_FOUND: {
		what: 'Wazzup knows no message with this ID, or the message is empty.',
		fix: 'Give the messageId of a send or of a trigger event. IDs of the messenger itself do not work here.',
	},
	UNKNOWN_ERROR: unknown,
	UNKNOWN_ERROR_WITH_TRACE_ID: unknown,
};
