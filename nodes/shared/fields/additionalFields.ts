import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isObject, type Parameters } from '../parameters';

/** Beside the known fields of a request that no document shows in full. */
export const additionalFields: INodeProperties = {
	displayName: 'Additional Fields (JSON)',
	name: 'additionalFieldsJson',
	type: 'json',
	default: '{}',
	description: 'Other fields of the request as one JSON object, as Wazzup support tells them',
};

/** What {@link additionalFields} holds; nothing when it is empty or not shown. Throws an input error for what is no object. */
export function readAdditionalFields(parameters: Parameters): IDataObject {
	const { name, displayName } = additionalFields;
	const given = parameters.json(name, displayName) ?? {};
	return isObject(given)
		? given
		: parameters.refuse(
				`${displayName} is not an object`,
				'Give an object like { "field": "value" }.',
			);
}
