import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { across } from '../v3/common';
import { client, enveloped, exactly, given } from './common';

/** A link that opens a page of Wazzup, in a frame or a tab. */
const link = enveloped(z.looseObject({ link: z.string() }));

/** A chat of the card: by its id, in Telegram also by username. A phone number opens none here. */
const cardChat = exactly({
	contact_name: given.optional(),
	chat_type: given,
	chat_id: given.optional(),
	username: given.optional(),
}).superRefine(
	across(({ chat_id, username }, complain) => {
		if (chat_id !== undefined || username !== undefined) return;
		complain(['chat_id'], 'Say which chat: give the chat ID, or for Telegram a username.');
	}),
);

/** What the link opens: all chats (`global`), or those of one card of the CRM (`card`). */
export const chatWindow = exactly({
	// The page's tree says user.id, its example and the live service want this.
	user_id: given,
	/** The name that stands under messages; the user's own when left out. */
	author_name: given.optional(),
	scope: z.enum(['global', 'card']),
	chats: z.array(cardChat).min(1, 'Give at least one chat.').optional(),
	active_chat: exactly({
		channel_id: given.optional(),
		chat_type: given.optional(),
		chat_id: given.optional(),
		username: given.optional(),
	}).optional(),
	/** Switches; that they are booleans is inferred. */
	use_events: exactly({
		deals: z.unknown().optional(),
		messages: z.unknown().optional(),
	}).optional(),
	client_type: z.string().optional(),
}).superRefine(
	across(({ scope, chats }, complain) => {
		if (scope === 'card' && chats === undefined) {
			complain(['chats'], 'The window of a card needs its chats: give at least one.');
		}
		if (scope === 'global' && chats !== undefined) {
			complain(['chats'], 'The window of all chats takes no list of chats: leave it out.');
		}
	}),
);

export const getChatWindowLink = defineEndpoint({
	...client,
	method: 'POST',
	path: '/v2/iframe-links/chats',
	body: chatWindow,
	reply: link,
	repeat: 'safe',
	source: 'tech 11 PAGE(iframe-chats), CODE-LIVE',
});

/** A link that lets a person connect a channel: of one kind, a known one again, or one of their choice. */
export const getConnectLink = defineEndpoint({
	...client,
	method: 'POST',
	path: '/v2/iframe-links/channels',
	body: exactly({
		options: exactly({ transport: given.optional(), channel_id: given.optional() }),
	}),
	reply: link,
	repeat: 'safe',
	source: 'tech 11 CODE(2)',
});
