import {
	createUsers,
	deleteUsers,
	getUser,
	getUsers,
	updateUsers,
	user as contract,
	userChange,
	userReply,
} from '../../../../api/tech/users';
import { given } from '../../../../api/tech/common';
import { userLocator } from '../../fields/user';
import { changeOf } from '../../../shared/fields/entityInput';
import { entityResource } from '../entity';
import { userInput } from './input';

export const user = entityResource({
	noun: 'user',
	idField: userLocator('User', 'id', 'ID of the employee in the CRM', true),
	id: given,
	input: userInput,
	changeInput: changeOf(userInput),
	entity: contract,
	change: userChange,
	row: userReply,
	routes: {
		create: createUsers,
		update: updateUsers,
		get: getUser,
		getMany: getUsers,
		delete: deleteUsers,
	},
	descriptions: {
		create: 'Add employees who work with the chats; one that Wazzup knows already is changed',
		update: 'Change employees that are in Wazzup; fields that are left empty are not sent',
		delete: 'Remove employees from Wazzup; an ID that Wazzup does not know is no error',
	},
});
