import { decode, encode, type Packet, type Protocol } from './packets';
import { wait, type Clock } from './time';

/** How a session ended: by `close`, by a connection that broke, or because the service sent the client away. */
export type Ending =
	{ kind: 'closed' } | { kind: 'lost'; reason: string } | { kind: 'sentAway'; reason: string };

export interface SessionOptions {
	/** `wss://…`, with path and query. Holds no secret. */
	url: string;
	protocol: Protocol;
	clock: Clock;
	/** Closes the session at once. */
	signal: AbortSignal;
	/** Takes the secrets out of what the server says. */
	concealed: (text: string) => string;
	/** Gets each event of the server with its first argument. */
	hear: (name: string, data: unknown) => void;
}

/** Longest time from the first packet sent to the namespace joined, in ms. */
const PATIENCE = 20_000;

/** Whether this Node.js can speak WebSocket: from version 22 on. */
export const hasWebSocket = () => typeof WebSocket !== 'undefined';

/** The address of a socket.io server for a client that speaks WebSocket from the start. */
export function sessionUrl(origin: string, path: string, protocol: Protocol): string {
	const url = new URL(path, origin);
	url.protocol = url.protocol === 'http:' || url.protocol === 'ws:' ? 'ws:' : 'wss:';
	url.search = `EIO=${protocol}&transport=websocket`;
	return url.href;
}

/** One connection to a socket.io server, from the opening to its end. */
export class Session {
	/** Resolves with undefined once events may be sent, or with the end that came first. */
	readonly opened: Promise<Ending | undefined>;
	readonly ended: Promise<Ending>;
	private readonly socket: WebSocket;
	/** Aborted once the session has ended. */
	private readonly over = new AbortController();
	private ready: () => void = () => {};
	private end: (ending: Ending) => void = () => {};
	private lastHeard: number;

	constructor(private readonly options: SessionOptions) {
		const { url, clock, signal } = options;
		this.lastHeard = clock.now();
		const joined = new Promise<undefined>((resolve) => (this.ready = () => resolve(undefined)));
		this.ended = new Promise((resolve) => (this.end = resolve));
		void this.ended.then(() => this.over.abort());
		this.opened = Promise.race([joined, this.ended]);
		this.socket = new WebSocket(url);
		this.socket.addEventListener('message', ({ data }) => this.receive(data));
		this.socket.addEventListener('error', () => this.lose('it could not be opened or broke'));
		this.socket.addEventListener('close', ({ code }) => this.lose(`it was closed with ${code}`));
		const stop = () => this.close();
		signal.addEventListener('abort', stop, { once: true });
		void this.ended.then(() => signal.removeEventListener('abort', stop));
		if (signal.aborted) this.close();
		void this.demandOpening();
	}

	/** Sends an event. Nothing happens when the session has ended. */
	emit(name: string, data: unknown): void {
		this.send({ kind: 'event', name, args: [data] });
	}

	/** Leaves at once. */
	close(): void {
		this.send({ kind: 'disconnect' });
		this.finish({ kind: 'closed' });
	}

	private receive(data: unknown): void {
		if (this.over.signal.aborted || typeof data !== 'string') return;
		this.lastHeard = this.options.clock.now();
		const packet = decode(data);
		switch (packet.kind) {
			case 'open':
				// In version 3 the server joins the namespace by itself.
				if (this.options.protocol === 4) this.send({ kind: 'connect' });
				void this.demandLife(packet.pingInterval + packet.pingTimeout);
				if (this.options.protocol === 3) void this.ping(packet.pingInterval);
				return;
			case 'ping':
				return this.send({ kind: 'pong', data: packet.data });
			case 'connect':
				return this.ready();
			case 'event':
				return this.options.hear(packet.name, packet.args[0]);
			case 'disconnect':
				return this.finish({ kind: 'sentAway', reason: '' });
			case 'refuse':
				return this.finish({ kind: 'sentAway', reason: this.options.concealed(packet.reason) });
			case 'close':
				return this.lose('the service closed it');
			default:
		}
	}

	private send(packet: Packet): void {
		if (this.socket.readyState === WebSocket.OPEN) this.socket.send(encode(packet));
	}

	private lose(reason: string): void {
		this.finish({ kind: 'lost', reason });
	}

	/** The first ending counts. */
	private finish(ending: Ending): void {
		this.end(ending);
		this.over.abort();
		this.socket.close();
	}

	private async demandOpening(): Promise<void> {
		const { clock } = this.options;
		const opening = new AbortController();
		void this.opened.then(() => opening.abort());
		if (await wait(clock, PATIENCE, opening.signal)) this.lose('nobody answered');
	}

	/** A server that says nothing for so long is gone, even where no system has noticed. */
	private async demandLife(silence: number): Promise<void> {
		const { clock } = this.options;
		const left = () => this.lastHeard + silence - clock.now();
		while (left() > 0) if (!(await wait(clock, left(), this.over.signal))) return;
		this.lose('the service fell silent');
	}

	private async ping(interval: number): Promise<void> {
		while (await wait(this.options.clock, interval, this.over.signal)) {
			this.send({ kind: 'ping', data: '' });
		}
	}
}
