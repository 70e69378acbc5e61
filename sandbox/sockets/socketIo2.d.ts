/** What the sandbox uses of socket.io 2, which brings no types of its own. */
declare module 'socket.io-v2' {
	import type { Server as HttpServer } from 'node:http';

	interface Socket {
		on(event: string, listener: (data: unknown) => void): this;
		emit(event: string, data: unknown): this;
		/** `close`: ends the connection under it as well. */
		disconnect(close?: boolean): this;
	}

	interface Server {
		on(event: 'connection', listener: (socket: Socket) => void): this;
	}

	interface ServerOptions {
		path?: string;
		serveClient?: boolean;
		pingInterval?: number;
		pingTimeout?: number;
		destroyUpgrade?: boolean;
	}

	export default function listen(server: HttpServer, options?: ServerOptions): Server;
}
