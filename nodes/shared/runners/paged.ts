import type { IDataObject } from 'n8n-workflow';
import { range } from 'lodash';
import type { z } from 'zod/v4';
import type { AnyEndpoint, Paging, QueryOf, ReplyOf } from '../../../api/endpoint';
import { replyItem } from '../fields/reply';
import type { Runner } from '../operation';
import type { Parameters } from '../parameters';
import { checkCall } from './perItem';
import { inLanes } from './lanes';
import { callOn, type CallFunction } from '../transport/call';

/** Of a list: how it is asked for, and what its rows become. */
export interface PagedOptions<E extends AnyEndpoint, Row> {
	/** The list route; its `paging` says how many rows a page has. */
	endpoint: E;
	rows: (reply: ReplyOf<E>) => Row[];
	/** How many rows there are in all, where the reply tells it: the pages are then read side by side. */
	total?: (reply: ReplyOf<E>) => number | undefined;
	/** Which rows the user's filters keep, undefined for all of them. Wazzup filters nothing itself. */
	filter?: (parameters: Parameters) => ((row: Row) => boolean) | undefined;
	/** What goes into the query beside the place in the list. Throws an input error for what cannot be sent. */
	query?: (parameters: Parameters) => QueryOf<E>;
	/** What a row becomes; the row itself when left out. */
	item?: (row: Row, parameters: Parameters) => IDataObject;
	/** Whether the user wants the pages as they came, one item each. */
	raw?: (parameters: Parameters) => boolean;
	/** Contract of one output item. */
	output: z.ZodType;
}

/** Return All or Limit, with no more pages than that needs; a page that comes back twice ends the list. */
export function paged<E extends AnyEndpoint, Row extends object>(
	options: PagedOptions<E, Row>,
): Runner {
	return {
		endpoints: [options.endpoint],
		output: options.output,
		async run(run) {
			await inLanes(
				run.itemIndexes,
				() => undefined,
				async (itemIndex) => {
					if (run.stopped) return;
					const parameters = run.parameters(itemIndex);
					const unfit = checkCall(run, itemIndex, { endpoint: options.endpoint });
					if (unfit) return run.fail(itemIndex, unfit);
					const made = await run.attempt(itemIndex, async () => {
						const isRaw = options.raw?.(parameters) ?? false;
						const pages: unknown[] = [];
						const call = callOn(run.connection(itemIndex), { itemIndex });
						const query = options.query?.(parameters);
						const rows = await readRows(
							noting(asking(call, query), pages),
							options,
							parameters.limit(),
							options.filter?.(parameters),
						);
						return isRaw
							? pages.map(replyItem)
							: rows.map((row) => options.item?.(row, parameters) ?? (row as IDataObject));
					});
					for (const json of made ?? []) run.deliver(itemIndex, json);
				},
			);
		},
	};
}

/** The same function; every request has this in its query, too. */
function asking(call: CallFunction, query?: object): CallFunction {
	return async (sent) => {
		const asked: object = { ...query, ...sent.query };
		return await call({ ...sent, query: asked as typeof sent.query });
	};
}

/** The same function; every reply is put into the list, too. */
function noting(call: CallFunction, replies: unknown[]): CallFunction {
	return async (sent) => {
		const reply = await call(sent);
		replies.push(reply);
		return reply;
	};
}

/**
 * Reads rows of a list until `most` are found or the list ends.
 * Throws what `call` throws when a page cannot be read: half a list is never passed off as a whole one.
 */
export async function readRows<E extends AnyEndpoint, Row extends object>(
	call: CallFunction,
	{ endpoint, rows, total }: Pick<PagedOptions<E, Row>, 'endpoint' | 'rows' | 'total'>,
	most = Infinity,
	keep?: (row: Row) => boolean,
): Promise<Row[]> {
	const {
		size,
		takesLimit,
		untilEmpty = false,
	}: Paging = endpoint.paging ?? {
		size: Infinity,
		takesLimit: false,
	};
	// Of rows that may be filtered out, only whole pages get on.
	const pageSize = takesLimit && !keep ? Math.min(size, most) : size;
	const read = async (offset: number) => {
		const query: Record<string, number> = offset > 0 || untilEmpty ? { offset } : {};
		if (takesLimit) query.limit = pageSize;
		return await call({ endpoint, query: query as QueryOf<E> });
	};
	return await collectRows({ read, rows, total, pageSize, most, keep, untilEmpty });
}

/** Reads page after page, `read(0)` first, with no more pages than `most` needs. */
export async function collectRows<Reply, Row>(list: {
	read: (offset: number) => Promise<Reply>;
	rows: (reply: Reply) => Row[];
	total?: (reply: Reply) => number | undefined;
	/** Rows of a full page. */
	pageSize: number;
	most: number;
	keep?: (row: Row) => boolean;
	/** Whether only an empty page ends the list, and each begins where the one before has ended. */
	untilEmpty?: boolean;
}): Promise<Row[]> {
	const { read, rows, total, pageSize, most, keep, untilEmpty = false } = list;
	const found: Row[] = [];
	const seen = new Set<string>();
	/** Takes a page in; false when it is the last one that is needed. */
	const takeIn = (page: Row[]): boolean => {
		const mark = JSON.stringify(page[0] ?? null);
		if (seen.has(mark)) return false;
		seen.add(mark);
		for (const row of page) if (found.length < most && (keep?.(row) ?? true)) found.push(row);
		return page.length >= (untilEmpty ? 1 : pageSize) && found.length < most;
	};

	const first = await read(0);
	let more = takeIn(rows(first));
	let offset = untilEmpty ? rows(first).length : pageSize;
	const known = total?.(first);
	if (more && known !== undefined) {
		// Rows may be filtered out, so only a list that keeps all of them can be cut short beforehand.
		const end = Math.min(known, most);
		const pages = await Promise.all(range(offset, end, pageSize).map(read));
		for (const page of pages) more = takeIn(rows(page));
		offset = Math.max(offset, pageSize * (pages.length + 1));
		more &&= offset < known;
	}
	while (more) {
		const page = rows(await read(offset));
		more = takeIn(page);
		offset += untilEmpty ? page.length : pageSize;
	}
	return found;
}
