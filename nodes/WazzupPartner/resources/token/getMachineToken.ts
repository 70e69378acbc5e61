import { asMachine, requestMachineToken } from '../../../../api/tech/oauth';
import type { Operation } from '../../../shared/operation';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import { readScope, scopeField, tokensAreSecret } from './fields';
import { machineToken, tokenItem } from './tokens';

export const getMachineToken: Operation = {
	value: 'getMachineToken',
	name: 'Get Machine Token',
	action: 'Get machine token',
	description:
		'Get the token that is traded for the tokens of customers. Get Client Token does both steps at once.',
	fields: [tokensAreSecret, scopeField, raw],
	runner: techPerItem({
		endpoint: requestMachineToken,
		request: (parameters) => ({ body: asMachine(readScope(parameters)) }),
		items: (reply, _sent, parameters) => tokenItem(reply, parameters),
		output: machineToken,
	}),
};
