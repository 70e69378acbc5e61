import { isEqual, omitBy } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { counterUpdate } from '../../api/counterSockets';

/** What is known of a user's unanswered messages; a field that nobody has told yet is absent. */
export interface Counter {
	counter?: number;
	counterV2?: number;
	/** `red` own chats, `grey` supervised ones, null when nothing is unanswered. */
	type?: string | null;
}

export type UserId = string | number;

/** Reads what a push or the REST route carries; undefined when it holds no number. */
export function readCounter(data: unknown): Counter | undefined {
	const read = counterUpdate.safeParse(data);
	if (!read.success) return undefined;
	const { counter, counterV2, type } = read.data;
	if (typeof counter !== 'number' && typeof counterV2 !== 'number') return undefined;
	// REST names a colour where nothing is unanswered, a push does not: it says nothing then.
	const isNothing = (counterV2 ?? counter) === 0;
	const told = { counter, counterV2, type: isNothing && type !== undefined ? null : type };
	return omitBy(told, (value, name) => value === undefined || (value === null && name !== 'type'));
}

/** Whether something is told otherwise than before. What was not known before is no change, unless nothing was. */
export function isChange(before: Counter, now: Counter): boolean {
	const known = Object.entries(before);
	if (known.length === 0) return true;
	return known.some(([name, value]) => name in now && !isEqual(now[name as keyof Counter], value));
}

export interface Threshold {
	of: 'counter' | 'counterV2';
	above: number;
}

/** Whether the number goes from the threshold or below to above it. What was not known before counts as below. */
export function rises(before: Counter, now: Counter, { of, above }: Threshold): boolean {
	const [earlier = -Infinity, later = -Infinity] = [before[of], now[of]];
	return later > above && earlier <= above;
}

/** The output item; what Wazzup did not tell is null. */
export function itemOf(userId: UserId, before: Counter, now: Counter): IDataObject {
	const unknown = { counter: null, counterV2: null, type: null };
	return { userId, ...unknown, ...now, previous: { ...unknown, ...before } };
}
