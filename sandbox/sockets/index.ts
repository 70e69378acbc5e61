import type { Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { Server } from 'socket.io';
import listen from 'socket.io-v2';
import { legacyCounterSocket, v3CounterSocket, type CounterSocket } from '../../api/counterSockets';
import type { World } from '../world';
import { Subscribers, type CounterClient } from './subscribers';

/** ms between pings, and ms without an answer after which a connection counts as lost. */
export interface Pings {
	pingInterval: number;
	pingTimeout: number;
}

/** The sockets that push the unanswered counter, served by socket.io 4 and, for the API of 2021, socket.io 2. */
export class CounterSockets {
	private readonly subscribers: Subscribers;
	private readonly connections = new Set<Duplex>();

	constructor(private readonly world: World) {
		this.subscribers = new Subscribers(world);
	}

	/** Before the server listens, since both versions of socket.io step in front of its other listeners. */
	serve(server: HttpServer, pings: Pings): void {
		server.prependListener('upgrade', (_request, connection: Duplex) => this.admit(connection));
		// Each would end the connections of the other.
		const options = { serveClient: false, destroyUpgrade: false, ...pings };
		new Server(server, { ...options, path: v3CounterSocket.path }).on('connection', (socket) => {
			const client: CounterClient = {
				emit: (event, data) => void socket.emit(event, data),
				turnAway: () => void socket.disconnect(true),
			};
			socket.on(v3CounterSocket.ask, (data: unknown) => {
				socket.once('disconnect', this.subscribers.ask(v3CounterSocket, client, data));
			});
		});
		listen(server, { ...options, path: '/socket.io' }).on('connection', (socket) => {
			const client: CounterClient = {
				emit: (event, data) => void socket.emit(event, data),
				turnAway: () => void socket.disconnect(true),
			};
			socket.on(legacyCounterSocket.ask, (data) => {
				socket.on('disconnect', this.subscribers.ask(legacyCounterSocket, client, data));
			});
		});
	}

	/** Connections that have asked for a counter. */
	list(): Array<{ surface: CounterSocket['surface']; userId: string }> {
		return this.subscribers.list();
	}

	/** Open connections, asked or not. */
	get open(): number {
		return this.connections.size;
	}

	/** Breaks all connections as a failing network does: without a word. */
	drop(): number {
		for (const connection of this.connections) connection.destroy();
		return this.connections.size;
	}

	private admit(connection: Duplex): void {
		this.connections.add(connection);
		connection.once('close', () => this.connections.delete(connection));
		if (!this.world.settings.sockets) connection.destroy();
	}
}
