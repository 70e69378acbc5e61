import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isObject, withoutEmpty, type Parameters } from '../../../shared/parameters';

const text = (
	displayName: string,
	name: string,
	description: string,
	show: Record<string, string[]>,
	rows?: number,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	...(rows && { typeOptions: { rows } }),
	default: '',
	description,
	displayOptions: { show },
});

const partOptions = [
	{ name: 'Body', value: 'BODY' },
	{ name: 'Buttons', value: 'BUTTONS' },
	{ name: 'Footer', value: 'FOOTER' },
	{ name: 'Header', value: 'HEADER' },
];

const part: INodeProperties[] = [
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: partOptions,
		default: 'BODY',
		description: 'Which part of the template it is',
	},
	{
		displayName: 'Format',
		name: 'format',
		type: 'options',
		options: [
			{ name: 'Document', value: 'DOCUMENT' },
			{ name: 'Image', value: 'IMAGE' },
			{ name: 'Text', value: 'TEXT' },
			{ name: 'Video', value: 'VIDEO' },
		],
		default: 'TEXT',
		description: 'What the header shows',
		displayOptions: { show: { type: ['HEADER'] } },
	},
	text(
		'Text',
		'text',
		'Text of this part, with variables like {{1}}',
		{ type: ['BODY', 'FOOTER', 'HEADER'] },
		4,
	),
	text(
		'Samples',
		'example',
		'Sample values of the variables in their order, one a line',
		{ type: ['BODY', 'HEADER'] },
		2,
	),
	{
		displayName: 'Buttons',
		name: 'buttons',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Button' },
		placeholder: 'Add Button',
		default: {},
		displayOptions: { show: { type: ['BUTTONS'] } },
		options: [
			{
				displayName: 'Button',
				name: 'button',
				values: [
					{
						displayName: 'Type',
						name: 'type',
						type: 'options',
						options: [
							{ name: 'Link', value: 'URL' },
							{ name: 'Quick Reply', value: 'QUICK_REPLY' },
						],
						default: 'QUICK_REPLY',
						description: 'What a click does',
					},
					{ displayName: 'Text', name: 'text', type: 'string', default: '' },
					text('URL', 'url', 'Where the button leads', { type: ['URL'] }),
				],
			},
		],
	},
];

/** The parts of a template, in a form. */
export const componentsField: INodeProperties = {
	displayName: 'Components',
	name: 'components',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Component' },
	placeholder: 'Add Component',
	default: {},
	description:
		'The parts of the template: header, body, footer and buttons, in this order. Each kind may occur once.',
	options: [{ displayName: 'Component', name: 'component', values: part }],
};

/** The same as JSON, for what the form does not have. */
export const componentsJsonField: INodeProperties = {
	displayName: 'Components (JSON)',
	name: 'componentsJson',
	type: 'json',
	typeOptions: { rows: 8 },
	default: '[\n  { "type": "BODY", "text": "Hello {{1}}", "example": ["Anna"] }\n]',
	description: 'The parts of the template as a JSON array',
};

/** The components of the form's rows. */
export function toComponents(value: unknown): IDataObject[] | undefined {
	const rows = isObject(value) && Array.isArray(value.component) ? value.component : [];
	const components = rows.filter(isObject).map(toComponent);
	return components.length > 0 ? components : undefined;
}

function toComponent({ type, format, text, example, buttons }: IDataObject): IDataObject {
	const samples = toSamples(example);
	if (type === 'BUTTONS') return withoutEmpty({ type, buttons: toButtons(buttons) });
	return withoutEmpty({
		type,
		format: type === 'HEADER' ? format : undefined,
		text,
		example: type !== 'FOOTER' && samples.length > 0 ? samples : undefined,
	});
}

function toButtons(value: unknown): IDataObject[] | undefined {
	const rows = isObject(value) && Array.isArray(value.button) ? value.button : [];
	const buttons = rows
		.filter(isObject)
		.map(({ type, text, url }) =>
			withoutEmpty({ type, text, url: type === 'URL' ? url : undefined }),
		);
	return buttons.length > 0 ? buttons : undefined;
}

/** One sample a line: a sample may contain commas. An expression may give a list. */
function toSamples(value: unknown): string[] {
	const parts = Array.isArray(value) ? (value as unknown[]) : String(value ?? '').split('\n');
	return parts.map((sample) => String(sample ?? '').trim()).filter((sample) => sample !== '');
}

/** Reads {@link componentsJsonField}. Throws an input error for what is no list. */
export function readComponentsJson(parameters: Parameters, name: string): unknown[] | undefined {
	const value = parameters.json(name, componentsJsonField.displayName);
	if (value === undefined || Array.isArray(value)) return value;
	return parameters.refuse(
		'Components (JSON) is not a list',
		'Give a list like [{ "type": "BODY", "text": "Hello" }].',
	);
}
