import type { INodeProperties } from 'n8n-workflow';

/** The id of an employee of the customer, read with `parameters.picked`. */
export const userId = (
	options: Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'required'>,
): INodeProperties => ({
	type: 'string',
	default: '',
	placeholder: 'e.g. 2e0df379-0e3c-470f-9b36-06b9e34c3bdb',
	...options,
});
