import type { V3EventName, DetailedEvent } from '../../api/events/event';

/** One event of a delivery, whichever surface it came from. */
export interface ReceivedEvent {
	event: V3EventName;
	/** The item of the output Simplified. */
	simplified: DetailedEvent;
	/** The part of the delivery that tells of it, as Wazzup sent it. */
	raw: object;
	/** What a second delivery of the same event has in common with the first; undefined where two can mean two. */
	repeatKey?: string;
	/** Where a thing can come back to what it was (edits): only the last content of a key is a repeat. */
	content?: string;
}
