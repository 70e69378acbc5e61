import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Servers that listen to nobody for a while, with the timer that ends it. */
const closed = new WeakMap<Server, NodeJS.Timeout>();

/** Refuses new connections to a server for so many milliseconds. Requests under way are answered, idle connections end. */
export function refuse(server: Server, milliseconds: number): void {
	const address = server.address() as AddressInfo | null;
	if (address === null) return;
	server.close();
	const open = () => {
		closed.delete(server);
		server.listen(address.port, address.address);
	};
	closed.set(server, setTimeout(open, milliseconds));
}

/** A server that refuses connections does so for ever. */
export function stayClosed(server: Server): void {
	clearTimeout(closed.get(server));
	closed.delete(server);
}
