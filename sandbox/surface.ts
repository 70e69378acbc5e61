import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnyEndpoint, Surface } from '../api/endpoint';
import { takesEffect } from './faults';
import { Refusal } from './refusal';
import type { KeyKind } from './shapes';
import { transmit } from './transmit';
import type { World } from './world';

/** What a route answers. Without `body` the reply has none; a string is sent as plain text, everything else as JSON. */
export interface Answer {
	status: number;
	body?: unknown;
	headers?: Record<string, string>;
}

/** Who asks: the kind of key, and on the tech surface whose it is. */
export interface Caller {
	key: KeyKind;
	/** Email of the partner. */
	partner?: string;
	/** Account of the client token. */
	account?: string;
	/** What the client token is good for. */
	scopes?: readonly string[];
}

/** A request as a route sees it. */
export interface Call {
	world: World;
	params: Record<string, string>;
	/** Whole numbers as numbers, everything else as strings. */
	query: Record<string, string | number>;
	/** Parsed JSON; the text where it is not JSON; `undefined` where there is none. */
	body: unknown;
	caller: Caller;
}

export interface Route {
	endpoint: AnyEndpoint;
	answer: (call: Call) => Answer | Promise<Answer>;
}

/** One HTTP surface of Wazzup: its routes, and who may use them. */
export interface SurfaceRules {
	surface: Surface;
	/** `/v3` */
	prefix: string;
	routes: readonly Route[];
	/** Who a request comes from. */
	callerOf: (world: World, authorization: string | undefined) => Caller;
	/** The answer that keeps a request from its route; `endpoint` is undefined for a path without a route. */
	gate: (world: World, endpoint: AnyEndpoint | undefined, caller: Caller) => Answer | undefined;
	/** The path as the journal may show it, where a secret stands in it. */
	shownPath?: (path: string) => string;
	/** The answer to a path that has no route. */
	noRoute: Answer;
}

/** Every endpoint with its handler; one without a handler stops the start. */
export function routesOf(endpoints: readonly AnyEndpoint[], written: readonly Route[]): Route[] {
	return endpoints.map((endpoint) => {
		const route = written.find((candidate) => candidate.endpoint === endpoint);
		if (!route)
			throw new Error(`The sandbox has no handler for ${endpoint.method} ${endpoint.path}.`);
		return route;
	});
}

/** Adds all routes of a surface to the server. */
export function registerSurface(app: FastifyInstance, world: World, rules: SurfaceRules): void {
	for (const route of rules.routes) {
		app.route({
			method: route.endpoint.method,
			url: route.endpoint.path.replace(/\{(\w+)\}/g, ':$1'),
			handler: (request, reply) => serve(world, rules, route, request, reply),
		});
	}
	app.all(`${rules.prefix}/*`, (request, reply) => serve(world, rules, undefined, request, reply));
}

async function serve(
	world: World,
	rules: SurfaceRules,
	route: Route | undefined,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<unknown> {
	const path = (request.url.split('?')[0] ?? '').replace(/\/$/, '');
	const { authorization, ...headers } = request.headers;
	const call: Call = {
		world,
		params: textsOf(request.params),
		query: numbersIn(textsOf(request.query)),
		body: readJson(request.body),
		caller: rules.callerOf(world, authorization),
	};
	const entry = world.journal.open({
		method: request.method,
		path: (rules.shownPath ?? String)(request.url.split('?')[0] ?? ''),
		query: call.query,
		headers: textsOf(headers),
		authorization: call.caller.key,
		surface: rules.surface,
		partner: call.caller.partner,
		account: call.caller.account,
		body: call.body,
	});
	const fault = world.faults.meet(request.method, path, rules.surface);
	const handled = !fault || takesEffect(fault);
	const answer = handled ? await answerOf(rules, route, call) : undefined;
	const pause = world.settings.delay + (fault?.kind === 'slow' ? (fault.delay ?? 1_000) : 0);
	// Without a reference: a sandbox that is closed doesn't keep its process waiting.
	if (pause > 0) await wait(pause, undefined, { ref: false });
	// While nobody is let in, nobody who is in stays.
	if (!request.server.server.listening) reply.header('connection', 'close');
	const sent = await transmit(request, reply, answer, fault);
	world.journal.close(entry, { status: sent?.status, reply: sent?.body, fault: fault?.kind });
	return reply;
}

async function answerOf(
	rules: SurfaceRules,
	route: Route | undefined,
	call: Call,
): Promise<Answer> {
	const closed = rules.gate(call.world, route?.endpoint, call.caller);
	if (closed) return closed;
	if (!route) return rules.noRoute;
	try {
		return await route.answer(call);
	} catch (error) {
		if (error instanceof Refusal) return error.answer;
		call.world.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
		return { status: 500, body: 'Internal server error' };
	}
}

function readJson(body: unknown): unknown {
	if (!Buffer.isBuffer(body) || body.length === 0) return undefined;
	const text = body.toString('utf8');
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function textsOf(values: unknown): Record<string, string> {
	return Object.fromEntries(
		Object.entries(values ?? {}).map(([name, value]) => [name, String(value)]),
	);
}

function numbersIn(query: Record<string, string>): Record<string, string | number> {
	// Only numbers that `String` turns back into the same text: a `state=007` stays as it is.
	const isNumber = /^(0|[1-9]\d{0,14})$/;
	return Object.fromEntries(
		Object.entries(query).map(([name, value]) => [name, isNumber.test(value) ? +value : value]),
	);
}
