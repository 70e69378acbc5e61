import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { entityId } from '../../../../api/v3/common';
import { chatAddress } from '../../../shared/fields/chatAddress';
import { cleanAddress } from '../../../shared/fields/address';
import { idsAsText, type EntityInput } from '../../../shared/fields/entityInput';
import { userLocator } from '../../../shared/fields/locators';
import { isObject, withoutEmpty } from '../../../shared/parameters';
import type { EntityKind } from '../entity';

const idField: INodeProperties = {
	displayName: 'Contact ID',
	name: 'id',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 101',
	description: 'ID of the contact in your CRM',
};

export const contactKind: EntityKind = {
	noun: 'contact',
	id: entityId(100),
	idsExample: 'e.g. 101, 102, 103',
	idField,
};

const addressNames = ['chatType', 'chatId', 'username', 'phone'] as const;

/** A contact's fields, however they are given. A table row may carry one messenger address beside the other fields. */
export const contactInput: EntityInput = {
	noun: 'contact',
	keys: ['id', 'responsibleUserId', 'name', 'contactData', 'uri', ...addressNames],
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
			'The employee in whose chat window the conversation appears',
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
			options: [
				{
					displayName: 'Messenger',
					name: 'chats',
					values: chatAddress,
				},
			],
		},
		{
			displayName: 'Link to the CRM',
			name: 'uri',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://crm.example.com/contacts/101',
			description: 'Opens the CRM card from the list of deals',
		},
	],
	fromForm: (parameters) => ({
		id: parameters.text('id'),
		responsibleUserId: parameters.picked('responsibleUserId'),
		name: parameters.text('name'),
		contactData: parameters.rows('contactData', 'chats'),
		uri: parameters.text('uri'),
	}),
	example:
		'{\n  "id": "101",\n  "responsibleUserId": "1",\n  "name": "Anna Smirnova",\n  "contactData": [{ "chatType": "whatsapp", "chatId": "79011112233" }]\n}',
	tidy: (entity) => {
		const { chatType, chatId, username, phone, ...contact } = idsAsText(entity, [
			'id',
			'responsibleUserId',
			'chatId',
			'phone',
		]);
		const own = withoutEmpty({ chatType, chatId, username, phone });
		const given: IDataObject[] = Array.isArray(contact.contactData)
			? (contact.contactData as unknown[]).filter(isObject)
			: [];
		const addresses = given.length > 0 || Object.keys(own).length === 0 ? given : [own];
		return {
			...contact,
			contactData: addresses.map((address) =>
				cleanAddress(withoutEmpty(idsAsText(address, ['chatId', 'phone']))),
			),
		};
	},
};
