import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { dataOf, entitiesOf } from '../../../api/tech/common';
import { replyItem } from '../fields/reply';
import type { Parameters } from '../parameters';

/** Raw, beside every operation that returns what Wazzup replies. */
export const raw: INodeProperties = {
	displayName: 'Raw',
	name: 'raw',
	type: 'boolean',
	default: false,
	description:
		'Whether to return the reply as Wazzup sends it, with its time stamp, instead of only what was asked for',
};

/** The items of a reply: what is in `data`, a list as one item each, nothing as `{ success: true }`; with Raw all of it. */
export function techItems(reply: unknown, parameters: Parameters): IDataObject[] {
	if (parameters.flag(raw.name)) return [replyItem(reply)];
	const data = dataOf(reply);
	if (data === null || data === undefined || data === '') return [{ success: true }];
	return entitiesOf(reply).map(replyItem);
}

/** Contract of one item that {@link techItems} makes of a reply. */
export function contentOf(reply: z.ZodType): z.ZodType {
	// The first of several forms is the likely one; see `presumed` and `oneOrMany`.
	if (reply instanceof z.ZodUnion) return contentOf(reply.options[0] as z.ZodType);
	if (reply instanceof z.ZodArray) return contentOf(reply.element as z.ZodType);
	if (reply instanceof z.ZodOptional || reply instanceof z.ZodNullable) {
		return contentOf(reply.unwrap() as z.ZodType);
	}
	if (!(reply instanceof z.ZodObject)) return z.looseObject({ success: z.boolean() });
	const data: unknown = reply.shape.data;
	return data instanceof z.ZodType ? contentOf(data) : reply;
}
