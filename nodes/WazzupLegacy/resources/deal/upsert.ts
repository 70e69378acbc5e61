import { legacyDeal, upsertLegacyDeals } from '../../../../api/legacy/deals';
import { writeOperation } from '../../../shared/entity';
import { dealInput } from './input';

export const upsert = writeOperation({
	value: 'upsert',
	endpoint: upsertLegacyDeals,
	entity: legacyDeal,
	input: dealInput,
	description: 'Create a new record, or update the current one if it already exists (upsert)',
});
