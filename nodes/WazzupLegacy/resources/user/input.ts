import type { EntityInput } from '../../../shared/fields/entityInput';
import { userLocator } from '../../../shared/fields/locators';
import { howIdsAreTyped } from '../../fields/ids';
import type { LegacyKind } from '../entity';

export const userKind: LegacyKind = {
	noun: 'user',
	idField: userLocator('User', 'id', 'The employee, by name or by the ID in your CRM', true),
};

/** The fields of a user, that is an employee, however they are given. */
export const userInput: EntityInput = {
	noun: 'user',
	keys: ['id', 'name'],
	fields: [
		{
			displayName: 'User ID',
			name: 'id',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 2e0df379-0e3c-470f-9b36-06b9e34c3bdb',
			description: `ID of the employee in your CRM, at most 64 characters. ${howIdsAreTyped}.`,
		},
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. Alex Salesman',
			description: 'Name of the employee, at most 150 characters',
		},
	],
	fromForm: (parameters) => ({ id: parameters.id('id'), name: parameters.text('name') }),
	example: '{\n  "id": 1,\n  "name": "Alex Salesman"\n}',
	tidy: (user) => user,
};
