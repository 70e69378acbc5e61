/** Events that are remembered of each node. */
const MOST_REMEMBERED = 5_000;

/**
 * The events that already started a workflow, by node, so that a second delivery of one starts nothing.
 * Held in memory, since static data would be written to the database with every message: a repeat after a restart of n8n,
 * or one that reaches another main or webhook process, is not noticed.
 */
export class Repeats {
	private readonly seen = new Map<string, Set<string>>();

	constructor(private readonly most = MOST_REMEMBERED) {}

	/** Whether an event comes for the first time; from now on it has come. */
	isFirst(node: string, event: string): boolean {
		const events = this.seen.get(node) ?? new Set();
		this.seen.set(node, events);
		if (events.has(event)) return false;
		events.add(event);
		const [oldest] = events;
		if (events.size > this.most && oldest !== undefined) events.delete(oldest);
		return true;
	}
}
