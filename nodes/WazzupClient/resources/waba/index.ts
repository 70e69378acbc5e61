import type { Resource } from '../../../shared/operation';
import { getPricing } from './getPricing';
import { getTransactions } from './getTransactions';

export const waba: Resource = {
	value: 'waba',
	name: 'WABA',
	operations: [getTransactions, getPricing],
};
