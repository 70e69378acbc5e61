import { z } from 'zod/v4';
import { offsetQuery } from '../v3/common';

/** The messengers that the 2021 API writes to (B.5). Its webhooks also name `whatsgroup`. */
export const legacyChatTypes = ['whatsapp', 'instagram', 'telegram', 'vk'] as const;

export const legacyChatType = z.enum(
	legacyChatTypes,
	'The chat type is one of whatsapp, instagram, telegram and vk.',
);
export type LegacyChatType = z.infer<typeof legacyChatType>;

/** An id of the CRM: a string or a number, and it keeps its type on the way (B.10). */
export const crmId = z.union([z.string().min(1), z.number()], 'The ID is a text or a number.');
export type CrmId = z.infer<typeof crmId>;

/** `{id}` in a path. 17 and "17" are written alike there. */
export const crmIdInPath = z.object({ id: crmId });

/** The fields that a list is sorted by, and the two directions (B.10). */
export const orderFields = ['id', 'name', 'responsibleUserId'] as const;
export const orderDirections = ['asc', 'desc'] as const;

/** What lists of contacts and deals take: pages of 100 from `offset` on, sorted. */
export const listQuery = offsetQuery.extend({
	orderBy: z.enum(orderFields).optional(),
	orderDirection: z.enum(orderDirections).optional(),
});

/**
 * Lists of entities to write. No document limits them, so they travel by the hundred as in v3. None says either what a
 * bad entry does to its list; where the list is refused with the one general code, the others can go again without it.
 */
export const bulk = { limit: 100, rejections: ['VALIDATION_ERROR'] } as const;
