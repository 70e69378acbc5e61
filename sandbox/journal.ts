import type { Hub } from './hub';
import type { JournalEntry } from './shapes';

/** Every request that reached the API, in the order of arrival. */
export class Journal {
	private entries: JournalEntry[] = [];
	private lastId = 0;

	constructor(private readonly hub: Hub) {}

	/** Writes down a request on arrival; the answer is added by `close`. */
	open(request: Omit<JournalEntry, 'id' | 'time' | 'done'>): JournalEntry {
		const entry = {
			id: ++this.lastId,
			time: new Date().toISOString(),
			done: false,
			...request,
		};
		this.entries.push(entry);
		return entry;
	}

	/** Adds what came of a request. */
	close(entry: JournalEntry, outcome: Pick<JournalEntry, 'status' | 'reply' | 'fault'>): void {
		Object.assign(entry, outcome, { done: true, ms: Date.now() - Date.parse(entry.time) });
		this.hub.emit('journal', entry);
	}

	/** Entries newer than `after`, oldest first. */
	list(after = 0): JournalEntry[] {
		return this.entries.filter((entry) => entry.id > after);
	}

	clear(): void {
		this.entries = [];
	}
}
