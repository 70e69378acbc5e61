import { getLegacyDeal } from '../../../../api/legacy/deals';
import { getOne } from '../entity';
import { dealKind } from './input';

export const get = getOne(dealKind, getLegacyDeal);
