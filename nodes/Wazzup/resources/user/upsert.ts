import { upsertUsers, user } from '../../../../api/v3/users';
import { upsertOperation } from '../entity';
import { userInput } from './input';

export const upsert = upsertOperation({
	endpoint: upsertUsers,
	entity: user,
	input: userInput,
	description: 'Create a new record, or update the current one if it already exists (upsert)',
});
