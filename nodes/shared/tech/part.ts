import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { additionalFields, readAdditionalFields } from '../fields/additionalFields';
import { notice } from '../fields/notice';
import type { Parameters } from '../parameters';

/**
 * The fields of an operation of which some fact is in no document, with Additional Fields (JSON) at the end.
 * @param unknown a sentence that says what no document shows
 */
export const inPart = (unknown: string, fields: INodeProperties[] = []): INodeProperties[] => [
	notice(
		'factsNotice',
		`${unknown} Additional Fields (JSON) takes those that Wazzup support tells you.`,
	),
	...fields,
	additionalFields,
];

/** The body of a route of which no field is documented: the additional fields, or no body at all. */
export function unknownBodyOf(parameters: Parameters): { body?: IDataObject } {
	const body = readAdditionalFields(parameters);
	return Object.keys(body).length > 0 ? { body } : {};
}
