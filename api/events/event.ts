import { z } from 'zod/v4';

/** Events of v3 as workflows store them. */
export const v3EventNames = [
	'messageReceived',
	'messageSent',
	'messageEdited',
	'messageDeleted',
	'messageStatus',
	'channelUpdated',
	'templateStatus',
	'contactRequested',
	'dealRequested',
] as const;

/** Events of the tech surface, under Wazzup's own names. */
export const techEventNames = [
	'message.add',
	'message.status_update',
	'message.edit',
	'message.delete',
	'messages_dump.status_update',
	'waba_template.status_update',
	'channel.create',
	'channel.delete',
	'channel.status_update',
	'channel.qr_update',
	'channel.waba_tier_update',
	'group_chat.update',
	'group_chat.memberships_update',
	'crm_entities.contact_add',
	'crm_entities.deal_add',
] as const;

/** Events of the 2021 API. */
export const legacyEventNames = [
	'messageReceived',
	'messageSent',
	'messageStatus',
	'channelUpdated',
	'channelList',
] as const;

/** Requests for a contact or a deal, on every surface: Wazzup expects the created one as the answer. */
export const creationEventNames = [
	'contactRequested',
	'dealRequested',
	'crm_entities.contact_add',
	'crm_entities.deal_add',
] as const;

export type V3EventName = (typeof v3EventNames)[number];
export type TechEventName = (typeof techEventNames)[number];
export type LegacyEventName = (typeof legacyEventNames)[number];
/** Events of the tech surface as workflows store them: `message.add` is split by direction. */
export type TechTriggerEvent =
	Exclude<TechEventName, 'message.add'> | Extract<V3EventName, 'messageReceived' | 'messageSent'>;
export type EventName = V3EventName | TechTriggerEvent | LegacyEventName;

const text = z.string().nullable();

/**
 * The one normalised event: the same fields on all three surfaces, `null` where an event has nothing to say.
 * Events of channels, templates and exports carry the new state in `status`.
 */
export const wazzupEvent = z.object({
	event: z.string(),
	messageId: text,
	channelId: text,
	chatType: text,
	chatId: text,
	/** `inbound` was written by the customer, `outbound` by the account. */
	direction: z.enum(['inbound', 'outbound']).nullable(),
	/** Kind of message: text, image, … */
	type: text,
	text,
	file: z
		.object({
			url: z.string(),
			name: text,
			mimeType: text,
			/** In bytes. */
			size: z.number().nullable(),
		})
		.nullable(),
	status: text,
	error: z.object({ code: z.string(), message: text }).nullable(),
	contact: z.object({ name: text, phone: text, username: text, avatarUrl: text }).nullable(),
	/** The quoted message as Wazzup sent it: no document gives its fields. */
	quoted: z.record(z.string(), z.unknown()).nullable(),
	/** ISO 8601, UTC. */
	timestamp: text,
	/** The account that the event belongs to, where the delivery names one. */
	account: text,
});

export type WazzupEvent = z.infer<typeof wazzupEvent>;

/** A normalised event with what only its kind has to tell. */
export const detailedEvent = wazzupEvent.extend({
	/** With events of channels: the WABA tier, and the QR code to scan as `data:image/png;base64,…`. */
	channel: z.object({ tier: text, qr: text }).optional(),
	/** With `channelList`: all channels that the integration has now. */
	channels: z
		.array(z.object({ channelId: text, transport: text, plainId: text, state: text }))
		.optional(),
	/** With events of WABA templates. */
	template: z.object({ templateGuid: text, name: text }).optional(),
	/** With `messages_dump.status_update`. */
	export: z.object({ exportId: text, url: text }).optional(),
	/** With events of group chats, as Wazzup sent it: no document gives its fields. */
	group: z.record(z.string(), z.unknown()).optional(),
	/** With `message.status_update`: what *Send* of the Wazzup Client node returned, where Wazzup names it. */
	requestId: text.optional(),
	/** With requests for a contact or a deal: what Wazzup asks for, and the `id` it was answered with, if it was. */
	request: z.record(z.string(), z.unknown()).optional(),
});

export type DetailedEvent = z.infer<typeof detailedEvent>;

/** An event with the fields that are known; the rest is `null`. */
export function toEvent(event: EventName, known: Partial<Omit<WazzupEvent, 'event'>>): WazzupEvent {
	return {
		event,
		messageId: null,
		channelId: null,
		chatType: null,
		chatId: null,
		direction: null,
		type: null,
		text: null,
		file: null,
		status: null,
		error: null,
		contact: null,
		quoted: null,
		timestamp: null,
		account: null,
		...known,
	};
}
