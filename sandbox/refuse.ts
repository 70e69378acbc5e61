import type { Server } from 'node:http';
import { Server as NetServer, type AddressInfo } from 'node:net';

/** Servers that listen to nobody for a while, with the timer that ends it. */
const closed = new WeakMap<Server, NodeJS.Timeout>();

/** Refuses new connections to a server for so many milliseconds. Those that are there are answered. */
export function refuse(server: Server, milliseconds: number): void {
	const address = server.address() as AddressInfo | null;
	if (address === null) return;
	// Not the close of HTTP servers, which also ends the connections whose request is still on its way.
	NetServer.prototype.close.call(server);
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
