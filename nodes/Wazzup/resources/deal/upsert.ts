import { entityId } from '../../../../api/v3/common';
import { deal, upsertDeals } from '../../../../api/v3/deals';
import { upsertOperation } from '../entity';
import { dealInput } from './input';

export const upsert = upsertOperation({
	endpoint: upsertDeals,
	// One document says number, the others text; text is what all of them take.
	entity: deal.extend({ id: entityId(100) }),
	input: dealInput,
	description: 'Create a new record, or update the current one if it already exists (upsert)',
});
