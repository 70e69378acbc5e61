import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { Control } from './control';
import { registerControl } from './controlRoutes';
import { registerPage } from './pageRoutes';
import { legacy } from './legacy';
import { stayClosed } from './refuse';
import type { Settings } from './shapes';
import { counterHostService } from './sockets/hosts';
import { registerSurface } from './surface';
import { tech } from './tech';
import { registerTechPages } from './tech/pages';
import { defaultAccount, type Partner } from './tech/tech';
import { v3 } from './v3';
import { World } from './world';

export type { ChannelChange, NewChannel } from './channelChanges';
export { Control } from './control';
export { ControlError } from './controlError';
export type { CreationRequest, CreationResult } from './creation';
export type { CustomerMessage, Tap } from './customer';
export type { Fault, SetFault } from './faults';
export type { EventName, SandboxEvents } from './hub';
export type * from './shapes';
export type { TechChannel } from './tech/account';
export type { TechControl } from './tech/control';
export type { TechCreation, TechCreationResult } from './tech/creation';
export type { Partner } from './tech/tech';
export type { AccountView } from './tech/views';

export interface SandboxOptions extends Partial<Settings> {
	/** 0 (default): any free one. */
	port?: number;
	/** The port of the tech surface; 0 (default): any free one. */
	techPort?: number;
	/** Takes lines about requests and deliveries, and about faults of the sandbox itself. */
	log?: (line: string) => void;
	/** ms that a webhook may take to answer; 30 000 as documented. */
	webhookTimeout?: number;
	/** ms between the pings of a counter socket; 25 000 as socket.io does by itself. */
	pingInterval?: number;
	/** ms until a socket that does not answer a ping is lost; 20 000 as socket.io 4 does by itself. */
	pingTimeout?: number;
}

export interface Sandbox {
	/** `http://127.0.0.1:<port>`, no slash at the end: the Base URL of a credential. */
	url: string;
	apiKey: string;
	/** A sidecar key of the same account. */
	sidecarKey: string;
	/** The Base URL of the tech credentials: another port of 127.0.0.1, no slash at the end. */
	techUrl: string;
	/** A partner of the tech surface. */
	partner: Partner;
	/** An account of that partner with channels, users and templates. */
	accountId: string;
	/** A fresh client access token of that account, or of another one. */
	clientToken: (accountId?: string) => string;
	control: Control;
	close(): Promise<void>;
}

/** Files and bodies up to this size come in: more than the largest that Wazzup takes. */
const bodyLimit = 64 * 1024 * 1024;

/** Starts a Wazzup on this machine, reachable from this machine only. Throws EADDRINUSE where the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const {
		port = 0,
		techPort = 0,
		log = () => undefined,
		webhookTimeout = 30_000,
		pingInterval = 25_000,
		pingTimeout = 20_000,
		...settings
	} = options;
	const world = new World({ settings, webhookTimeout, log });
	const control = new Control(world);
	report(world, log);
	const app = server();
	registerPage(app);
	registerControl(app, world, control);
	registerSurface(app, world, v3);
	registerSurface(app, world, legacy);
	registerSurface(app, world, counterHostService);
	world.sockets.serve(app.server, { pingInterval, pingTimeout });
	const techApp = server();
	registerTechPages(techApp, world);
	registerSurface(techApp, world, tech);
	const close = async () => {
		for (const { server } of [app, techApp]) stayClosed(server);
		await world.close();
		await Promise.all([app.close(), techApp.close()]);
	};
	try {
		await app.listen({ port, host: '127.0.0.1' });
		await techApp.listen({ port: techPort, host: '127.0.0.1' });
	} catch (error) {
		await close();
		throw error;
	}
	world.url = addressOf(app.server.address());
	world.techUrl = addressOf(techApp.server.address());
	const { apiKey, sidecarKey } = world.state;
	const [partner] = world.tech.partners;
	if (!partner) throw new Error('The sandbox has no partner.');
	return {
		url: world.url,
		apiKey,
		sidecarKey,
		techUrl: world.techUrl,
		partner,
		accountId: defaultAccount,
		clientToken: (accountId) => control.tech.clientToken(accountId),
		control,
		close,
	};
}

/** A server that leaves bodies as they come. */
function server(): FastifyInstance {
	const app = fastify({
		bodyLimit,
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		routerOptions: { ignoreTrailingSlash: true, maxParamLength: 5_000 },
	});
	// Every body is read as bytes: the journal shows what came, JSON or not.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	return app;
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
