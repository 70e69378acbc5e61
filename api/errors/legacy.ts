import type { Auth } from '../endpoint';
import type { Explanation, Explanations } from './explanation';

const unknownContact: Explanation = {
	what: 'The account has no chat with this contact.',
	fix: 'Check the chat type and the chat ID, and take them together from an incoming message if there is one. In WhatsApp the chat ID is the phone number in digits with the country code.',
};

/** Codes of sending that only the 2021 API has (B.5); it shares the other 17 with v3. */
export const legacyCodes: Explanations = {
	MESSAGE_CONTENT_CAN_NOT_BE_BLANK: {
		what: 'The file behind the link is empty, or there is no file at all.',
		fix: 'Open the link in a private browser window: it has to give the file without signing in.',
	},
	MESSAGE_CONTENT_SIZE_EXCEEDED: {
		what: 'The file is larger than WhatsApp allows.',
		fix: 'Send a smaller file, or put a link to it into a text message.',
	},
	MESSAGE_TEXT_CAN_NOT_BE_BLANK: {
		what: 'The text of the message is empty.',
		fix: 'Give a text with at least one visible character.',
	},
	CHAT_WRONG_CHAT_TYPE: {
		what: 'This API writes to WhatsApp, Instagram, Telegram and VK only, and the chat type is none of them.',
		fix: 'Give whatsapp, instagram, telegram or vk. For groups and every other messenger use the Wazzup node, which speaks the current API.',
	},
	CHAT_MISSING_CHAT_TYPE: {
		what: 'The request does not say which messenger the chat belongs to.',
		fix: 'Give the chat type: whatsapp, instagram, telegram or vk. If it comes from an expression, check that it gives a value for this item.',
	},
	CHAT_INCORRECT_CHAT_ID_WHATSAPP: {
		what: 'The chat ID is not a WhatsApp number in international form.',
		fix: 'Give 9 to 16 digits with the country code and nothing else; a Russian number begins with 7.',
	},
	CHAT_MISSING_CHAT_ID: {
		what: 'The request does not say whom to write to.',
		fix: 'Give the chat ID. If it comes from an expression, check that it gives a value for this item.',
	},
	ACCOUNT_NOT_FOUND: {
		what: 'The integration has no account for this message.',
		fix: 'Check that the API integration is still connected in your Wazzup account and that the credential holds its key.',
	},
	CONTACT_NOT_FOUND: unknownContact,
	CONTACT_DETAIL_NOT_FOUND: {
		what: 'Wazzup has no details of this contact.',
		fix: unknownContact.fix,
	},
};

/** What a status means on the 2021 API where the body names no known code. */
export const legacyStatuses: Partial<Record<Auth, Readonly<Record<number, Explanation>>>> = {
	rawApiKey: {
		403: {
			what: 'This API key has no access to the 2021 API.',
			fix: 'Wazzup has replaced that API: use the Wazzup node, which speaks the current one. If other requests with this key do work, look at the account in Wazzup.',
		},
		// No document gives a rate for this API, so the number of v3 is left out.
		429: {
			what: 'Too many requests came in a short time, and Wazzup holds them back.',
			fix: 'Lower "Requests per 5 Seconds" in the credential when several programs or n8n workers use the same key.',
		},
	},
};
