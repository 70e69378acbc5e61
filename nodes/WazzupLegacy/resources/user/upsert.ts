import { legacyUser, upsertLegacyUsers } from '../../../../api/legacy/users';
import { writeOperation } from '../../../shared/entity';
import { userInput } from './input';

export const upsert = writeOperation({
	value: 'upsert',
	endpoint: upsertLegacyUsers,
	entity: legacyUser,
	input: userInput,
	description: 'Create a new record, or update the current one if it already exists (upsert)',
});
