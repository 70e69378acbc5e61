import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { withoutEmpty, type Parameters } from '../../../shared/parameters';

/** What a message carries: a text, or a file by its link. */
export const contentFields: INodeProperties[] = [
	{
		displayName: 'Content',
		name: 'content',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Text', value: 'text' },
			{ name: 'File', value: 'file', description: 'Image, video, audio or document by its link' },
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
		description: 'What the message says',
		displayOptions: { show: { content: ['text'] } },
	},
	{
		displayName: 'File URL',
		name: 'fileUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/invoice.pdf',
		description: 'A direct link that Wazzup can open without signing in and without a redirect',
		displayOptions: { show: { content: ['file'] } },
	},
	{
		displayName: 'File Details',
		name: 'fileDetails',
		type: 'collection',
		placeholder: 'Add Detail',
		default: {},
		description: 'What is known of the file. No document says which details Wazzup needs.',
		displayOptions: { show: { content: ['file'] } },
		options: [
			{
				displayName: 'File Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. invoice.pdf',
				description: 'The name under which the customer sees the file',
			},
			{
				displayName: 'MIME Type',
				name: 'mimetype',
				type: 'string',
				default: '',
				placeholder: 'e.g. application/pdf',
				description: 'The kind of file',
			},
			{
				displayName: 'Size in Bytes',
				name: 'size',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description: 'The length of the file; 0 is not sent',
			},
		],
	},
];

/** `text` or `attachment` of one item. Throws an input error that names the empty field. */
export function readContent(parameters: Parameters): IDataObject {
	if (parameters.get('content') !== 'file') return { text: parameters.required('text', 'Text') };
	const { name, mimetype, size } = parameters.collection('fileDetails');
	return {
		attachment: withoutEmpty({
			url: parameters.required('fileUrl', 'File URL').trim(),
			name,
			mimetype,
			// Tables and AIs give numbers as texts.
			size: size === undefined || Number(size) === 0 ? undefined : Number(size),
		}),
	};
}
