import { getUsers, userReply } from '../../../../api/v3/users';
import { getManyOperation } from '../entity';
import { userKind } from './input';

export const getMany = getManyOperation(userKind, {
	endpoint: getUsers,
	rows: (reply) => (Array.isArray(reply) ? reply : reply.data),
	total: (reply) => (Array.isArray(reply) ? undefined : (reply.count ?? undefined)),
	output: userReply,
});
