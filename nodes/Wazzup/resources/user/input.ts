import { cleanPhone } from '../../../shared/fields/address';
import { entityId } from '../../../../api/v3/common';
import { idsAsText, type EntityInput } from '../../../shared/fields/entityInput';
import { userLocator } from '../../../shared/fields/locators';
import type { EntityKind } from '../entity';

export const userKind: EntityKind = {
	id: entityId(200),
	idsExample: 'e.g. 1, 2, 3',
	noun: 'user',
	idField: userLocator('User', 'id', 'The employee, by name or by the ID in your CRM', true),
};

/** The fields of a user, that is an employee, however they are given. */
export const userInput: EntityInput = {
	noun: 'user',
	keys: ['id', 'name', 'phone'],
	fields: [
		{
			displayName: 'User ID',
			name: 'id',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 2e0df379-0e3c-470f-9b36-06b9e34c3bdb',
			description: 'ID of the employee in your CRM, at most 200 characters',
		},
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Alex Salesman',
			description: 'Name of the employee as colleagues see it in Wazzup',
		},
		{
			displayName: 'Phone',
			name: 'phone',
			type: 'string',
			default: '',
			placeholder: 'e.g. 79261234567',
			description:
				"Phone number with country code, for signing in to Wazzup's mobile app. Each user needs one of their own. Wazzup drops a number that it cannot read without a word.",
		},
	],
	fromForm: (parameters) => ({
		id: parameters.text('id'),
		name: parameters.text('name'),
		phone: parameters.text('phone'),
	}),
	example: '{\n  "id": "1",\n  "name": "Alex Salesman",\n  "phone": "79261234567"\n}',
	tidy: (entity) => {
		const user = idsAsText(entity, ['id', 'phone']);
		return typeof user.phone === 'string' ? { ...user, phone: cleanPhone(user.phone) } : user;
	},
};
