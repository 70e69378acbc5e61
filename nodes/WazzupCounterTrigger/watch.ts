import type { NodeError } from '../shared/transport/errors';
import { isChange, readCounter, type Counter, type UserId } from './counter';
import { Session, sessionUrl, type Ending } from './session';
import type { CounterSource } from './source';
import { pauseBefore, wait, type Clock } from './time';

export interface WatchOptions {
	userId: UserId;
	source: CounterSource;
	clock: Clock;
	/** Ends the watch at once. */
	signal: AbortSignal;
	/** Gets each change; `before` is empty where nothing was known. */
	changed: (before: Counter, now: Counter) => void;
	/** The watch has ended, since there is no sense in trying again. */
	failed: (error: NodeError) => void;
	/** Makes the error of a connection that Wazzup did not let in, or that did not come about. */
	errorOf: (ending: Ending) => NodeError;
	/** Takes a line for n8n's log. */
	log: (line: string) => void;
}

type Attached =
	{ attached: true; session: Session } | { attached: false; error: NodeError; passing: boolean };

/** How long a connection that has asked may stay without an answer before it counts as settled, in ms. */
export const SETTLING = 3_000;
/** A connection that held so long was good: the next loss begins with a short pause again, in ms. */
const GOOD = 30_000;

/** The counter of one user, told of over one connection that comes back by itself. */
export class Watch {
	/** What Wazzup told last; empty until it told anything. */
	private known: Counter = {};
	private started = false;
	private heard: () => void = () => {};

	constructor(private readonly options: WatchOptions) {}

	/**
	 * Connects, asks, and takes what comes until then as the value to start from.
	 * @returns that value, or the error that keeps the watch from starting
	 */
	async start(): Promise<{ first: Counter } | { error: NodeError }> {
		const { source, userId } = this.options;
		const checked = await source.check(userId);
		if (!checked.found) return { error: checked.error };
		const attached = await this.attach();
		if (!attached.attached) return { error: attached.error };
		this.started = true;
		void this.keep(attached.session);
		return { first: this.known };
	}

	/** Connects and asks; what was missed in between comes as a change. */
	private async attach(): Promise<Attached> {
		const { source, userId, clock, signal, errorOf } = this.options;
		const { socket } = source;
		const origin = await source.origin();
		if (!origin.found) return { attached: false, ...origin };
		const told = new AbortController();
		this.heard = () => told.abort();
		const session = new Session({
			url: sessionUrl(origin.value, socket.path, socket.protocol),
			protocol: socket.protocol,
			clock,
			signal,
			concealed: source.concealed,
			hear: (name, data) => {
				if (name === socket.told) this.hear(readCounter(data));
			},
		});
		const unopened = await session.opened;
		if (unopened) return failure(unopened, errorOf);
		session.emit(socket.ask, source.question(userId));
		void session.ended.then(() => told.abort());
		const isSilent = await wait(clock, SETTLING, told.signal);
		const ending = await endingSoFar(session);
		if (ending) return failure(ending, errorOf);
		if (isSilent && source.read) {
			const read = await source.read(userId);
			if (!read.found) {
				session.close();
				return { attached: false, ...read };
			}
			// What the socket has told meanwhile is newer.
			if (!told.signal.aborted) this.hear(read.value);
		}
		return { attached: true, session };
	}

	private hear(counter: Counter | undefined): void {
		const { signal, changed } = this.options;
		if (!counter || signal.aborted) return;
		const before = this.known;
		const isNew = isChange(before, counter);
		this.known = isNew ? counter : { ...before, ...counter };
		this.heard();
		if (this.started && isNew) changed(before, counter);
	}

	/** Lives as long as the watch: from each loss to the next connection. Never rejects. */
	private async keep(first: Session): Promise<void> {
		const { clock, signal, failed, log } = this.options;
		let session = first;
		for (let failures = 0; ;) {
			const since = clock.now();
			const ending = await session.ended;
			if (clock.now() - since >= GOOD) failures = 0;
			for (let isBack = false; !isBack; failures++) {
				if (signal.aborted) return;
				const pause = pauseBefore(failures);
				log(`The connection is gone (${reasonOf(ending)}); the next try is in ${pause} ms`);
				if (!(await wait(clock, pause, signal))) return;
				const attached = await this.attach();
				if (signal.aborted) return;
				if (attached.attached) {
					isBack = true;
					session = attached.session;
				} else if (!attached.passing) return failed(attached.error);
			}
		}
	}
}

const reasonOf = (ending: Ending) =>
	ending.kind === 'closed' ? 'closed' : ending.reason || 'sent away';

/** Who asks with a wrong key or for an unknown user is sent away; everything else passes. */
const failure = (ending: Ending, errorOf: (ending: Ending) => NodeError): Attached => ({
	attached: false,
	error: errorOf(ending),
	passing: ending.kind !== 'sentAway',
});

/** The end of a session, if it has come. */
const endingSoFar = async (session: Session): Promise<Ending | undefined> =>
	await Promise.race([session.ended, Promise.resolve(undefined)]);
