import type { INodeProperties } from 'n8n-workflow';
import type { EntityInput } from '../../../shared/fields/entityInput';
import { userLocator } from '../../../shared/fields/locators';
import { readFlag, readIds } from '../../../shared/parameters';
import { asNumber } from '../../fields/ids';
import type { LegacyKind } from '../entity';

const idField: INodeProperties = {
	displayName: 'Deal ID',
	name: 'id',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 2001',
	description: 'ID of the deal in your CRM, a number',
};

export const dealKind: LegacyKind = { noun: 'deal', idField, toId: asNumber };

/** A deal's fields, however they are given. */
export const dealInput: EntityInput = {
	noun: 'deal',
	keys: ['id', 'responsibleUserId', 'name', 'closed', 'contacts'],
	fields: [
		idField,
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. Order 1042',
			description: 'Name of the deal',
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
					displayName: 'Closed',
					name: 'closed',
					type: 'boolean',
					default: false,
					description: 'Whether the deal is closed, be it won or lost',
				},
				{
					displayName: 'Contact IDs',
					name: 'contacts',
					type: 'string',
					default: '',
					placeholder: 'e.g. 101, 102',
					description:
						'IDs of the contacts of the deal, with commas between them, which sends texts, or as a list from an expression, which keeps numbers',
				},
				userLocator(
					'Responsible User',
					'responsibleUserId',
					'The employee who is in charge of the deal',
				),
			],
		},
	],
	fromForm: (parameters) => {
		const { closed, contacts } = parameters.collection('additionalFields');
		return {
			id: parameters.id('id'),
			name: parameters.text('name'),
			responsibleUserId: parameters.id('additionalFields.responsibleUserId'),
			closed,
			contacts,
		};
	},
	example:
		'{\n  "id": 2001,\n  "responsibleUserId": 1,\n  "name": "Order 1042",\n  "closed": false,\n  "contacts": [101]\n}',
	tidy: (deal) => ({
		...deal,
		...('id' in deal && { id: asNumber(deal.id) as typeof deal.id }),
		...('contacts' in deal && { contacts: readIds(deal.contacts) }),
		...('closed' in deal && { closed: readFlag(deal.closed) }),
	}),
};
