import { getDeal } from '../../../../api/v3/deals';
import { getOperation } from '../entity';
import { dealKind } from './input';

export const get = getOperation(dealKind, getDeal);
