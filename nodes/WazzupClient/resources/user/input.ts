import { cleanPhone } from '../../../shared/fields/address';
import { idsAsText, type EntityInput } from '../../../shared/fields/entityInput';

/** The fields of a user, that is an employee, however they are given. */
export const userInput: EntityInput = {
	noun: 'user',
	open: true,
	keys: ['id', 'name', 'phone'],
	fields: [
		{
			displayName: 'User ID',
			name: 'id',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 2e0df379-0e3c-470f-9b36-06b9e34c3bdb',
			description: 'ID of the employee in the CRM, at most 64 characters',
		},
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Alex Salesman',
			description: 'Name of the employee as colleagues see it, at most 150 characters',
		},
		{
			displayName: 'Phone',
			name: 'phone',
			type: 'string',
			default: '',
			placeholder: 'e.g. 79261234567',
			description:
				'Phone number with country code. Each user needs one of their own. Wazzup drops a number that it cannot read without a word.',
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
