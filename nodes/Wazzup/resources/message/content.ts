import type { INodeProperties } from 'n8n-workflow';
import type { BodyOf } from '../../../../api/endpoint';
import type { sendMessage } from '../../../../api/v3/messages';
import { locator } from '../../../shared/fields/locators';
import type { Parameters } from '../../../shared/parameters';

type Content = Pick<
	BodyOf<typeof sendMessage>,
	'text' | 'contentUri' | 'templateId' | 'templateValues'
>;

/** What is sent: a text, a file or a WABA template. */
export const contentFields: INodeProperties[] = [
	{
		displayName: 'Content',
		name: 'content',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Text', value: 'text' },
			{ name: 'File', value: 'file', description: 'Image, video, audio or document by its link' },
			{
				name: 'WABA Template',
				value: 'template',
				description:
					'A template that Meta approved; the only way to write first in WhatsApp Business API',
			},
		],
		default: 'text',
		description:
			'What the message carries. Wazzup takes a text or a file, not both in one message.',
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
		placeholder: 'e.g. Hello! Your order is on its way.',
		description:
			'WhatsApp, Viber and Telegram bots show *bold*, _italic_ and ~strike~; other channels show the text as it is',
		displayOptions: { show: { content: ['text'] } },
	},
	{
		displayName: 'File URL',
		name: 'contentUri',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/invoice.pdf',
		description:
			'A direct link that Wazzup can open without signing in and without a redirect. It is fetched at once, so a short-lived link works.',
		displayOptions: { show: { content: ['file'] } },
	},
	{
		...locator({
			displayName: 'Template',
			name: 'templateId',
			search: 'searchTemplates',
			placeholder: 'e.g. 8d255e5d-1f2c-4b5a-9d3e-2f6a7b8c9d0e',
			description: 'The approved template of a WhatsApp Business API channel',
			required: true,
		}),
		displayOptions: { show: { content: ['template'] } },
	},
	{
		displayName: 'Variables',
		name: 'variablesMode',
		type: 'options',
		options: [
			{ name: 'Fields of the Template', value: 'fields', description: 'Each variable by its name' },
			{ name: 'List', value: 'list', description: 'All values in the order of the template' },
		],
		default: 'fields',
		description: 'How the variables of the template are filled in',
		displayOptions: { show: { content: ['template'] } },
	},
	{
		displayName: 'Template Variables',
		name: 'templateVariables',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		required: true,
		typeOptions: {
			loadOptionsDependsOn: ['templateId.value'],
			resourceMapper: {
				resourceMapperMethod: 'templateVariables',
				mode: 'add',
				fieldWords: { singular: 'variable', plural: 'variables' },
				addAllFields: true,
				multiKeyMatch: false,
				supportAutoMap: false,
			},
		},
		displayOptions: { show: { content: ['template'], variablesMode: ['fields'] } },
	},
	{
		displayName: 'Values',
		name: 'templateValues',
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Value' },
		default: [],
		placeholder: 'e.g. Anna',
		description: 'Values for header, body and URL buttons, in this order',
		displayOptions: { show: { content: ['template'], variablesMode: ['list'] } },
	},
];

/** Reads the content of one item. Throws an input error that names the empty field. */
export function readContent(parameters: Parameters): Content {
	switch (parameters.get('content')) {
		case 'file':
			return { contentUri: parameters.required('contentUri', 'File URL') };
		case 'template': {
			const templateId = parameters.required(
				'templateId',
				'Template',
				parameters.picked('templateId'),
			);
			const values = readTemplateValues(parameters);
			return { templateId, ...(values.length > 0 && { templateValues: values }) };
		}
		default:
			return { text: parameters.required('text', 'Text') };
	}
}

function readTemplateValues(parameters: Parameters): string[] {
	if (parameters.get('variablesMode') === 'list') {
		const values = parameters.get('templateValues') ?? [];
		const list: unknown[] = Array.isArray(values) ? values : [values];
		return list.map((value, index) => readTemplateValue(parameters, String(index + 1), value));
	}
	// The editor names the fields 1, 2, 3, …: the order in which Wazzup fills them.
	return Object.entries(parameters.collection('templateVariables.value', true))
		.sort(([one], [other]) => Number(one) - Number(other))
		.map(([place, value]) => readTemplateValue(parameters, place, value));
}

/** A customer reads what stands here, so anything that is no text, number or switch stops the item. */
function readTemplateValue(parameters: Parameters, place: string, value: unknown): string {
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (typeof value === 'string' && value !== '') return value;
	const isEmpty = value === undefined || value === null || value === '';
	return parameters.refuse(
		`Template variable ${place} is ${isEmpty ? 'empty' : 'not a text'}`,
		'Fill in every variable of the template with a text: Wazzup counts them by position.',
	);
}
