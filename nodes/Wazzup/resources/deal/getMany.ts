import { dealReply, getDeals } from '../../../../api/v3/deals';
import { getManyOperation } from '../entity';
import { dealKind } from './input';

export const getMany = getManyOperation(dealKind, {
	endpoint: getDeals,
	rows: ({ data }) => data,
	total: ({ count }) => count ?? undefined,
	output: dealReply,
});
