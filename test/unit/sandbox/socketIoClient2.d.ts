/** What the tests use of the client of socket.io 2, which brings no types of its own. */
declare module 'socket.io-client-v2' {
	interface Socket {
		on(event: string, listener: (data: unknown) => void): this;
		emit(event: string, data: unknown): this;
		close(): this;
	}

	export default function connect(
		url: string,
		options?: { reconnection?: boolean; forceNew?: boolean; transports?: string[] },
	): Socket;
}
