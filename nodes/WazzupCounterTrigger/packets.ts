import { jsonParse } from 'n8n-workflow';
import { z } from 'zod/v4';

/** Version of Engine.IO: 4 carries socket.io 3 and 4, 3 carries socket.io 2. */
export type Protocol = 3 | 4;

/**
 * What travels over the WebSocket: packets of Engine.IO, and in its messages those of socket.io, of the default
 * namespace. What the counter has no use for (binary events, acknowledgements, other namespaces) reads as `other`.
 */
export type Packet =
	/** The server introduces itself; times in ms. */
	| { kind: 'open'; pingInterval: number; pingTimeout: number }
	| { kind: 'close' }
	/** In version 4 the server asks, in version 3 the client; `data` comes back in the pong. */
	| { kind: 'ping' | 'pong'; data: string }
	/** From the client (version 4 only): asks for the namespace. From the server: it is joined. */
	| { kind: 'connect' }
	| { kind: 'disconnect' }
	/** The namespace is refused. */
	| { kind: 'refuse'; reason: string }
	| { kind: 'event'; name: string; args: unknown[] }
	| { kind: 'other' };

/** Nobody pings less than once a day, and no timer waits for much longer. */
const pause = z.number().positive().max(86_400_000);

const introduction = z.object({ pingInterval: pause, pingTimeout: pause });

const event = z.tuple([z.string()], z.unknown());

const refusal = z.union([z.string(), z.object({ message: z.string() })]);

/** Gives the text of a packet that a client sends. */
export function encode(packet: Packet): string {
	switch (packet.kind) {
		case 'ping':
			return `2${packet.data}`;
		case 'pong':
			return `3${packet.data}`;
		case 'connect':
			return '40';
		case 'disconnect':
			return '41';
		case 'event':
			return `42${JSON.stringify([packet.name, ...packet.args])}`;
		case 'close':
			return '1';
		default:
			return '6';
	}
}

/** Reads what a server sent. Never throws: a text that is no packet reads as `other`. */
export function decode(text: string): Packet {
	const data = text.slice(1);
	switch (text[0]) {
		case '0': {
			const read = introduction.safeParse(json(data));
			return read.success ? { kind: 'open', ...read.data } : { kind: 'other' };
		}
		case '1':
			return { kind: 'close' };
		case '2':
			return { kind: 'ping', data };
		case '3':
			return { kind: 'pong', data };
		case '4':
			return decodeMessage(data);
		default:
			return { kind: 'other' };
	}
}

/** `<type>[/<namespace>,][<acknowledgement id>][<JSON>]` */
function decodeMessage(text: string): Packet {
	const [, type, namespace = '/', payload = ''] =
		/^(\d)(?:(\/[^,]*)(?:,|$))?\d*([^]*)$/.exec(text) ?? [];
	// A query may follow the name of a namespace.
	if (namespace.split('?')[0] !== '/') return { kind: 'other' };
	switch (type) {
		case '0':
			return { kind: 'connect' };
		case '1':
			return { kind: 'disconnect' };
		case '2': {
			const read = event.safeParse(json(payload));
			if (!read.success) return { kind: 'other' };
			const [name, ...args] = read.data;
			return { kind: 'event', name, args };
		}
		case '4': {
			const read = refusal.safeParse(json(payload));
			if (!read.success) return { kind: 'refuse', reason: '' };
			return {
				kind: 'refuse',
				reason: typeof read.data === 'string' ? read.data : read.data.message,
			};
		}
		default:
			return { kind: 'other' };
	}
}

const json = (text: string) => jsonParse<unknown>(text, { fallbackValue: null });
