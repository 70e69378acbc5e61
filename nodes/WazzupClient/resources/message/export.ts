import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { getMessageExport, startMessageExport } from '../../../../api/tech/messageExports';
import { csvRecords } from '../../../shared/csv';
import type { Operation } from '../../../shared/operation';
import type { Parameters } from '../../../shared/parameters';
import { checkCall } from '../../../shared/runners/perItem';
import { steps } from '../../../shared/runners/steps';
import { failure, fetchFile, keepingExport, waitForFile, type Export } from './exported';
import { periodFields, readPeriod } from './period';

const outputFields: INodeProperties[] = [
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Messages', value: 'messages', description: 'One item for each message' },
			{ name: 'File', value: 'file', description: 'The CSV file as it is' },
		],
		default: 'messages',
		description: 'What comes out',
	},
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		required: true,
		default: 'data',
		hint: 'The name of the output binary field to put the file in',
		displayOptions: { show: { output: ['file'] } },
	},
	{
		displayName: 'Wait at Most (Minutes)',
		name: 'waitAtMost',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 30,
		description:
			'How long to wait for Wazzup to collect the messages. An export that takes longer is not lost: Get Export reads it later.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Max File Size (MB)',
				name: 'maxFileSize',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 100,
				description: 'A larger file is not read, since all of it is held in memory',
			},
		],
	},
];

/** Columns that readers of the file look for; no document lists them, so others come as well. */
const exportedMessage = z.looseObject({
	message_id: z.string(),
	channel_id: z.string(),
	transport: z.string(),
	chat_type: z.string(),
	chat_id: z.string(),
	direction: z.string(),
	datetime: z.string(),
	user_username: z.string(),
	user_phone: z.string(),
	text: z.string(),
});

/** Start, wait, download, read. */
export const exportMessages: Operation = {
	value: 'export',
	name: 'Export',
	action: 'Export messages',
	description:
		'Retrieve all messages of a period: starts an export, waits until it is ready, and reads its file. One item for each message, or the CSV file.',
	fields: [...periodFields, ...outputFields],
	runner: steps({
		endpoints: [startMessageExport, getMessageExport],
		output: exportedMessage,
		steps: async (parameters, call, run) => {
			const { itemIndex } = parameters;
			const body = readPeriod(parameters, run);
			const unfit = checkCall(run, itemIndex, { endpoint: startMessageExport, body });
			if (unfit) throw unfit;
			const isFile = parameters.get('output') === 'file';
			const field = isFile
				? parameters.required('binaryPropertyName', 'Put Output File in Field')
				: '';
			const minutes = readNumber(parameters, 'waitAtMost', 'Wait at Most', 30);
			const megabytes = readNumber(parameters, 'options.maxFileSize', 'Max File Size', 100);

			const { data } = await call({ endpoint: startMessageExport, body });
			const each: Export = { run, itemIndex, exportId: String(data.export_id) };
			try {
				const url = await waitForFile(each, call, minutes);
				const file = await fetchFile(each, url, megabytes);
				if (!isFile) return readMessages(each, file);
				const name = `messages-${each.exportId}.csv`;
				const binary = await run.functions.helpers.prepareBinaryData(file, name, 'text/csv');
				run.deliver(itemIndex, { export_id: each.exportId, ...body }, { [field]: binary });
				return [];
			} catch (error) {
				throw keepingExport(each, error);
			}
		},
	}),
};

function readMessages(each: Export, file: Buffer): Array<Record<string, string>> {
	try {
		return [...csvRecords(file.toString('utf8'))];
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw failure(
			each,
			`The file of the export can't be read: ${why}`,
			`Set Output to File to see it. Get Export gives its link under the ID ${each.exportId}.`,
		);
	}
}

function readNumber(parameters: Parameters, name: string, displayName: string, normal: number) {
	const value = Number(parameters.get(name) ?? normal);
	return Number.isFinite(value) && value >= 0
		? value
		: parameters.refuse(`${displayName} is not a number from 0 on`, 'Give a number like 30.');
}
