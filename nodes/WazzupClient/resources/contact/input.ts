import type { INodeProperties } from 'n8n-workflow';
import { mapKeys, snakeCase } from 'lodash';
import { idsAsText, type EntityInput } from '../../../shared/fields/entityInput';
import { isObject, withoutEmpty } from '../../../shared/parameters';
import { userLocator } from '../../fields/user';
import { chatFields, cleanChat } from './chat';

export const idField: INodeProperties = {
	displayName: 'Contact ID',
	name: 'id',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 101',
	description: 'ID of the contact in the CRM',
};

/** A contact's fields, however they are given. A table row may carry one messenger address beside the other fields. */
export const contactInput: EntityInput = {
	noun: 'contact',
	open: true,
	keys: [
		...['id', 'responsible_user_id', 'name', 'contact_data', 'uri'],
		...['chat_type', 'chat_id', 'username', 'phone'],
	],
	fields: [
		idField,
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Anna Smirnova',
			description: 'Name of the contact in the chat list',
		},
		userLocator(
			'Responsible User',
			'responsibleUserId',
			'The employee who sees the conversation',
			true,
		),
		{
			displayName: 'Messengers',
			name: 'contactData',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Messenger' },
			placeholder: 'Add Messenger',
			default: { chats: [{ chatType: 'whatsapp', chatId: '' }] },
			description: 'Where the contact can be reached. At least one is needed.',
			options: [{ displayName: 'Messenger', name: 'chats', values: chatFields }],
		},
		{
			displayName: 'Link to the CRM',
			name: 'uri',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://crm.example.com/contacts/101',
			description: 'Opens the contact in the CRM',
		},
	],
	fromForm: (parameters) => ({
		id: parameters.text('id'),
		responsible_user_id: parameters.picked('responsibleUserId'),
		name: parameters.text('name'),
		contact_data: parameters
			.rows('contactData', 'chats')
			.map((row) => mapKeys(row, (_, name) => snakeCase(name))),
		uri: parameters.text('uri'),
	}),
	example:
		'{\n  "id": "101",\n  "responsible_user_id": "1",\n  "name": "Anna Smirnova",\n  "contact_data": [{ "chat_type": "whatsapp", "chat_id": "79011112233" }],\n  "uri": "https://crm.example.com/contacts/101"\n}',
	tidy: (entity) => {
		const { chat_type, chat_id, username, phone, contact_data, ...contact } = idsAsText(entity, [
			'id',
			'responsible_user_id',
		]);
		const own = withoutEmpty({ chat_type, chat_id, username, phone });
		const given = Array.isArray(contact_data) ? (contact_data as unknown[]) : [];
		const chats = given.length > 0 || Object.keys(own).length === 0 ? given : [own];
		return {
			...contact,
			// What is no list, or no address in it, is left for the check to name.
			...(contact_data !== undefined && !Array.isArray(contact_data) && { contact_data }),
			...(chats.length > 0 && {
				contact_data: chats.map((chat) => (isObject(chat) ? cleanChat(chat) : chat)),
			}),
		};
	},
};
