import { Agent, request } from 'undici';
import { z } from 'zod/v4';
import type { Subscriptions } from '../api/v3/webhooks';
import type { Hub } from './hub';
import type { Delivery } from './shapes';
import type { Webhooks } from './state';

/** Bytes of a reply that are kept. */
const replyLimit = 64 * 1024;

/**
 * Posts to the address of the account: one delivery at a time, in the order of events, each once.
 * No document tells of retries or of the order; 30 s and the header are documented (A.9).
 */
export class Webhook {
	private readonly agent = new Agent();
	private all: Delivery[] = [];
	private lastId = 0;
	private line: Promise<unknown> = Promise.resolve();
	private waiting = 0;
	private generation = 0;

	constructor(
		private readonly hub: Hub,
		private readonly target: () => Webhooks,
		private readonly timeout: number,
	) {}

	/** Queues `body` for the account's address, if that event is subscribed; resolves when it was delivered or failed. */
	deliver(
		kind: string,
		body: unknown,
		subscription?: keyof Subscriptions,
	): Promise<Delivery | undefined> {
		const { generation } = this;
		const wanted = subscription === undefined || this.target().subscriptions[subscription];
		if (!wanted || this.target().webhooksUri === null) return Promise.resolve(undefined);
		this.waiting += 1;
		const turn = this.line.then(async () => {
			const { webhooksUri } = this.target();
			// A reset in between means that nobody waits for this event any more.
			if (webhooksUri === null || generation !== this.generation) return undefined;
			return await this.post(kind, webhooksUri, body);
		});
		this.line = turn.finally(() => {
			this.waiting -= 1;
		});
		return turn;
	}

	/** Posts `body` to `url` at once, beside the queue. Never throws: what went wrong is in the delivery. */
	async post(kind: string, url: string, body: unknown): Promise<Delivery> {
		const started = Date.now();
		const delivery: Delivery = {
			id: ++this.lastId,
			time: new Date(started).toISOString(),
			kind,
			url,
			body,
			done: false,
		};
		this.all.push(delivery);
		this.hub.emit('delivery', { ...delivery });
		try {
			const { crmKey } = this.target();
			const answer = await request(url, {
				method: 'POST',
				headers: {
					// Sic: the documents print the parameter with a dash.
					'content-type': 'application/json; charset-utf-8',
					...(crmKey === undefined ? {} : { authorization: `Bearer ${crmKey}` }),
				},
				body: JSON.stringify(body),
				dispatcher: this.agent,
				signal: AbortSignal.timeout(this.timeout),
			});
			delivery.status = answer.statusCode;
			delivery.reply = (await answer.body.text()).slice(0, replyLimit);
		} catch (error) {
			delivery.error = sentenceOf(error, this.timeout);
		}
		delivery.done = true;
		delivery.ms = Date.now() - started;
		this.hub.emit('delivery', delivery);
		return delivery;
	}

	/** Deliveries newer than `after`, oldest first. */
	list(after = 0): Delivery[] {
		return this.all.filter((delivery) => delivery.id > after);
	}

	clear(): void {
		this.all = [];
	}

	/** Forgets what is queued. */
	drop(): void {
		this.generation += 1;
	}

	/** Resolves when nothing is queued or under way. */
	async idle(): Promise<void> {
		while (this.waiting > 0) await this.line.catch(() => undefined);
	}

	async close(): Promise<void> {
		this.drop();
		await this.agent.destroy();
	}
}

/** Read by its fields: a time-out is a DOMException, which is no Error in every realm. */
const failure = z.object({
	name: z.string().optional(),
	message: z.string().optional(),
	code: z.union([z.string(), z.number()]).optional(),
});

function sentenceOf(error: unknown, timeout: number): string {
	const { name, message, code } = failure.safeParse(error).data ?? {};
	if (name === 'TimeoutError') return `No answer within ${timeout / 1000} s`;
	return message || String(code ?? name ?? error);
}
