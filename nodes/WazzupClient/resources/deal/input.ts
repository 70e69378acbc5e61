import type { INodeProperties } from 'n8n-workflow';
import { idsAsText, type EntityInput } from '../../../shared/fields/entityInput';
import { readFlag, readList } from '../../../shared/parameters';
import { userLocator } from '../../fields/user';

export const idField: INodeProperties = {
	displayName: 'Deal ID',
	name: 'id',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 2001',
	description: 'ID of the deal in the CRM, at most 100 characters',
};

/** A deal's fields, however they are given. The document marks all of them as required. */
export const dealInput: EntityInput = {
	noun: 'deal',
	keys: ['id', 'responsible_user_id', 'name', 'contacts', 'closed', 'uri'],
	fields: [
		idField,
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Order 1042',
			description: 'Name of the deal in the list of deals beside the chat, at most 200 characters',
		},
		userLocator(
			'Responsible User',
			'responsibleUserId',
			'The employee who is in charge of the deal, and sees its conversation',
			true,
		),
		{
			displayName: 'Contact IDs',
			name: 'contacts',
			type: 'string',
			default: '',
			placeholder: 'e.g. 101, 102',
			description:
				'IDs of the contacts of the deal, with commas between them or as a list from an expression',
		},
		{
			displayName: 'Closed',
			name: 'closed',
			type: 'boolean',
			default: false,
			description: 'Whether the deal is closed, be it won or lost',
		},
		{
			displayName: 'Link to the CRM',
			name: 'uri',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://crm.example.com/deals/2001',
			description: 'Opens the deal in the CRM from the list of deals, at most 200 characters',
		},
	],
	fromForm: (parameters) => ({
		id: parameters.text('id'),
		responsible_user_id: parameters.picked('responsibleUserId'),
		name: parameters.text('name'),
		uri: parameters.text('uri'),
		contacts: parameters.list('contacts'),
		closed: parameters.flag('closed'),
	}),
	example:
		'{\n  "id": "2001",\n  "responsible_user_id": "1",\n  "name": "Order 1042",\n  "uri": "https://crm.example.com/deals/2001",\n  "contacts": ["101"],\n  "closed": false\n}',
	tidy: (entity) => {
		// The document's table calls the id a number, its examples are texts.
		const deal = idsAsText(entity, ['id', 'responsible_user_id']);
		return {
			...deal,
			...('contacts' in deal && { contacts: readList(deal.contacts) }),
			...('closed' in deal && { closed: readFlag(deal.closed) }),
		};
	},
};
