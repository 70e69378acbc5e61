import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnyEndpoint } from '../api/endpoint';
import { takesEffect } from './faults';
import type { KeyKind } from './shapes';
import { transmit } from './transmit';
import type { World } from './world';

/** What a route answers. Without `body` the reply has none; a string is sent as plain text, everything else as JSON. */
export interface Answer {
	status: number;
	body?: unknown;
	headers?: Record<string, string>;
}

/** A request as a route sees it. */
export interface Call {
	world: World;
	params: Record<string, string>;
	/** Whole numbers as numbers, everything else as strings. */
	query: Record<string, string | number>;
	/** Parsed JSON; the text where it is not JSON; `undefined` where there is none. */
	body: unknown;
	key: KeyKind;
}

export interface Route {
	endpoint: AnyEndpoint;
	answer: (call: Call) => Answer | Promise<Answer>;
}

/** One HTTP surface of Wazzup: its routes, and who may use them. */
export interface SurfaceRules {
	/** `/v3` */
	prefix: string;
	routes: readonly Route[];
	/** Which key a request carries. */
	keyOf: (world: World, authorization: string | undefined) => KeyKind;
	/** The answer that keeps a request from its route; `endpoint` is undefined for a path without a route. */
	gate: (world: World, endpoint: AnyEndpoint | undefined, key: KeyKind) => Answer | undefined;
	/** The answer to an error that a route threw; `undefined` for one that is no answer of Wazzup but a fault of ours. */
	answerTo: (error: unknown) => Answer | undefined;
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
		key: rules.keyOf(world, authorization),
	};
	const entry = world.journal.open({
		method: request.method,
		path: request.url.split('?')[0] ?? '',
		query: call.query,
		headers: textsOf(headers),
		authorization: call.key,
		body: call.body,
	});
	const fault = world.faults.meet(request.method, path);
	const handled = !fault || takesEffect(fault);
	const answer = handled ? await answerOf(rules, route, call) : undefined;
	const pause = world.settings.delay + (fault?.kind === 'slow' ? (fault.delay ?? 1_000) : 0);
	// Without a reference: a sandbox that is closed doesn't keep its process waiting.
	if (pause > 0) await wait(pause, undefined, { ref: false });
	const sent = await transmit(request, reply, answer, fault);
	world.journal.close(entry, { status: sent?.status, reply: sent?.body, fault: fault?.kind });
	return reply;
}

async function answerOf(
	rules: SurfaceRules,
	route: Route | undefined,
	call: Call,
): Promise<Answer> {
	const closed = rules.gate(call.world, route?.endpoint, call.key);
	if (closed) return closed;
	if (!route) return { status: 404 };
	try {
		return await route.answer(call);
	} catch (error) {
		const answer = rules.answerTo(error);
		if (answer) return answer;
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
	return Object.fromEntries(
		Object.entries(query).map(([name, value]) => [name, /^\d+$/.test(value) ? +value : value]),
	);
}
