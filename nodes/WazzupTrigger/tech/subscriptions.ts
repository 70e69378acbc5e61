import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { reject, uniqBy } from 'lodash';
import { dataOf, entitiesOf } from '../../../api/tech/common';
import {
	createWebhooks,
	deleteWebhooks,
	getWebhooks,
	webhookReply,
} from '../../../api/tech/webhooks';
import { callOn } from '../../shared/transport/call';
import type { Connection } from '../../shared/transport/connection';
import { apiError, type NodeError } from '../../shared/transport/errors';
import { request, type Failure } from '../../shared/transport/request';

/** One event that Wazzup delivers to one address. */
export interface Subscription {
	id: string;
	url: string;
	/** As Wazzup calls it. */
	event: string;
}

/** The subscriptions of one account. */
export class Subscriptions {
	constructor(
		private readonly functions: IHookFunctions,
		private readonly connection: Connection,
	) {}

	/** All of them, also those of other programs. Throws the NodeApiError of a refused request. */
	async read(): Promise<Subscription[]> {
		return readList((await callOn(this.connection)({ endpoint: getWebhooks })).data);
	}

	/**
	 * Subscribes the address to events, all or none of them: throws, and takes back what was made, when one is missing.
	 * @returns all subscriptions of the account
	 */
	async create(url: string, events: string[], before: Subscription[]): Promise<Subscription[]> {
		if (events.length === 0) return before;
		const data = events.map((event) => ({ url, event }));
		const outcome = await request(this.connection, { endpoint: createWebhooks, body: { data } });
		const refused = outcome.ok ? undefined : this.errorOf(outcome);
		const told = outcome.ok ? readList(dataOf(outcome.reply)) : [];
		const isThere = (list: Subscription[]) => (event: string) =>
			list.some((one) => one.url === url && one.event === event);
		if (events.every(isThere(told))) return uniqBy([...before, ...told], 'id');
		// No document shows the reply whole, and a lost one may have been acted on: the list tells.
		const now = await request(this.connection, { endpoint: getWebhooks });
		if (!now.ok) throw refused ?? this.errorOf(now);
		const all = readList(now.reply.data);
		if (events.every(isThere(all))) return all;
		const known = new Set(before.map(({ id }) => id));
		await this.takeBack(all.filter((one) => one.url === url && !known.has(one.id)));
		throw refused ?? notSubscribed(this.functions, reject(events, isThere(all)));
	}

	/** One that is gone already is no error. Gives the error back where Wazzup refuses. */
	async remove(ids: string[]): Promise<NodeError | undefined> {
		if (ids.length === 0) return undefined;
		const body = { data: ids.map((id) => ({ id })) };
		const outcome = await request(this.connection, { endpoint: deleteWebhooks, body });
		if (outcome.ok) return undefined;
		// Somebody else may have removed one of them meanwhile.
		const now = await request(this.connection, { endpoint: getWebhooks });
		const left = now.ok ? readList(now.reply.data).filter(({ id }) => ids.includes(id)) : undefined;
		if (left === undefined || left.length === ids.length) return this.errorOf(outcome);
		return await this.remove(left.map(({ id }) => id));
	}

	private errorOf({ failure }: { failure: Failure }): NodeError {
		return apiError(this.functions.getNode(), failure);
	}

	private async takeBack(made: Subscription[]): Promise<void> {
		const refused = await this.remove(made.map(({ id }) => id));
		if (!refused) return;
		this.functions.logger.warn(
			`Wazzup Trigger: of a subscription that did not come about, ${made.length} events stay subscribed: ${refused.message}`,
		);
	}
}

function notSubscribed(functions: IHookFunctions, missing: string[]): NodeOperationError {
	return new NodeOperationError(
		functions.getNode(),
		`Wazzup did not subscribe this node to ${missing.join(', ')}`,
		{ description: 'Choose other events, or ask Wazzup why this account does not get them.' },
	);
}

/** Entries without an address or an event are nobody's, as far as this node can tell. */
const readList = (data: unknown): Subscription[] =>
	entitiesOf({ data }).flatMap((entry) => {
		const { id, url, event } = webhookReply.safeParse(entry).data ?? {};
		return id !== undefined && url && event ? [{ id: String(id), url, event }] : [];
	});
