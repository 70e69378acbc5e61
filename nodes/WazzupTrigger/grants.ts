import { randomUUID } from 'crypto';
import { fingerprint } from './fingerprint';
import type { Asked, ReceivedEvent } from './received';

/** The same request gets the same id for this long: Wazzup may repeat one whose answer it did not get. */
const REMEMBERED_FOR = 10 * 60_000;
const MOST_REMEMBERED = 1_000;

/** A request with the id that it was given, and the entity that Wazzup gets as the answer. */
export interface Granted {
	event: ReceivedEvent;
	entity?: object;
}

/** Grants what Wazzup asks for at once. Held in memory: a repeat after a restart of n8n gets a new id. */
export class Grants {
	/** When each id was given, oldest first. */
	private readonly ids = new Map<string, { id: string; since: number }>();

	constructor(private readonly now: () => number = Date.now) {}

	/**
	 * The id is in the event too, for the workflow to store it. Events that ask for nothing stay as they are.
	 * @param link address of the entity in the CRM, where `{ID}` stands for the id
	 */
	grant(node: string, event: ReceivedEvent, link = ''): Granted {
		const { asked, raw, simplified } = event;
		if (!asked) return { event };
		const id = this.idFor(node, asked);
		const withId = { ...raw, id };
		return {
			event: {
				...event,
				raw: withId,
				simplified: { ...simplified, request: withId },
				repeatKey: `${event.event} ${id}`,
			},
			entity: asked.entity(id, link.replace(/\{id\}/gi, encodeURIComponent(id))),
		};
	}

	private idFor(node: string, { same }: Asked): string {
		if (!same) return randomUUID();
		const key = `${node} ${fingerprint(same)}`;
		const known = this.ids.get(key);
		if (known && this.now() - known.since < REMEMBERED_FOR) return known.id;
		const id = randomUUID();
		this.ids.delete(key);
		this.ids.set(key, { id, since: this.now() });
		const [oldest] = this.ids.keys();
		if (this.ids.size > MOST_REMEMBERED && oldest !== undefined) this.ids.delete(oldest);
		return id;
	}
}
