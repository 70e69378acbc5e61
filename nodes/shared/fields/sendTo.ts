import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Parameters } from '../parameters';

/** How a recipient is named, and the field for each way; {@link readSendTo} reads it. */
export const sendToFields: INodeProperties[] = [
	{
		displayName: 'Send To',
		name: 'sendTo',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Chat ID',
				value: 'chatId',
				description:
					'WhatsApp and Viber: the phone number. Instagram: the account name. Others: the ID from a received message.',
			},
			{
				name: 'Phone Number (Telegram, MAX)',
				value: 'phone',
				description: 'Finds the person by phone number',
			},
			{
				name: 'Username (Telegram)',
				value: 'username',
				description: 'Finds the person by username',
			},
		],
		default: 'chatId',
		description: 'How the recipient is named',
	},
	{
		displayName: 'Chat ID',
		name: 'chatId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 79011112233',
		description:
			'WhatsApp and Viber: the phone number with country code. Instagram: the account name. Others: the ID from a received message.',
		displayOptions: { show: { sendTo: ['chatId'] } },
	},
	{
		displayName: 'Phone Number',
		name: 'phone',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +7 901 111-22-33',
		description: 'With country code; spaces, brackets and dashes are taken out',
		displayOptions: { show: { sendTo: ['phone'] } },
	},
	{
		displayName: 'Username',
		name: 'username',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. anna_smirnova',
		description: 'With or without the leading @',
		displayOptions: { show: { sendTo: ['username'] } },
	},
];

const names: Record<string, string> = {
	chatId: 'Chat ID',
	phone: 'Phone Number',
	username: 'Username',
};

/** The one of `chatId`, `phone` and `username` that is chosen, as it is typed. Throws an input error when it is empty. */
export function readSendTo(parameters: Parameters): IDataObject {
	const sendTo = parameters.text('sendTo') ?? 'chatId';
	return { [sendTo]: parameters.required(sendTo, names[sendTo] ?? sendTo) };
}
