import type { DetailedEvent, EventName } from '../../api/events/event';

/** One event of a delivery, whichever surface it came from. */
export interface ReceivedEvent {
	event: EventName;
	/** The item of the output Simplified. */
	simplified: DetailedEvent;
	/** The part of the delivery that tells of it, as Wazzup sent it. */
	raw: object;
	/** What a second delivery of the same event has in common with the first; undefined where two can mean two. */
	repeatKey?: string;
	/** Where a thing can come back to what it was (edits): only the last content of a key is a repeat. */
	content?: string;
	/** Where Wazzup asks for a contact or a deal and expects it as the answer. */
	asked?: Asked;
}

/** What Wazzup asks the CRM to create. */
export interface Asked {
	/** What a repeat of the request has in common with the first; undefined where two requests can mean two. */
	same?: unknown[];
	/** The entity that Wazzup gets, in the form of its surface. `link` opens it in the CRM; empty where there is none. */
	entity: (id: string, link: string) => object;
}

/** A delivery as events. */
export interface Reading {
	/** In the order of the delivery. */
	events: ReceivedEvent[];
	/** How many entries of each key could not be read and were skipped. */
	unread: Map<string, number>;
}
