import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { client, enveloped, given, replyId, text } from './common';

const source = 'tech 8.4 PAGE(users), members CODE(2)';

/** What a user may do on a channel. Other values are not refused. */
export const userRoles = [
	{ value: 'seller', name: 'Seller', meaning: 'Sees and answers their own customers only' },
	{ value: 'manager', name: 'Manager', meaning: 'Sees and answers all customers' },
	{ value: 'auditor', name: 'Auditor', meaning: 'Reads all chats and answers none' },
] as const;

/** The role of one user on one channel. */
export const userRole = z.looseObject({
	channel_id: given,
	user_id: given,
	role: given,
	/** For sellers: whether new customers come to them. */
	allow_get_new_clients: z.boolean().optional(),
});

const flag = z.boolean().nullish();

/** The settings of an account as Wazzup returns them. */
export const settingsReply = z.looseObject({
	user_roles: z
		.array(
			z.looseObject({
				channel_id: text,
				user_id: replyId.nullish(),
				role: text,
				allow_get_new_clients: flag,
			}),
		)
		.nullish(),
	hide_phone_numbers_for_user_ids: z.array(replyId).nullish(),
	push_input_output_message_events_for_managers: flag,
});

/** With an envelope or, as one client has prepared for, without. */
const reply = z.union([enveloped(settingsReply), settingsReply]);

export const getSettings = defineEndpoint({
	...client,
	method: 'GET',
	path: '/v2/settings',
	reply,
	repeat: 'safe',
	facts: 'part',
	source,
});

/** The body takes the place of all settings: read them first and send everything back. */
export const replaceSettings = defineEndpoint({
	...client,
	method: 'PATCH',
	path: '/v2/settings',
	body: z.looseObject({
		user_roles: z.array(userRole).optional(),
		hide_phone_numbers_for_user_ids: z.array(given).optional(),
		push_input_output_message_events_for_managers: z.boolean().optional(),
	}),
	// The settings as they are now, if they come at all.
	reply: z.union([reply, z.unknown()]),
	repeat: 'safe',
	facts: 'part',
	source,
});
