import { getUser } from '../../../../api/v3/users';
import { getOperation } from '../entity';
import { userKind } from './input';

export const get = getOperation(userKind, getUser);
