import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../parameters';

/** The item of a reply that no document describes: an object as it is, a text under `reply`, nothing as an empty object. */
export function replyItem(reply: unknown): IDataObject {
	if (isObject(reply)) return reply;
	if (reply === undefined || reply === null || reply === '') return {};
	return { reply: reply };
}
