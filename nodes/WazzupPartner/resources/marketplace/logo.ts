import type { INodeProperties } from 'n8n-workflow';
import type { Parameters } from '../../../shared/parameters';
import type { Run } from '../../../shared/run';

const USUAL_NAME = 'logo.svg';

/** A logo as Wazzup takes it; `content` is base64. */
export interface Logo {
	name: string;
	content: string;
}

export const logoFields: INodeProperties[] = [
	{
		displayName: 'Logo From',
		name: 'logoFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Binary File', value: 'binary', description: 'A file that the item carries' },
			{ name: 'Text', value: 'text', description: 'SVG as text or in base64' },
		],
		default: 'binary',
		description: 'Where the logo comes from',
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		required: true,
		default: 'data',
		hint: 'The name of the input binary field containing the logo',
		displayOptions: { show: { logoFrom: ['binary'] } },
	},
	{
		displayName: 'Logo',
		name: 'logoText',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
		placeholder: 'e.g. <svg xmlns="http://www.w3.org/2000/svg">…</svg>',
		description: 'The SVG as text, in base64, or as a data URL',
		displayOptions: { show: { logoFrom: ['text'] } },
	},
	{
		displayName: 'Logo File Name',
		name: 'logoName',
		type: 'string',
		default: '',
		placeholder: 'e.g. the-cool-crm.svg',
		description: `Name under which Wazzup gets the logo. When empty: that of the binary file, or ${USUAL_NAME}.`,
	},
];

/** The logo of an item. Throws an input error when there is none or it is no SVG. */
export async function readLogo(parameters: Parameters, { functions }: Run): Promise<Logo> {
	const name = parameters.text('logoName')?.trim();
	if (parameters.get('logoFrom') === 'text') {
		const svg = svgOf(parameters.required('logoText', 'Logo').trim());
		return { name: name ?? USUAL_NAME, content: encoded(svg, parameters) };
	}
	const field = parameters.required('binaryPropertyName', 'Input Binary Field').trim();
	const { fileName } = functions.helpers.assertBinaryData(parameters.itemIndex, field);
	const file = await functions.helpers.getBinaryDataBuffer(parameters.itemIndex, field);
	// An empty name is none either.
	return { name: (name ?? fileName) || USUAL_NAME, content: encoded(file, parameters) };
}

/** What a text stands for: itself when it begins like markup, otherwise what its base64 holds. */
function svgOf(text: string): Buffer {
	if (/^\ufeff?\s*</.test(text)) return Buffer.from(text);
	const [, type, data] = /^data:([^,]*),(.*)$/s.exec(text) ?? [];
	if (data !== undefined && !/;base64$/i.test(type ?? '')) return Buffer.from(unescaped(data));
	return Buffer.from(data ?? text, 'base64');
}

/** A data URL may hold its markup escaped or as it is. */
function unescaped(data: string): string {
	try {
		return decodeURIComponent(data);
	} catch {
		return data;
	}
}

/** What may stand before the picture itself: a mark of the encoding, a declaration, comments, a document type. */
const SVG_START =
	/^\ufeff?\s*(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>\s*)*<(?:\w+:)?svg[\s/>]/i;

function encoded(file: Buffer, parameters: Parameters): string {
	if (SVG_START.test(file.toString())) return file.toString('base64');
	return parameters.refuse(
		'The logo is not an SVG',
		'The marketplace takes logos in SVG only, with a transparent or white background, without padding, and with the name of the company in English in it.',
	);
}
