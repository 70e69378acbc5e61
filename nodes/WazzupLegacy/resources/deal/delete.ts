import { deleteLegacyDeal } from '../../../../api/legacy/deals';
import { deleteOne } from '../entity';
import { dealKind } from './input';

export const remove = deleteOne(dealKind, deleteLegacyDeal, 'Remove a deal; its contacts stay');
