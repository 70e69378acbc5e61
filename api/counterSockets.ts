import { z } from 'zod/v4';
import { defineEndpoint } from './endpoint';

/** How a surface pushes the unanswered counter of one user: socket.io, asked once, told at each change. */
export interface CounterSocket {
	surface: 'v3' | 'legacy';
	/** Version of Engine.IO, the protocol under socket.io: 4 is spoken by socket.io 3 and 4, 3 by socket.io 2. */
	protocol: 3 | 4;
	/** Of the socket on its host. */
	path: `/${string}/`;
	/** Event that the client sends once it is connected. */
	ask: string;
	/** What goes with it. */
	question: (apiKey: string, userId: string | number) => Record<string, unknown>;
	/** Event that brings the counter. It does not say whose it is, so a connection is for one user. */
	told: string;
	/** What comes with it. */
	update: typeof counterUpdate;
}

/**
 * What a push carries. `counter` is the older way of counting; `counterV2` with `type` the newer one: `red` own chats,
 * `grey` supervised ones, null when nothing is unanswered. Legacy sends `counter` alone.
 */
export const counterUpdate = z.looseObject({
	counter: z.number().nullish(),
	counterV2: z.number().nullish(),
	type: z.string().nullish(),
});

/** A.14 P-CNT. */
export const v3CounterSocket: CounterSocket = {
	surface: 'v3',
	protocol: 4,
	path: '/ws-counters/',
	ask: 'counterConnecting',
	question: (apiKey, userId) => ({ type: 'api_v3', apiKey, userId }),
	told: 'counterUpdate',
	update: counterUpdate,
};

/** B.4 S-V2. Neither its path nor its protocol is documented: these are what socket.io did by itself in 2021. */
export const legacyCounterSocket: CounterSocket = {
	surface: 'legacy',
	protocol: 3,
	path: '/socket.io/',
	ask: 'apiV2IframeConnecting',
	question: (apiKey, userId) => ({ apiKey, userId }),
	told: 'apiV2Notify',
	update: counterUpdate,
};

/** Where the two are when the API itself is at `api` (A.14, B.4). */
export const counterHosts = {
	api: 'https://api.wazzup24.com',
	/** Names the host of the v3 socket, which is one of `domain`. */
	v3: 'https://integrations.wazzup24.com',
	domain: 'wazzup24.com',
	legacy: 'https://api-ws.wazzup24.com',
} as const;

/** Names the host of the v3 socket, e.g. `ws-counters2.wazzup24.com`. On a host of its own, and with the key in its path. */
export const getCounterHost = defineEndpoint({
	surface: 'v3',
	method: 'GET',
	path: '/counters/ws_host/api_v3/{apiKey}',
	auth: 'none',
	params: z.object({ apiKey: z.string().min(1) }),
	reply: z.looseObject({ host: z.string().min(1) }),
	repeat: 'safe',
	source: 'A.14 P-CNT',
});
