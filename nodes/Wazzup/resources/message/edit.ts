import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { editMessage } from '../../../../api/v3/messages';
import { userLocator } from '../../../shared/fields/locators';
import type { Operation } from '../../../shared/operation';
import { withoutEmpty } from '../../../shared/parameters';
import { perItem } from '../../../shared/runners/perItem';

export const messageIdField: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 0d3ca6a2-7b5e-4c6e-9d1f-3a4b5c6d7e8f',
	description: 'ID that Send or the trigger gave',
};

export const edit: Operation = {
	value: 'edit',
	name: 'Edit',
	action: 'Edit message',
	description:
		'Change the text or file of a sent message. Messengers allow it for a limited time; WABA and messages with buttons cannot be edited.',
	fields: [
		messageIdField,
		{
			displayName: 'Change',
			name: 'content',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Text', value: 'text' },
				{ name: 'File', value: 'file' },
			],
			default: 'text',
			description: 'What is replaced',
		},
		{
			displayName: 'New Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: '',
			placeholder: 'e.g. Your order arrives tomorrow.',
			description: 'What the message says from now on',
			displayOptions: { show: { content: ['text'] } },
		},
		{
			displayName: 'New File URL',
			name: 'contentUri',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/invoice.pdf',
			description: 'A direct link that Wazzup can open without signing in and without a redirect',
			displayOptions: { show: { content: ['file'] } },
		},
		userLocator('Editor', 'crmUserId', 'The employee who is shown as the editor'),
	],
	runner: perItem({
		endpoint: editMessage,
		output: z.object({
			edited: z.boolean(),
			messageId: z.string(),
			text: z.string(),
			contentUri: z.string(),
		}),
		request: (parameters) => {
			const isFile = parameters.get('content') === 'file';
			return {
				path: { messageId: parameters.required('messageId', 'Message ID') },
				body: withoutEmpty({
					...(isFile
						? { contentUri: parameters.required('contentUri', 'New File URL') }
						: { text: parameters.required('text', 'New Text') }),
					crmUserId: parameters.picked('crmUserId'),
				}),
			};
		},
		lane: ({ path }) => path?.messageId,
		items: (_reply, { path, body }) => ({ edited: true, messageId: path?.messageId, ...body }),
	}),
};
