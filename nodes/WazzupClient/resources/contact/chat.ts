import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { cleanChatId, cleanPhone, cleanUsername } from '../../../shared/fields/address';
import { chatTypeOptions } from '../../../shared/fields/chatType';
import { idsAsText } from '../../../shared/fields/entityInput';
import { withoutEmpty } from '../../../shared/parameters';

/** Where a contact is reached in a messenger: the fields of one row. */
export const chatFields: INodeProperties[] = [
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
		displayName: 'Username',
		name: 'username',
		type: 'string',
		default: '',
		placeholder: 'e.g. anna_smirnova',
		description: 'Telegram username beside the chat ID',
		displayOptions: { show: { chatType: ['telegram'] } },
	},
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		default: '',
		placeholder: 'e.g. 79011112233',
		description: 'Phone number beside the chat ID, with country code',
	},
];

/** An address as Wazzup wants it: ids as text, phone numbers as digits, names without `@`, nothing empty. */
export function cleanChat(address: IDataObject): IDataObject {
	const chat = idsAsText(withoutEmpty(address), ['chat_id', 'phone']);
	const { chat_type, chat_id, username, phone } = chat;
	return {
		...chat,
		...(typeof chat_id === 'string' && { chat_id: cleanChatId(String(chat_type), chat_id) }),
		...(typeof username === 'string' && { username: cleanUsername(username) }),
		...(typeof phone === 'string' && { phone: cleanPhone(phone) }),
	};
}
