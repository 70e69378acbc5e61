import type { IHookFunctions } from 'n8n-workflow';
import { getLegacyWebhooks, setLegacyWebhooks } from '../../../api/legacy/webhooks';
import { connect } from '../../shared/transport/accounts';
import { callOn } from '../../shared/transport/call';
import { apiError } from '../../shared/transport/errors';
import { request } from '../../shared/transport/request';
import { EVERYTHING, type AddressAccount } from '../borrowed';

/**
 * The address that an account has in the API of 2021. It has no switches: an address gets everything, none gets nothing.
 * Throws when the node has no usable credential.
 */
export async function openAccount(functions: IHookFunctions): Promise<AddressAccount> {
	const connection = await connect(functions, 'wazzupApi');
	return {
		// What is put back in v3 is another address.
		id: `${connection.account} legacy`,
		baseUrl: connection.baseUrl,
		read: async () => {
			const { webhooksUrl } = await callOn(connection)({ endpoint: getLegacyWebhooks });
			return { uri: webhooksUrl || undefined, subscriptions: EVERYTHING };
		},
		set: async ({ webhooksUri: url = null }) => {
			const outcome = await request(connection, { endpoint: setLegacyWebhooks, body: { url } });
			return outcome.ok ? undefined : apiError(functions.getNode(), outcome.failure);
		},
	};
}
