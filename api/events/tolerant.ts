import { z } from 'zod/v4';
import { replyId } from '../v3/common';

/** An id or text. Clients have seen numbers where the documents promise strings; 1746541000000 becomes "1746541000000". */
export const scalar = replyId.transform(String);

/** What names an entry: without it there is nothing to tell. */
export const id = scalar.pipe(z.string().min(1));

/** A field that an entry can do without: of another kind than is documented, it reads as null, and the entry is kept. */
export const ifFit = <Contract extends z.ZodType>(contract: Contract) =>
	contract.nullish().catch(null);

/** The entries of a list that fit. */
export const listOf = <Contract extends z.ZodType>(contract: Contract) =>
	ifFit(
		z.array(z.unknown()).transform((entries) =>
			entries.flatMap((entry) => {
				const read = contract.safeParse(entry);
				return read.success ? [read.data] : [];
			}),
		),
	);

export const text = ifFit(scalar);
export const flag = ifFit(z.boolean());
/** No `z.record`: that throws at `{"constructor": null}`. */
export const anyObject = z.looseObject({});

/** The Instagram post under which a comment stands; `timestamp` and `updatedAt` are milliseconds. */
export const instagramPost = z.looseObject({
	id: text,
	src: text,
	sha1: text,
	likes: z.unknown().optional(),
	author: text,
	comments: z.unknown().optional(),
	timestamp: z.unknown().optional(),
	updatedAt: z.unknown().optional(),
	authorName: text,
	authorId: text,
	description: text,
	previewSha1: text,
	imageSrc: text,
	previewSrc: text,
});

/** A time as ISO 8601 in UTC, from a text or from milliseconds; null when it is no time. */
export function isoTime(time: string | null | undefined): string | null {
	if (time === null || time === undefined || time === '') return null;
	const date = new Date(/^\d+$/.test(time) ? Number(time) : time);
	return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
