import { z } from 'zod/v4';
import { enveloped, oneOrMany, replyId, replyPhone } from '../tech/common';
import type { TechEventName } from './event';
import { ifFit } from './tolerant';

const text = ifFit(z.string());
const phone = ifFit(replyPhone);
const id = ifFit(replyId);

/** Milliseconds; clients have seen numbers, a string is taken too. */
const moment = ifFit(z.union([z.number(), z.string()]));

/** A member that is guessed: whatever it holds, the event is not refused for it. */
const anything = z.unknown().optional();

/** A chat or a person in it (tech 6.5). */
const party = z.looseObject({
	id,
	chat_type: text,
	chat_id: phone,
	name: text,
	username: text,
	phone,
	avatar: text,
	crm_contact_name: text,
});

const attachment = z.looseObject({
	url: text,
	name: text,
	mimetype: text,
	/** Bytes. */
	size: ifFit(z.union([z.number(), z.string()])),
});

/** Why a message did not arrive: a word, a sentence, or an object. */
const reason = ifFit(z.union([z.string(), z.looseObject({ code: text, description: text })]));

/** A new message, in or out. `recipient` is the chat in both directions, `sender` who wrote it in a group. */
export const techMessage = z.looseObject({
	message_id: z.string(),
	channel_id: text,
	/** `inbound` or `outbound`. */
	direction: text,
	timestamp: moment,
	status: text,
	type: text,
	reason,
	/** The author, where the message was sent from the CRM. */
	crm_user_id: id,
	recipient: ifFit(party),
	sender: ifFit(party),
	text,
	attachment: ifFit(attachment),
});

/**
 * A message's change of status: `sent`, `delivered`, `read`, `error`, and what else may come. That `request_id` links it
 * to the request that sent the message is likely and in no document, so neither id is relied on.
 */
export const techMessageStatus = z.looseObject({
	message_id: text,
	request_id: text,
	channel_id: text,
	status: text,
	timestamp: moment,
	reason,
	error: reason,
});

export const techMessageEdit = z.looseObject({
	message_id: z.string(),
	channel_id: text,
	text,
	attachment: ifFit(attachment),
});

export const techMessageDelete = z.looseObject({ message_id: z.string(), channel_id: text });

/** A channel that came, went or changed. */
export const techChannel = z.looseObject({
	channel_id: z.string(),
	transport: text,
	status: text,
	state: text,
	reason,
	name: text,
	phone,
	username: text,
});

/** A new code to scan or to type in. No document shows it; v3 sends `data:image/png;base64,…`. */
export const techChannelQr = z.looseObject({ channel_id: anything, qr: anything, code: anything });

/** A new limit of conversations in 24 hours. No document shows it; v3 sends `TIER_1K` and the like. */
export const techChannelTier = z.looseObject({ channel_id: anything, tier: anything });

/** The verdict on a WABA template. No document shows it. Compare `status` with `sameCode`. */
export const techTemplateStatus = z.looseObject({
	id: anything,
	template_id: anything,
	name: anything,
	title: anything,
	status: anything,
	reason: anything,
});

/** How far an export is. No document shows it; `status` and `url` are those of the route. */
export const techExportStatus = z.looseObject({
	export_id: anything,
	status: anything,
	url: anything,
});

/** A group's data or its members. No document shows it. */
export const techGroupChat = z.looseObject({
	channel_id: anything,
	chat_id: anything,
	name: anything,
});

/** Wazzup asks for a contact and expects the created one as the answer: {@link techCreatedContact}. */
export const techContactRequest = z.looseObject({
	responsible_user_id: id,
	name: text,
	recipient: ifFit(oneOrMany(party)),
});

/** Wazzup asks for a deal and expects the created one as the answer. No document shows the request. */
export const techDealRequest = z.looseObject({
	responsible_user_id: anything,
	contacts: anything,
});

/** The answer to {@link techContactRequest}, as one client gives it. */
export const techCreatedContact = z.looseObject({
	id: z.string(),
	responsible_user_id: z.string().optional(),
	name: z.string().optional(),
	recipient: z
		.array(
			z.looseObject({
				chat_type: z.string(),
				chat_id: z.string().optional(),
				username: z.string().optional(),
				phone: z.string().optional(),
			}),
		)
		.optional(),
	uri: z.string().optional(),
});

/** What `data` of a delivery holds, per event. */
export const techEventItems = {
	'message.add': techMessage,
	'message.status_update': techMessageStatus,
	'message.edit': techMessageEdit,
	'message.delete': techMessageDelete,
	'messages_dump.status_update': techExportStatus,
	'waba_template.status_update': techTemplateStatus,
	'channel.create': techChannel,
	'channel.delete': techChannel,
	'channel.status_update': techChannel,
	'channel.qr_update': techChannelQr,
	'channel.waba_tier_update': techChannelTier,
	'group_chat.update': techGroupChat,
	'group_chat.memberships_update': techGroupChat,
	'crm_entities.contact_add': techContactRequest,
	'crm_entities.deal_add': techDealRequest,
} as const satisfies Record<TechEventName, z.ZodType>;

/** One item of an event. */
export type TechEventItem<Name extends TechEventName> = z.infer<(typeof techEventItems)[Name]>;

/** What stands around the items: `idempotency_key` is the same when a delivery comes again, `timestamp` is unix seconds. */
export const techDeliveryMeta = z.looseObject({
	idempotency_key: text,
	timestamp: moment,
});

/**
 * What Wazzup posts to the address: items of one event, or (seen on v3) the test of a new address.
 * `data` is a list; two clients are prepared for one item alone.
 */
export const techDelivery = z.looseObject({
	test: z.unknown().optional(),
	event: text,
	data: z.unknown().optional(),
	meta: ifFit(techDeliveryMeta),
});

/** A delivery of one event with its items checked. */
export const techDeliveryOf = <Name extends TechEventName>(name: Name) =>
	enveloped(oneOrMany(techEventItems[name])).extend({
		event: z.literal(name),
		meta: techDeliveryMeta.nullish(),
	});

export type TechDelivery = z.infer<typeof techDelivery>;
export type TechMessage = z.infer<typeof techMessage>;
export type TechMessageStatus = z.infer<typeof techMessageStatus>;
export type TechContactRequest = z.infer<typeof techContactRequest>;
