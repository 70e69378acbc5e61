import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { get } from './get';
import { raiseWabaLimit } from './raiseWabaLimit';

export const account: Resource = {
	value: 'account',
	name: 'Account',
	operations: [create, get, raiseWabaLimit],
};
