import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { legacyChatTypes } from '../../../api/legacy/common';
import { cleanChatId } from '../../shared/fields/address';
import { chatTypeOptions } from '../../shared/fields/chatType';

/** Where a person is reached in a messenger: the fields of one row; {@link cleanChat} reads it. */
export const chatFields: INodeProperties[] = [
	{
		displayName: 'Chat Type',
		name: 'chatType',
		type: 'options',
		options: chatTypeOptions.filter(({ value }) => legacyChatTypes.some((type) => type === value)),
		default: 'whatsapp',
		description: 'The messenger',
	},
	{
		displayName: 'Chat ID',
		name: 'chatId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 79011112233',
		description:
			'WhatsApp: the phone number with country code. Instagram: the account name. Others: the ID from a received message.',
	},
];

/** Digits for a phone number, a name without `@`. A number, which this API takes as well, stays one. */
export function cleanChat(chat: IDataObject): IDataObject {
	const { chatType, chatId } = chat;
	return typeof chatId === 'string'
		? { ...chat, chatId: cleanChatId(String(chatType), chatId) }
		: chat;
}
