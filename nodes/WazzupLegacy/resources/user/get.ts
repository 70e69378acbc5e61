import { getLegacyUser } from '../../../../api/legacy/users';
import { getOne } from '../entity';
import { userKind } from './input';

export const get = getOne(userKind, getLegacyUser);
