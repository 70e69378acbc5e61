import type { Resource } from '../../../shared/operation';
import { exchangeCode } from './exchangeCode';
import { getAuthorizeUrl } from './getAuthorizeUrl';
import { getClientToken } from './getClientToken';
import { getMachineToken } from './getMachineToken';
import { refresh } from './refresh';

export const token: Resource = {
	value: 'token',
	name: 'Token',
	operations: [getClientToken, getAuthorizeUrl, exchangeCode, refresh, getMachineToken],
};
