import { getLegacyDeals, legacyDealReply } from '../../../../api/legacy/deals';
import { getSorted } from '../entity';
import { dealKind } from './input';

export const getMany = getSorted(dealKind, getLegacyDeals, legacyDealReply);
