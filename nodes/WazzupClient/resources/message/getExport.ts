import { z } from 'zod/v4';
import { dataOf } from '../../../../api/tech/common';
import { getMessageExport } from '../../../../api/tech/messageExports';
import { replyItem } from '../../../shared/fields/reply';
import type { Operation } from '../../../shared/operation';
import { raw, techItems } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';

export const getExport: Operation = {
	value: 'getExport',
	name: 'Get Export',
	action: 'Get message export',
	description: 'Retrieve how far an export is and, when it is done, the link to its file',
	fields: [
		{
			displayName: 'Export ID',
			name: 'exportId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 5c0b7a52-1f2c-4b5a-9d3e-2f6a7b8c9d0e',
			description: 'ID that Start Export gave',
		},
		raw,
	],
	runner: techPerItem({
		endpoint: getMessageExport,
		output: z.object({ export_id: z.string(), status: z.string(), url: z.string().optional() }),
		request: (parameters) => ({
			path: { export_id: parameters.required('exportId', 'Export ID') },
		}),
		items: (reply, { path }, parameters) =>
			parameters.flag(raw.name)
				? techItems(reply, parameters)
				: { export_id: path?.export_id, ...replyItem(dataOf(reply)) },
	}),
};
