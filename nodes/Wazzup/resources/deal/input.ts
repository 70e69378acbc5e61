import type { INodeProperties } from 'n8n-workflow';
import { entityId } from '../../../../api/v3/common';
import { idsAsText, type EntityInput } from '../../../shared/fields/entityInput';
import { userLocator } from '../../../shared/fields/locators';
import { readFlag, readList } from '../../../shared/parameters';
import type { EntityKind } from '../entity';

const idField: INodeProperties = {
	displayName: 'Deal ID',
	name: 'id',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 2001',
	description: 'ID of the deal in your CRM, at most 100 characters',
};

export const dealKind: EntityKind = {
	noun: 'deal',
	id: entityId(100),
	idsExample: 'e.g. 2001, 2002',
	idField,
};

/** A deal's fields, however they are given. */
export const dealInput: EntityInput = {
	noun: 'deal',
	keys: ['id', 'responsibleUserId', 'name', 'contacts', 'closed', 'uri'],
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
			'The employee who is in charge of the deal',
			true,
		),
		{
			displayName: 'Contact IDs',
			name: 'contacts',
			type: 'string',
			default: '',
			placeholder: 'e.g. 101, 102',
			description:
				'IDs of the contacts of the deal, with commas between them or as a list from an expression. The contacts have to be in Wazzup already.',
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
			default: '',
			placeholder: 'e.g. https://crm.example.com/deals/2001',
			description: 'Opens the deal in the CRM from the list of deals, at most 200 characters',
		},
	],
	fromForm: (parameters) => ({
		id: parameters.text('id'),
		responsibleUserId: parameters.picked('responsibleUserId'),
		name: parameters.text('name'),
		contacts: parameters.list('contacts'),
		closed: parameters.flag('closed'),
		uri: parameters.text('uri'),
	}),
	example:
		'{\n  "id": "2001",\n  "responsibleUserId": "1",\n  "name": "Order 1042",\n  "contacts": ["101"],\n  "closed": false\n}',
	tidy: (entity) => {
		const deal = idsAsText(entity, ['id', 'responsibleUserId']);
		return {
			...deal,
			...('contacts' in deal && { contacts: readList(deal.contacts) }),
			...('closed' in deal && { closed: readFlag(deal.closed) }),
		};
	},
};
