import { deleteDeals } from '../../../../api/v3/deals';
import { deleteManyOperation } from '../entity';
import { dealKind } from './input';

export const deleteMany = deleteManyOperation(dealKind, deleteDeals);
