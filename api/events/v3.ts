import { z } from 'zod/v4';
import { anyObject, flag, id, ifFit, instagramPost, listOf, scalar, text } from './tolerant';

/** Why a message did not arrive: `error` is a code that `explainCode` knows. */
const deliveryError = ifFit(
	z.looseObject({ error: text, description: text, data: z.unknown().optional() }),
);

/** A message, in or out, new, edited or deleted (A.9.1). `status` is `inbound` for the customer's own. */
export const v3Message = z.looseObject({
	messageId: id,
	channelId: text,
	chatType: text,
	chatId: text,
	avitoProfileId: text,
	dateTime: text,
	type: text,
	/** `true`: outgoing, sends through this API included on some accounts. */
	isEcho: flag,
	contact: ifFit(z.looseObject({ name: text, avatarUri: text, username: text, phone: text })),
	text,
	contentUri: text,
	status: text,
	error: deliveryError,
	authorName: text,
	authorId: text,
	instPost: ifFit(instagramPost),
	interactive: z.unknown().optional(),
	quotedMessage: ifFit(anyObject),
	sentFromApp: flag,
	isEdited: flag,
	isDeleted: flag,
	oldInfo: ifFit(z.looseObject({ oldText: text, oldAuthorId: text, oldAuthorName: text })),
	advert: z.unknown().optional(),
});

/** A message's change of status (A.9.2). It names no channel and no chat. */
export const v3Status = z.looseObject({
	messageId: id,
	timestamp: text,
	/** `edited`: in the messenger itself, not in Wazzup. */
	status: text,
	error: deliveryError,
});

/** Wazzup asks for a contact and expects the created one as the answer, in the shape of POST /v3/contacts (A.9.3). */
export const v3CreateContact = z.looseObject({
	responsibleUserId: text,
	name: text,
	contactData: listOf(z.looseObject({ chatType: text, chatId: text, username: text, phone: text })),
	/** `auto`: because of a message; `byUser`: a person pressed "+". */
	source: text,
});

/** Wazzup asks for a deal and expects the created one as the answer, in the shape of POST /v3/deals (A.9.3). */
export const v3CreateDeal = z.looseObject({
	responsibleUserId: text,
	contacts: listOf(scalar),
	source: text,
});

/** A channel's new state (A.9.4). */
export const v3ChannelUpdate = z.looseObject({
	channelId: id,
	state: text,
	/** WABA: `TIER_0` (250 conversations a day) to `TIER_UNLIMITED`. */
	tier: text,
	/** `data:image/png;base64,…`, with the state `qr`. */
	qr: text,
	qridle: text,
	/** Milliseconds. */
	timestamp: text,
});

/** A WABA template's review (A.9.5); `status` comes in either case. */
export const v3TemplateStatus = z.looseObject({
	templateGuid: id,
	name: text,
	status: text,
});

const entries = z.array(z.unknown()).nullish();
const entry = anyObject.nullish();

/**
 * What Wazzup posts to the address: the test of a new address, or events. `messages` and `statuses` may come together.
 * Each entry is read by the contract of its kind, so that one that does not fit takes none of the others with it.
 */
export const v3Delivery = z.looseObject({
	test: z.unknown().optional(),
	/** Each a `v3Message`. */
	messages: entries,
	/** Each a `v3Status`. */
	statuses: entries,
	/** A `v3CreateContact`. */
	createContact: entry,
	/** A `v3CreateDeal`. */
	createDeal: entry,
	/** Each a `v3ChannelUpdate`. */
	channelsUpdates: entries,
	/** A `v3TemplateStatus`. */
	templateStatus: entry,
});

export type V3Message = z.infer<typeof v3Message>;
export type V3Status = z.infer<typeof v3Status>;
export type V3CreateContact = z.infer<typeof v3CreateContact>;
export type V3CreateDeal = z.infer<typeof v3CreateDeal>;
export type V3ChannelUpdate = z.infer<typeof v3ChannelUpdate>;
export type V3TemplateStatus = z.infer<typeof v3TemplateStatus>;
export type V3Delivery = z.infer<typeof v3Delivery>;
