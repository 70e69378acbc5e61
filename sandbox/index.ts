import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { Control } from './control';
import { registerControl } from './controlRoutes';
import { registerPage } from './pageRoutes';
import type { Settings } from './shapes';
import { registerSurface } from './surface';
import { v3 } from './v3';
import { World } from './world';

export { Control } from './control';
export { ControlError } from './controlError';
export type { CreationRequest, CreationResult } from './creation';
export type { CustomerMessage, Tap } from './customer';
export type { Fault, SetFault } from './faults';
export type { EventName, SandboxEvents } from './hub';
export type * from './shapes';

export interface SandboxOptions extends Partial<Settings> {
	/** 0 (default): any free one. */
	port?: number;
	/** Takes lines about requests and deliveries, and about faults of the sandbox itself. */
	log?: (line: string) => void;
	/** ms that a webhook may take to answer; 30 000 as documented. */
	webhookTimeout?: number;
}

export interface Sandbox {
	/** `http://127.0.0.1:<port>`, no slash at the end: the Base URL of a credential. */
	url: string;
	apiKey: string;
	/** A sidecar key of the same account. */
	sidecarKey: string;
	control: Control;
	close(): Promise<void>;
}

/** Files and bodies up to this size come in: more than the largest that Wazzup takes. */
const bodyLimit = 64 * 1024 * 1024;

/** Starts a Wazzup on this machine, reachable from this machine only. Throws EADDRINUSE where the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, log = () => undefined, webhookTimeout = 30_000, ...settings } = options;
	const world = new World({ settings, webhookTimeout, log });
	const control = new Control(world);
	report(world, log);
	const app = fastify({
		bodyLimit,
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		routerOptions: { ignoreTrailingSlash: true, maxParamLength: 5_000 },
	});
	// Every body is read as bytes: the journal shows what came, JSON or not.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	registerPage(app);
	registerControl(app, world, control);
	registerSurface(app, world, v3);
	await app.listen({ port, host: '127.0.0.1' });
	world.url = addressOf(app.server.address());
	const { apiKey, sidecarKey } = world.state;
	return {
		url: world.url,
		apiKey,
		sidecarKey,
		control,
		close: async () => {
			await world.close();
			await app.close();
		},
	};
}

function addressOf(address: AddressInfo | string | null): string {
	if (address === null || typeof address === 'string') throw new Error('The sandbox has no port.');
	return `http://127.0.0.1:${address.port}`;
}

function report(world: World, log: (line: string) => void): void {
	world.hub.on('journal', ({ method, path, status, fault, ms }) => {
		log(`${method} ${path} ${status ?? 'dropped'}${fault ? ` (${fault})` : ''} ${ms} ms`);
	});
	world.hub.on('delivery', ({ done, kind, url, status, error, ms }) => {
		// The address may carry a secret in its query.
		if (done) log(`webhook ${kind} to ${url.split('?')[0]} ${status ?? error} ${ms} ms`);
	});
}
