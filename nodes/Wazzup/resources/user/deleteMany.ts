import { deleteUsers } from '../../../../api/v3/users';
import { deleteManyOperation } from '../entity';
import { userKind } from './input';

export const deleteMany = deleteManyOperation(userKind, deleteUsers);
