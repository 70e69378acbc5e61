import type { IHookFunctions } from 'n8n-workflow';
import { getWebhooks, readSubscriptions, setWebhooks } from '../../../api/v3/webhooks';
import type { BodyOf } from '../../../api/endpoint';
import { callOn } from '../../shared/transport/call';
import { connect } from '../../shared/transport/accounts';
import type { Connection } from '../../shared/transport/connection';
import { apiError, type NodeError } from '../../shared/transport/errors';
import { request } from '../../shared/transport/request';
import type { AddressAccount, Current } from '../borrowed';

/** The webhook settings of one v3 account. */
export class WebhookAccount implements AddressAccount {
	private constructor(
		private readonly functions: IHookFunctions,
		private readonly connection: Connection,
	) {}

	/** Throws when the node has no usable credential. */
	static async open(functions: IHookFunctions): Promise<WebhookAccount> {
		return new WebhookAccount(functions, await connect(functions, 'wazzupApi'));
	}

	get id(): string {
		return this.connection.account;
	}

	get baseUrl(): string {
		return this.connection.baseUrl;
	}

	/** Throws the NodeApiError of a refused request. */
	async read(): Promise<Current> {
		const reply = await callOn(this.connection)({ endpoint: getWebhooks });
		return { uri: reply.webhooksUri || undefined, subscriptions: readSubscriptions(reply) };
	}

	/** Sets address, switches, or both. Gives the error back where Wazzup refuses. */
	async set(settings: BodyOf<typeof setWebhooks>): Promise<NodeError | undefined> {
		const outcome = await request(this.connection, { endpoint: setWebhooks, body: settings });
		return outcome.ok ? undefined : apiError(this.functions.getNode(), outcome.failure);
	}
}
