import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { EntityInput } from '../../../shared/fields/entityInput';
import { userLocator } from '../../../shared/fields/locators';
import { isObject, readIds, withoutEmpty } from '../../../shared/parameters';
import { chatFields, cleanChat } from '../../fields/chat';
import { howIdsAreTyped } from '../../fields/ids';
import type { LegacyKind } from '../entity';

const idField: INodeProperties = {
	displayName: 'Contact ID',
	name: 'id',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 101',
	description: `ID of the contact in your CRM. ${howIdsAreTyped}.`,
};

export const contactKind: LegacyKind = { noun: 'contact', idField };

/** A contact's fields, however they are given. A table row may carry one messenger address beside the other fields. */
export const contactInput: EntityInput = {
	noun: 'contact',
	keys: ['id', 'responsibleUserId', 'name', 'chats', 'deals', 'chatType', 'chatId'],
	fields: [
		idField,
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. Anna Smirnova',
			description: 'Name of the contact in the chat list',
		},
		{
			displayName: 'Messengers',
			name: 'chats',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Messenger' },
			placeholder: 'Add Messenger',
			default: {},
			description: 'Where the contact can be reached',
			options: [{ displayName: 'Messenger', name: 'chat', values: chatFields }],
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			description: 'What is left out is not sent',
			options: [
				{
					displayName: 'Deal IDs',
					name: 'deals',
					type: 'string',
					default: '',
					placeholder: 'e.g. 2001, 2002',
					description:
						'IDs of the deals of the contact, with commas between them, which sends texts, or as a list from an expression, which keeps numbers',
				},
				userLocator(
					'Responsible User',
					'responsibleUserId',
					'The employee in whose chat window the conversation appears',
				),
			],
		},
	],
	fromForm: (parameters) => {
		const { deals } = parameters.collection('additionalFields');
		const chats = parameters.rows('chats', 'chat');
		return {
			id: parameters.id('id'),
			name: parameters.text('name'),
			responsibleUserId: parameters.id('additionalFields.responsibleUserId'),
			chats: chats.length > 0 ? chats : undefined,
			deals,
		};
	},
	example:
		'{\n  "id": 101,\n  "responsibleUserId": 1,\n  "name": "Anna Smirnova",\n  "chats": [{ "chatType": "whatsapp", "chatId": "79011112233" }],\n  "deals": [2001]\n}',
	tidy: ({ chatType, chatId, ...contact }) => {
		const own = withoutEmpty({ chatType, chatId });
		const chats = contact.chats ?? (Object.keys(own).length > 0 ? [own] : undefined);
		return {
			...contact,
			...(chats !== undefined && { chats: cleanChats(chats) }),
			...('deals' in contact && { deals: readIds(contact.deals) }),
		};
	},
};

/** What is no list stays for the contract to judge. */
const cleanChats = (chats: IDataObject[string]): IDataObject[string] =>
	Array.isArray(chats)
		? (chats as unknown[]).filter(isObject).map((chat) => cleanChat(withoutEmpty(chat)))
		: chats;
