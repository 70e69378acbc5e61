import { z } from 'zod/v4';
import { contact } from '../api/v3/contacts';
import { faultKinds } from './faults';

/** Bodies of the control API; README.md tells what their fields do. */

const count = z.number().int().min(0).max(100_000).optional();

export const faultBody = z.strictObject({
	match: z
		.strictObject({
			method: z.string().optional(),
			path: z.string().optional(),
			surface: z.enum(['v3', 'tech', 'legacy']).optional(),
		})
		.optional(),
	kind: z.enum(faultKinds),
	status: z.number().int().min(200).max(599).optional(),
	body: z.unknown(),
	retryAfter: z.number().min(0).optional(),
	delay: z.number().min(0).optional(),
	every: z.number().int().min(1).optional(),
	times: z.number().int().min(1).optional(),
	handled: z.boolean().optional(),
});

export const clockBody = z.strictObject({ advance: z.number() });

export const settingsBody = z.strictObject({
	delay: z.number().min(0).optional(),
	rateLimit: z.union([z.literal(false), z.number().min(0)]).optional(),
	statusSteps: z.union([z.literal(false), z.number().min(0)]).optional(),
	echo: z.boolean().optional(),
	usersPaged: z.boolean().optional(),
	sockets: z.boolean().optional(),
	firstCounter: z.boolean().optional(),
	accessTokenTime: z.number().min(0).optional(),
	refreshTokenTime: z.number().min(0).optional(),
	machineTokenTime: z.number().min(0).optional(),
	exportTime: z.number().min(0).optional(),
	repeats: z.number().int().min(0).optional(),
	repeatPause: z.number().min(0).optional(),
	doubleSubscriptions: z.boolean().optional(),
	requestIds: z.boolean().optional(),
});

export const seedBody = z.strictObject({ contacts: count, users: count, deals: count });

export const customerMessageBody = z.strictObject({
	channelId: z.string(),
	chatType: z.string().optional(),
	chatId: z.string().optional(),
	text: z.string().optional(),
	contentUri: z.string().optional(),
	type: z.string().optional(),
	contact: z
		.strictObject({
			name: z.string().optional(),
			username: z.string().optional(),
			phone: z.string().optional(),
			avatarUri: z.string().optional(),
		})
		.optional(),
	quotedMessageId: z.string().optional(),
	buttonPayload: z.string().optional(),
});

export const tapBody = z.strictObject({
	messageId: z.string(),
	row: z.number().int().min(0).optional(),
	column: z.number().int().min(0),
});

export const chatBody = z.strictObject({ channelId: z.string(), chatId: z.string() });

export const channelBody = z.strictObject({
	state: z.string().optional(),
	qr: z.string().optional(),
	tier: z.string().optional(),
});

export const newChannelBody = z.strictObject({
	transport: z.string(),
	plainId: z.string(),
	name: z.string().optional(),
});

export const templateBody = z.strictObject({ status: z.string() });

export const creationBody = z.strictObject({
	kind: z.enum(['contact', 'deal']),
	responsibleUserId: z.string().optional(),
	name: z.string().optional(),
	contactData: contact.shape.contactData.optional(),
	contacts: z.array(z.string()).optional(),
	source: z.enum(['auto', 'byUser']).optional(),
});

export const marketplaceBody = z.strictObject({ crmCode: z.string() });

export const deliverBody = z.strictObject({ body: z.unknown() });
