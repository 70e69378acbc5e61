import { getLegacyUsers, legacyUserReply } from '../../../../api/legacy/users';
import { getManyOperation } from '../../../shared/entity';
import { paged } from '../../../shared/runners/paged';
import { userKind } from './input';

export const getMany = getManyOperation(userKind, {
	runner: paged({
		endpoint: getLegacyUsers,
		rows: (users) => users,
		output: legacyUserReply,
	}),
});
