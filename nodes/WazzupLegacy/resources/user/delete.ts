import { deleteLegacyUser } from '../../../../api/legacy/users';
import { deleteOne } from '../entity';
import { userKind } from './input';

export const remove = deleteOne(userKind, deleteLegacyUser, 'Remove an employee from Wazzup');
