import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';
import type { BodyOf } from '../../../../api/endpoint';
import { createWabaTemplate } from '../../../../api/tech/wabaTemplates';
import type { Operation } from '../../../shared/operation';
import { inPart } from '../../../shared/tech/part';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import {
	componentsField,
	componentsJsonField,
	readComponentsJson,
	toComponents,
} from './components';
import { toWabaTemplate, wabaFields, wabaTemplateItem, withAdditionalFields } from './fields';

const { title, wabaId, wabaName, channels, category, language, isDraft } = wabaFields;
const required = (field: INodeProperties) => ({ ...field, required: true });

const fields: INodeProperties[] = [
	...[title, wabaId, wabaName, channels, category, language].map(required),
	{
		displayName: 'Define Components',
		name: 'defineComponents',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Using Fields Below', value: 'fields' },
			{ name: 'Using JSON', value: 'json' },
		],
		default: 'fields',
		description: 'How the parts of the template are given',
	},
	...updateDisplayOptions({ show: { defineComponents: ['fields'] } }, [componentsField]),
	...updateDisplayOptions({ show: { defineComponents: ['json'] } }, [componentsJsonField]),
	isDraft,
];

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create WABA template',
	description:
		'Add a template and hand it in for review by Meta, or keep it as a draft. The verdict comes as an event.',
	fields: [
		...inPart(
			'No document shows the reply, the kinds of components, or whether there are other fields.',
			fields,
		),
		raw,
	],
	runner: techPerItem({
		endpoint: createWabaTemplate,
		request: (parameters) => {
			const components =
				parameters.get('defineComponents') === 'json'
					? readComponentsJson(parameters, componentsJsonField.name)
					: toComponents(parameters.get(componentsField.name));
			const template = toWabaTemplate(
				{
					title: parameters.required(title.name, title.displayName),
					wabaId: parameters.required(wabaId.name, wabaId.displayName),
					wabaName: parameters.required(wabaName.name, wabaName.displayName),
					channels: parameters.list(channels.name),
					category: parameters.required(category.name, category.displayName),
					language: parameters.required(language.name, language.displayName),
				},
				components,
			);
			const body = {
				...withAdditionalFields(parameters, template),
				is_draft: parameters.flag(isDraft.name),
			};
			// The contract checks it before it is sent, and names the field.
			return { body: body as unknown as BodyOf<typeof createWabaTemplate> };
		},
		output: wabaTemplateItem,
	}),
};
