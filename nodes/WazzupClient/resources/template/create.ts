import type { INodeProperties } from 'n8n-workflow';
import type { BodyOf } from '../../../../api/endpoint';
import { createTemplate } from '../../../../api/tech/templates';
import { readAdditionalFields } from '../../../shared/fields/additionalFields';
import type { Operation } from '../../../shared/operation';
import { inPart } from '../../../shared/tech/part';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import { templateFields, templateItem, toTemplate } from './fields';

const { name, text, order, files } = templateFields;
const required = (field: INodeProperties) => ({ ...field, required: true });

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create template',
	description: 'Add a quick answer that employees pick in a chat',
	fields: [
		...inPart('No document shows the reply, or whether there are other fields.', [
			required(name),
			required(text),
			order,
			files,
		]),
		raw,
	],
	runner: techPerItem({
		endpoint: createTemplate,
		request: (parameters) => {
			const body = {
				...readAdditionalFields(parameters),
				...toTemplate({
					name: parameters.required('name', name.displayName),
					text: parameters.required('text', text.displayName),
					order: parameters.text('order') ?? 0,
					files: parameters.collection('files'),
				}),
			};
			// The contract checks it before it is sent, and names the field.
			return { body: body as BodyOf<typeof createTemplate> };
		},
		output: templateItem,
	}),
};
