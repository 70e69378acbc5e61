import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { templateReply } from '../../../../api/tech/templates';
import { locator, readPicked } from '../../../shared/fields/locators';
import { isObject, withoutEmpty, type Parameters } from '../../../shared/parameters';

export const templateLocator = locator({
	displayName: 'Template',
	name: 'templateId',
	search: 'searchTemplates',
	placeholder: 'e.g. 8d255e5d-6a9b-4f0f-8a53-0c2a3b1d4e5f',
	description: "The template of the customer's account",
	required: true,
});

/** Throws an input error when no template is picked. */
export const readTemplateId = (parameters: Parameters): string =>
	readPicked(templateLocator, parameters);

/** A template as an output item; no document shows it, so no key is sure. */
export const templateItem = templateReply.partial();

const file = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
});

/** The fields of a template, by name. */
export const templateFields = {
	name: {
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Greeting',
		description: 'Name of the template as employees see it',
	},
	text: {
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. Hello! How can we help?',
		description: 'Text of the message',
	},
	order: {
		displayName: 'Order',
		name: 'order',
		type: 'number',
		default: 0,
		description: 'Place in the list of templates',
	},
	files: {
		displayName: 'Files',
		name: 'files',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add File' },
		placeholder: 'Add File',
		default: {},
		description:
			'Files of the template: a link, from which Wazzup copies the file, or one that Wazzup has already, by its SHA-1',
		options: [
			{
				displayName: 'File',
				name: 'file',
				values: [
					file('Link', 'link', 'Public address of the file, from which Wazzup copies it'),
					file('MIME Type', 'mimetype', 'Kind of the file, e.g. image/png'),
					file('Name', 'name', 'Name of the file, e.g. price-list.pdf'),
					file('SHA-1', 'sha1', 'SHA-1 of a file that Wazzup has already'),
					file('Size', 'size', 'Size of the file in bytes'),
				],
			},
		],
	},
} satisfies Record<string, INodeProperties>;

/** What is given of a template, empty fields left out. `values` are the fields by name. */
export function toTemplate(values: IDataObject): IDataObject {
	const { name, text, order, files } = values;
	const rows = isObject(files) && Array.isArray(files.file) ? files.file.filter(isObject) : [];
	const given = rows.map(withoutEmpty).filter((row) => Object.keys(row).length > 0);
	return withoutEmpty({
		name,
		text,
		order: readNumber(order),
		files:
			given.length > 0
				? // The page types the size as a text.
					given.map((row) => ({ ...row, ...('size' in row && { size: String(row.size) }) }))
				: undefined,
	});
}

/** A number that a table gives as text; anything else is left as it is, for the contract to name. */
function readNumber(value: IDataObject[string]): IDataObject[string] {
	const isNumeric = typeof value === 'string' && value.trim() !== '' && !isNaN(Number(value));
	return isNumeric ? Number(value) : value;
}
