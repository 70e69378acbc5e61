import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { editMessage } from '../../../../api/tech/messages';
import { additionalFields, readAdditionalFields } from '../../../shared/fields/additionalFields';
import { readPicked } from '../../../shared/fields/locators';
import { notice } from '../../../shared/fields/notice';
import type { Operation } from '../../../shared/operation';
import { withoutEmpty, type Parameters } from '../../../shared/parameters';
import { raw, techItems } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import { userLocator } from '../../fields/user';
import { contentFields, readContent } from './content';

export const messageIdField: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 0d3ca6a2-7b5e-4c6e-9d1f-3a4b5c6d7e8f',
	description:
		'ID of the message as the trigger gives it. The request ID that Send returns is not a message ID.',
};

/** Throws an input error when there is none. */
export const readMessageId = (parameters: Parameters): string =>
	readPicked(messageIdField, parameters);

export const edit: Operation = {
	value: 'edit',
	name: 'Edit',
	action: 'Edit message',
	description: 'Change the text or file of a sent message, in messengers that allow it',
	fields: [
		notice(
			'editNotice',
			'No document shows what Wazzup wants in this request. Text, file and editor go out under the names that they have when a message is sent; what else Wazzup needs goes into Additional Fields.',
		),
		messageIdField,
		...contentFields,
		userLocator('Editor', 'crmUserId', 'The employee who is shown as the editor'),
		additionalFields,
		raw,
	],
	runner: techPerItem({
		endpoint: editMessage,
		output: z.looseObject({
			edited: z.boolean(),
			message_id: z.string(),
			text: z.string(),
		}),
		request: (parameters) => ({
			path: { message_id: readMessageId(parameters) },
			body: {
				...readAdditionalFields(parameters),
				...withoutEmpty({
					...readContent(parameters),
					crm_user_id: parameters.picked('crmUserId'),
				}),
			},
		}),
		lane: ({ path }) => path?.message_id,
		items: (reply, { path, body }, parameters) =>
			parameters.flag(raw.name)
				? techItems(reply, parameters)
				: { edited: true, message_id: path?.message_id, ...body },
	}),
};
