import { z } from 'zod/v4';

export { chatTypes } from '../v3/common';

/** What the routes of an end customer's account have in common. */
export const client = { surface: 'tech', auth: 'clientToken' } as const;

/** What the routes of the partner's own account have in common. */
export const partner = { surface: 'tech', auth: 'partnerLogin' } as const;

/** What every success carries beside `data`. */
const meta = z.looseObject({ timestamp: z.number().nullish() }).nullish();

/** A reply as tech sends it: what is asked for in `data`, the time in `meta.timestamp` (unix seconds). */
export const enveloped = <Data extends z.ZodType>(data: Data) => z.looseObject({ data, meta });

/**
 * The reply of a write that tells nothing more: `data` is null in the documents. Anything else is taken too,
 * since a success must not be read as a failure because of what it says on the side.
 */
export const acknowledged = enveloped(z.unknown());

/**
 * A reply that no document shows. The contract says what is likely to come, and any other reply is taken as well:
 * read it with {@link entitiesOf}.
 */
export const presumed = <Reply extends z.ZodType>(reply: Reply) => z.union([reply, z.unknown()]);

/** How many entities of a bulk write Wazzup took in. */
export const processed = enveloped(z.looseObject({ processed: z.number().nullish() }).nullish());

/** One entity, or a list of one or more: single reads answer with an array of one (deals), or no document shows which. */
export const oneOrMany = <Entity extends z.ZodType>(entity: Entity) =>
	z.union([z.array(entity), entity]);

const record = z.record(z.string(), z.unknown());

/** What a reply is about: its `data`, or the reply itself where it comes without an envelope (settings, seen once). */
export function dataOf(reply: unknown): unknown {
	const envelope = record.safeParse(reply).data;
	return envelope && 'data' in envelope ? envelope.data : reply;
}

const count = z.looseObject({ processed: z.number() });

/** How many entities a bulk write took in; `undefined` where the reply does not tell. */
export function processedOf(reply: unknown): number | undefined {
	return count.safeParse(dataOf(reply)).data?.processed;
}

/** {@link dataOf} as a list: one entity alone becomes a list of one, null an empty one. */
export function entitiesOf(reply: unknown): unknown[] {
	const data = dataOf(reply) ?? [];
	return Array.isArray(data) ? data : [data];
}

/** An object of exactly these properties, for routes whose every field is documented: tech refuses any other one. */
export const exactly = <Shape extends z.ZodRawShape>(shape: Shape) =>
	z.strictObject(shape, {
		error: (issue) =>
			issue.code === 'unrecognized_keys'
				? `Wazzup refuses properties that it does not know, and these are in none of its documents: ${issue.keys.join(', ')}.`
				: undefined,
	});

/** A body of which no field is documented. It may be left out. */
export const unknownBody = z.looseObject({}).optional();

/** A required text. */
export const given = z.string().min(1);

/** An id of the CRM as it is sent: always a text, a number has to be written as one. */
export const entityId = (limit: number) => given.max(limit);

/** An id in a reply. Clients have seen strings and numbers. */
export { replyId } from '../v3/common';

/** A text in a reply, which may be absent or null. */
export const text = z.string().nullish();

/** A phone number in a reply: a string, or in some deliveries a number. */
export const replyPhone = z.union([z.string(), z.number()]).nullish();

/** An id of Wazzup's own. */
export const guid = (what: string) => z.guid(`The ${what} is not a UUID.`);

/** An address on the web. */
export const webAddress = (what: string) =>
	z.url({ protocol: /^https?$/, error: `${what} starts with http:// or https://.` });
