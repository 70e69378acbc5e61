import { deleteUser, deleteUsers } from '../../../../api/v3/users';
import { deleteOperation } from '../entity';
import { userKind } from './input';

export const remove = deleteOperation(
	userKind,
	deleteUser,
	deleteUsers,
	'Remove an employee from Wazzup',
);
