import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { TechEventName } from '../../api/events/event';
import type { Delivery } from '../shapes';
import type { World } from '../world';

/** One event that goes to one address. */
export interface Subscription {
	id: string;
	url: string;
	event: string;
}

interface Parcel {
	subscription: Subscription;
	body: unknown;
}

/** Tells an account's subscribers what happens (tech 6). */
export class Events {
	readonly subscriptions = new Map<string, Subscription>();
	private readonly end = new AbortController();
	/** First attempts to one address go one after another; the last one of each address. */
	private readonly lines = new Map<string, Promise<unknown>>();

	constructor(
		private readonly world: World,
		private readonly accountId: string,
	) {}

	/** Delivers to all who subscribed; gives how many those are. */
	publish(event: TechEventName, ...data: object[]): number {
		return this.send(event, data);
	}

	/** {@link publish} for an event of any name. */
	send(event: string, data: unknown[]): number {
		const parcels = this.parcels(event, data);
		for (const parcel of parcels) void this.world.webhook.keep(this.deliver(parcel));
		return parcels.length;
	}

	/** Delivers to the first subscriber, once, and gives the delivery with the answer; `undefined` where nobody subscribed. */
	async ask(event: TechEventName, item: object): Promise<Delivery | undefined> {
		const [parcel] = this.parcels(event, [item]);
		return parcel && (await this.world.webhook.keep(this.attempt(parcel, 1)));
	}

	stop(): void {
		this.end.abort();
	}

	private parcels(event: string, data: unknown[]): Parcel[] {
		return [...this.subscriptions.values()]
			.filter((subscription) => subscription.event === event)
			.map((subscription) => ({
				subscription,
				body: {
					event,
					data,
					meta: {
						idempotency_key: randomUUID(),
						timestamp: Math.floor(this.world.clock.now() / 1_000),
					},
				},
			}));
	}

	private async deliver(parcel: Parcel): Promise<void> {
		const { url } = parcel.subscription;
		const turn = (this.lines.get(url) ?? Promise.resolve()).then(() => this.attempt(parcel, 1));
		this.lines.set(url, turn);
		let delivery = await turn;
		const { repeats, repeatPause } = this.world.settings;
		for (let repeat = 1; repeat <= repeats && delivery && !isTaken(delivery); repeat += 1) {
			await this.pause(repeatPause * 2 ** (repeat - 1));
			delivery = await this.attempt(parcel, repeat + 1);
		}
	}

	/** Posts, unless the account or the subscription is gone. */
	private async attempt(
		{ subscription: { id, url, event }, body }: Parcel,
		attempt: number,
	): Promise<Delivery | undefined> {
		if (this.end.signal.aborted || !this.subscriptions.has(id)) return undefined;
		const letter = { kind: event, url, body, account: this.accountId, attempt };
		return await this.world.webhook.send(letter);
	}

	/** Without a reference: a sandbox that is closed doesn't keep its process waiting. */
	private async pause(ms: number): Promise<void> {
		const options = { ref: false, signal: this.end.signal };
		await wait(ms, undefined, options).catch(() => undefined);
	}
}

const isTaken = ({ status = 0 }: Delivery) => status >= 200 && status < 300;
