import type { INodeProperties } from 'n8n-workflow';
import { foundByPhone, foundByUsername } from '../../../api/v3/common';
import { chatTypeOptions } from './chatType';

/** Where a person is reached in a messenger: the fields of one row; `cleanAddress` reads it. */
export const chatAddress: INodeProperties[] = [
	{
		displayName: 'Chat Type',
		name: 'chatType',
		type: 'options',
		options: chatTypeOptions,
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
			'WhatsApp and Viber: the phone number. Instagram: the account name. Others: the ID from a received message.',
	},
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		default: '',
		placeholder: 'e.g. 79011112233',
		description: 'The phone number in place of the chat ID',
		displayOptions: { show: { chatType: [...foundByPhone] } },
	},
	{
		displayName: 'Username',
		name: 'username',
		type: 'string',
		default: '',
		placeholder: 'e.g. anna_smirnova',
		description: 'The username in place of the chat ID',
		displayOptions: { show: { chatType: [...foundByUsername] } },
	},
];
