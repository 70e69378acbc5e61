import { io } from 'socket.io-client';
import connect2 from 'socket.io-client-v2';
import type { Sandbox } from '../../../sandbox';

/** What a real client of socket.io was told. */
export interface CounterClient {
	/** Counters, oldest first. */
	received: unknown[];
	/** Resolves once so many counters came. */
	count: (wanted: number) => Promise<void>;
	/** Resolves with socket.io's reason once the connection is gone. */
	gone: Promise<unknown>;
	close: () => void;
}

export interface Ask {
	apiKey?: string;
	userId?: string | number;
	transport?: 'websocket' | 'polling';
}

/** The calls that the examples in the documents make, with the client of either version. */
const connections = {
	v3: async ({ url, apiKey: ours }: Sandbox, ask: Ask) => {
		const { apiKey = ours, userId, transport = 'websocket' } = ask;
		const reply = await fetch(`${url}/counters/ws_host/api_v3/${ours}`);
		const { host } = (await reply.json()) as { host: string };
		const socket = io(`http://${host}`, {
			path: '/ws-counters/',
			transports: [transport],
			reconnection: false,
		});
		socket.on('connect', () => {
			socket.emit('counterConnecting', { type: 'api_v3', apiKey, userId });
		});
		return { socket, told: 'counterUpdate' };
	},
	legacy: async ({ url, apiKey: ours }: Sandbox, ask: Ask) => {
		const { apiKey = ours, userId, transport = 'websocket' } = ask;
		const socket = connect2(url, {
			reconnection: false,
			forceNew: true,
			transports: [transport],
		});
		socket.on('connect', () => {
			socket.emit('apiV2IframeConnecting', { apiKey, userId });
		});
		return { socket, told: 'apiV2Notify' };
	},
};

export type CounterSurface = keyof typeof connections;

/** Connects and asks; resolves before the answer. */
export async function counterClient(
	surface: CounterSurface,
	sandbox: Sandbox,
	ask: Ask,
): Promise<CounterClient> {
	const { socket, told } = await connections[surface](sandbox, ask);
	const received: unknown[] = [];
	let check: () => void = () => undefined;
	const hear = (data: unknown) => {
		received.push(data);
		check();
	};
	socket.on(told, hear);
	const gone = new Promise<unknown>((resolve) => {
		const leave = (reason: unknown) => resolve(reason);
		socket.on('disconnect', leave);
		socket.on('connect_error', leave);
	});
	return {
		received,
		gone,
		count: (wanted) =>
			new Promise((resolve) => {
				check = () => {
					if (received.length >= wanted) resolve();
				};
				check();
			}),
		close: () => void socket.close(),
	};
}
