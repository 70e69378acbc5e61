import {
	asMachine,
	exchangeMachineToken,
	forAccount,
	requestMachineToken,
} from '../../../../api/tech/oauth';
import type { Operation } from '../../../shared/operation';
import type { Run } from '../../../shared/run';
import { steps } from '../../../shared/runners/steps';
import { raw } from '../../../shared/tech/reply';
import type { Connection } from '../../../shared/transport/connection';
import { apiError } from '../../../shared/transport/errors';
import { request } from '../../../shared/transport/request';
import { accountIdField, readAccountId } from '../../fields/accountId';
import { readScope, scopeField, tokensAreSecret } from './fields';
import { clientTokens, tokenItem } from './tokens';

export const getClientToken: Operation = {
	value: 'getClientToken',
	name: 'Get Client Token',
	action: 'Get client token for account',
	description:
		'Get tokens for the account of a customer that this partner created, to keep or to use elsewhere',
	fields: [tokensAreSecret, accountIdField, scopeField, raw],
	runner: steps({
		endpoints: [requestMachineToken, exchangeMachineToken],
		output: clientTokens,
		steps: async (parameters, _call, run) => {
			const { itemIndex } = parameters;
			// Should it be no switch, no token is asked for.
			parameters.flag(raw.name);
			const accountId = readAccountId(parameters);
			const scope = readScope(parameters);
			const connection = run.connection(itemIndex);
			const machine = await machineToken(run, connection, itemIndex, scope);
			const outcome = await request(connection, {
				endpoint: exchangeMachineToken,
				body: forAccount(machine, accountId, scope),
			});
			if (outcome.ok) return tokenItem(outcome.reply, parameters);
			throw apiError(
				run.node,
				{ ...outcome.failure, about: `account ${accountId}` },
				{ itemIndex },
			);
		},
	}),
};

/** One machine token for all items with the same permissions. Throws the item's own error when there is none. */
async function machineToken(
	run: Run,
	connection: Connection,
	itemIndex: number,
	scope: string,
): Promise<string> {
	const outcome = await run.once(
		`machineToken ${scope}`,
		async () =>
			await request(connection, { endpoint: requestMachineToken, body: asMachine(scope) }),
	);
	if (outcome.ok) return outcome.reply.data.access_token;
	throw apiError(run.node, outcome.failure, { itemIndex });
}
