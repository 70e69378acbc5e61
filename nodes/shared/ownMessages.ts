import { sleep } from 'n8n-workflow';
import type { WazzupEvent } from '../../api/events/event';

/** Ids are remembered for this long; an echo comes within seconds. */
const REMEMBERED_FOR = 10 * 60_000;
const MOST_REMEMBERED = 20_000;
/** How long a delivery waits for sends whose answer, and with it the message id, is still on its way. */
const LONGEST_WAIT = 2_000;
/** It waits in steps, since a timer of n8n-workflow cannot be taken back. */
const STEP = 50;

/** Ends a send: with the id of the message, or without one when it did not go out or nobody knows. */
export type Finish = (messageId?: string) => void;

/** What is known of a message before it has an id. */
type Said = Pick<WazzupEvent, 'channelId' | 'chatId' | 'text'>;

/**
 * The messages that this n8n sent, so that a trigger can leave out their echoes.
 * Held in memory: a send in another process (queue mode) or before a restart is not known, nor is one without an answer.
 */
export class OwnMessages {
	/** When each message was sent, oldest first. */
	private readonly sentAt = new Map<string, number>();
	private readonly underWay = new Map<string, Set<Promise<void>>>();
	/** When each message without an id was sent, by what it says. */
	private readonly announced = new Map<string, number[]>();

	constructor(
		private readonly now: () => number = Date.now,
		private readonly longestWait = LONGEST_WAIT,
	) {}

	/**
	 * A message is about to be sent: call it before the request, and what it returns after the answer, in every case.
	 * @param account `Connection.account`
	 */
	begin(account: string, channelId: string): Finish {
		const key = keyOf(account, channelId);
		const sends = this.underWay.get(key) ?? new Set();
		this.underWay.set(key, sends);
		let end: () => void = () => {};
		const send = new Promise<void>((resolve) => {
			end = resolve;
		});
		sends.add(send);
		return (messageId) => {
			if (messageId !== undefined) this.remember(keyOf(account, messageId));
			sends.delete(send);
			if (sends.size === 0 && this.underWay.get(key) === sends) this.underWay.delete(key);
			end();
		};
	}

	/**
	 * A message is about to be sent to a surface that answers without its id (tech): the next echo that says the same is
	 * taken for it. Call what it returns when the message did not go out.
	 * @param account `Connection.account`
	 */
	announce(account: string, message: Said): () => void {
		const key = keyOf(account, sayingOf(message));
		const since = this.now();
		for (const [old, [oldest = 0]] of this.announced) {
			if (since - oldest < REMEMBERED_FOR && this.announced.size < MOST_REMEMBERED) break;
			this.announced.delete(old);
		}
		this.announced.set(key, [...(this.announced.get(key) ?? []), since]);
		return () => void this.takeAnnounced(key);
	}

	/** Whether an echo is the one of an announced message; from then on it is known by its id, for its repeats. */
	isAnnounced(account: string, messageId: string, message: Said): boolean {
		const isIt = this.takeAnnounced(keyOf(account, sayingOf(message)));
		if (isIt) this.remember(keyOf(account, messageId));
		return isIt;
	}

	/** Whether this n8n sent the message. Waits, at most two seconds, for sends to the channel that are under way. */
	async isOwn(account: string, messageId: string, channelId: string): Promise<boolean> {
		const key = keyOf(account, messageId);
		if (this.knows(key)) return true;
		// Only these can have made the message: a send that begins later cannot have an echo already.
		const waiting = new Set(this.underWay.get(keyOf(account, channelId)));
		const until = this.now() + this.longestWait;
		for (const send of waiting) void send.then(() => waiting.delete(send));
		while (waiting.size > 0 && this.now() < until) {
			await Promise.race([...waiting, sleep(STEP)]);
			if (this.knows(key)) return true;
		}
		return this.knows(key);
	}

	/** Each announced message has one echo. */
	private takeAnnounced(key: string): boolean {
		const isRecent = (since: number) => this.now() - since < REMEMBERED_FOR;
		const [taken, ...others] = (this.announced.get(key) ?? []).filter(isRecent);
		if (others.length > 0) this.announced.set(key, others);
		else this.announced.delete(key);
		return taken !== undefined;
	}

	private knows(key: string): boolean {
		const sentAt = this.sentAt.get(key);
		return sentAt !== undefined && this.now() - sentAt < REMEMBERED_FOR;
	}

	private remember(key: string): void {
		this.sentAt.set(key, this.now());
		for (const [oldest, sentAt] of this.sentAt) {
			const isOld = this.now() - sentAt >= REMEMBERED_FOR;
			if (!isOld && this.sentAt.size <= MOST_REMEMBERED) break;
			this.sentAt.delete(oldest);
		}
	}
}

const sayingOf = ({ channelId, chatId, text }: Said) =>
	JSON.stringify([channelId ?? '', chatId ?? '', text ?? '']);

const keyOf = (account: string, id: string) => `${account} ${id}`;

/** All sends of this process. */
export const ownMessages = new OwnMessages();
