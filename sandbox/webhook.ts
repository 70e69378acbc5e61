import { Agent, request } from 'undici';
import { z } from 'zod/v4';
import type { Subscriptions } from '../api/v3/webhooks';
import type { Hub } from './hub';
import type { Delivery } from './shapes';
import type { Webhooks } from './state';

/** Bytes of a reply that are kept. */
const replyLimit = 64 * 1024;

/** What is posted where. */
export type Letter = Pick<Delivery, 'kind' | 'url' | 'body' | 'account' | 'attempt' | 'surface'>;

/**
 * Posts to the address of the account: one delivery at a time, in the order of events, each once.
 * No document tells of retries or of the order; 30 s and the header are documented (A.9).
 */
export class Webhook {
	private readonly agent = new Agent();
	private all: Delivery[] = [];
	private lastId = 0;
	private line: Promise<unknown> = Promise.resolve();
	private readonly open = new Set<Promise<unknown>>();
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
		const turn = this.line.then(async () => {
			const { webhooksUri } = this.target();
			// A reset in between means that nobody waits for this event any more.
			if (webhooksUri === null || generation !== this.generation) return undefined;
			return await this.post(kind, webhooksUri, body);
		});
		this.line = turn;
		return this.keep(turn);
	}

	/** Posts `body` to `url` at once, beside the queue, with the bearer token of the account (A.9). */
	async post(kind: string, url: string, body: unknown): Promise<Delivery> {
		return await this.send({ kind, url, body }, this.target().crmKey);
	}

	/** Posts a letter at once. Never throws: what went wrong is in the delivery. */
	async send(letter: Letter, bearer?: string): Promise<Delivery> {
		const started = Date.now();
		const delivery: Delivery = {
			id: ++this.lastId,
			time: new Date(started).toISOString(),
			...letter,
			done: false,
		};
		this.all.push(delivery);
		this.hub.emit('delivery', { ...delivery });
		try {
			const answer = await request(letter.url, {
				method: 'POST',
				headers: {
					// Sic: the documents print the parameter with a dash.
					'content-type': 'application/json; charset-utf-8',
					...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
				},
				body: JSON.stringify(letter.body),
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

	/** Makes {@link idle} wait for this work too. */
	keep<Result>(work: Promise<Result>): Promise<Result> {
		this.open.add(work);
		const done = () => void this.open.delete(work);
		work.then(done, done);
		return work;
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
		while (this.open.size > 0) await Promise.allSettled(this.open);
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
