import { z } from 'zod/v4';
import { replyId } from '../v3/common';

const text = z.string().nullish();
const flag = z.boolean().nullish();

/** Why a message did not arrive: `error` is a code that `explainCode` knows. */
const deliveryError = z.looseObject({
	error: text,
	description: text,
	data: z.unknown().optional(),
});

/** A message, in or out, new, edited or deleted (A.9.1). `status` is `inbound` for the customer's own. */
export const v3Message = z.looseObject({
	messageId: z.string(),
	channelId: text,
	chatType: text,
	chatId: text,
	avitoProfileId: text,
	dateTime: text,
	type: text,
	/** `true`: outgoing, sends through this API included on some accounts. */
	isEcho: flag,
	contact: z.looseObject({ name: text, avatarUri: text, username: text, phone: text }).nullish(),
	text,
	contentUri: text,
	status: text,
	error: deliveryError.nullish(),
	authorName: text,
	authorId: replyId.nullish(),
	/** The Instagram post under which a comment stands. */
	instPost: z
		.looseObject({
			id: replyId.nullish(),
			src: text,
			sha1: text,
			likes: z.unknown().optional(),
			author: text,
			comments: z.unknown().optional(),
			/** Milliseconds. */
			timestamp: z.unknown().optional(),
			/** Milliseconds. */
			updatedAt: z.unknown().optional(),
			authorName: text,
			authorId: replyId.nullish(),
			description: text,
			previewSha1: text,
			imageSrc: text,
			previewSrc: text,
		})
		.nullish(),
	interactive: z.unknown().optional(),
	quotedMessage: z.record(z.string(), z.unknown()).nullish(),
	sentFromApp: flag,
	isEdited: flag,
	isDeleted: flag,
	oldInfo: z
		.looseObject({ oldText: text, oldAuthorId: replyId.nullish(), oldAuthorName: text })
		.nullish(),
	advert: z.unknown().optional(),
});

/** A message's change of status (A.9.2). It names no channel and no chat. */
export const v3Status = z.looseObject({
	messageId: z.string(),
	timestamp: text,
	/** `edited`: in the messenger itself, not in Wazzup. */
	status: text,
	error: deliveryError.nullish(),
});

/** Wazzup asks for a contact and expects the created one as the answer, in the shape of POST /v3/contacts (A.9.3). */
export const v3CreateContact = z.looseObject({
	responsibleUserId: replyId.nullish(),
	name: text,
	contactData: z
		.array(z.looseObject({ chatType: text, chatId: text, username: text, phone: text }))
		.nullish(),
	/** `auto`: because of a message; `byUser`: a person pressed "+". */
	source: text,
});

/** Wazzup asks for a deal and expects the created one as the answer, in the shape of POST /v3/deals (A.9.3). */
export const v3CreateDeal = z.looseObject({
	responsibleUserId: replyId.nullish(),
	contacts: z.array(replyId).nullish(),
	source: text,
});

/** A channel's new state (A.9.4). */
export const v3ChannelUpdate = z.looseObject({
	channelId: z.string(),
	state: text,
	/** WABA: `TIER_0` (250 conversations a day) to `TIER_UNLIMITED`. */
	tier: text,
	/** `data:image/png;base64,…`, with the state `qr`. */
	qr: text,
	qridle: text,
	/** Milliseconds. */
	timestamp: z.union([z.number(), z.string()]).nullish(),
});

/** A WABA template's review (A.9.5); `status` comes in either case. */
export const v3TemplateStatus = z.looseObject({
	templateGuid: z.string(),
	name: text,
	status: text,
});

/** What Wazzup posts to the address: the test of a new address, or events. `messages` and `statuses` may come together. */
export const v3Delivery = z.looseObject({
	test: z.unknown().optional(),
	messages: z.array(v3Message).nullish(),
	statuses: z.array(v3Status).nullish(),
	createContact: v3CreateContact.nullish(),
	createDeal: v3CreateDeal.nullish(),
	channelsUpdates: z.array(v3ChannelUpdate).nullish(),
	templateStatus: v3TemplateStatus.nullish(),
});

export type V3Message = z.infer<typeof v3Message>;
export type V3Status = z.infer<typeof v3Status>;
export type V3CreateContact = z.infer<typeof v3CreateContact>;
export type V3CreateDeal = z.infer<typeof v3CreateDeal>;
export type V3ChannelUpdate = z.infer<typeof v3ChannelUpdate>;
export type V3TemplateStatus = z.infer<typeof v3TemplateStatus>;
export type V3Delivery = z.infer<typeof v3Delivery>;
