import type { Channel, ChatMessage, Delivery, JournalEntry, MessageError } from './shapes';

/** What happens in the sandbox, by name; the same as the server-sent events. */
export interface SandboxEvents {
	message: { message: ChatMessage; change: 'new' | 'edited' | 'deleted' };
	status: {
		messageId: string;
		channelId: string;
		chatId: string;
		status: string;
		error?: MessageError;
	};
	delivery: Delivery;
	channel: Channel;
	journal: JournalEntry;
	/** A customer waits for an answer, or got one. */
	unanswered: { channelId: string; chatId: string };
	/** The sandbox clock was moved. */
	clock: { now: string };
	reset: Record<string, never>;
}

export type EventName = keyof SandboxEvents;
type Listener = (name: EventName, data: SandboxEvents[EventName]) => void;

/** Passes events on to whoever listens: the page's streams and tests. */
export class Hub {
	private readonly listeners = new Set<Listener>();

	/** Calls `listener` for every event until the returned function is called. */
	onAny(listener: Listener): () => void {
		this.listeners.add(listener);
		return () => {
			this.listeners.delete(listener);
		};
	}

	/** Calls `listener` for events called `name` until the returned function is called. */
	on<Name extends EventName>(
		name: Name,
		listener: (data: SandboxEvents[Name]) => void,
	): () => void {
		return this.onAny((happened, data) => {
			// emit() pairs names with their data, which the union of the two cannot say.
			if (happened === name) listener(data as SandboxEvents[Name]);
		});
	}

	emit<Name extends EventName>(name: Name, data: SandboxEvents[Name]): void {
		for (const listener of [...this.listeners]) listener(name, data);
	}
}
