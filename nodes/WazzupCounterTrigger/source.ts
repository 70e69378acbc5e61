import { NodeOperationError, type ITriggerFunctions } from 'n8n-workflow';
import {
	getCounterHost,
	legacyCounterSocket,
	v3CounterSocket,
	type CounterSocket,
} from '../../api/counterSockets';
import type { AnyEndpoint } from '../../api/endpoint';
import { getLegacyUsers } from '../../api/legacy/users';
import { getUnanswered } from '../../api/v3/unanswered';
import { concealedText } from '../shared/transport/conceal';
import { open, type Connection } from '../shared/transport/connection';
import { apiError, type NodeError } from '../shared/transport/errors';
import type { Answer, RequestFunctions } from '../shared/transport/http';
import { request, type Call } from '../shared/transport/request';
import { readCounter, type Counter, type UserId } from './counter';
import { hostsFor } from './hosts';

/** What was asked for, or why not: `passing` says that it is worth asking again later. */
export type Found<T> =
	{ found: true; value: T } | { found: false; error: NodeError; passing: boolean };

/** How the counters of one account are reached on one surface. */
export interface CounterSource {
	socket: CounterSocket;
	/** The first argument of the event that asks for a counter. Holds the key. */
	question: (userId: UserId) => Record<string, unknown>;
	/** A text of Wazzup's without the key, should it repeat that. */
	concealed: (text: string) => string;
	/** Origin of the socket's host. Users that ask at the same time share the answer. */
	origin: () => Promise<Found<string>>;
	/**
	 * Asks, before the first connection, a route of which the documents say what it answers to a wrong key; legacy's also
	 * tells whether the user is known.
	 */
	check: (userId: UserId) => Promise<Found<unknown>>;
	/** The counter as REST gives it; legacy has no such route. */
	read?: (userId: UserId) => Promise<Found<Counter>>;
}

/**
 * Opens the source that the node's credential describes.
 * @param signal ends requests that are under way
 * @throws when no usable credential is set
 */
export async function openSource(
	functions: ITriggerFunctions,
	surface: CounterSocket['surface'],
	signal: AbortSignal,
): Promise<CounterSource> {
	const { connection: account, settings } = await open(functions, 'wazzupApi');
	const connection = { ...account, signal };
	const key = String(settings.apiKey).trim();
	const hosts = hostsFor(connection.baseUrl);
	const hidden = (text: string) => concealedText(text, connection.secrets);
	const question = (socket: CounterSocket) => (userId: UserId) => socket.question(key, userId);
	if (surface === 'legacy') {
		return {
			socket: legacyCounterSocket,
			question: question(legacyCounterSocket),
			concealed: hidden,
			origin: async () => await Promise.resolve({ found: true, value: hosts.legacy }),
			check: legacyCheck(functions, connection),
		};
	}
	const read: CounterSource['read'] = async (userId) => {
		const path = { userId: String(userId) };
		const reply = await find(connection, { endpoint: getUnanswered, path });
		if (!reply.found) return reply;
		return { found: true, value: readCounter(reply.value) ?? {} };
	};
	const lookup = {
		...connection,
		baseUrl: hosts.lookup,
		functions: withoutCredential(connection.functions),
	};
	return {
		socket: v3CounterSocket,
		question: question(v3CounterSocket),
		concealed: hidden,
		origin: shared(async () => {
			const named = await find(lookup, { endpoint: getCounterHost, path: { apiKey: key } });
			if (!named.found) return named;
			const { host } = named.value;
			const value = hosts.originOf(host);
			return value === undefined
				? { found: false, error: strangeHost(functions, hidden(host)), passing: false }
				: { found: true, value };
		}),
		check: read,
		read,
	};
}

/** No route of the API of 2021 tells a counter, but its list of users wants the key as well. */
function legacyCheck(functions: ITriggerFunctions, connection: Connection): CounterSource['check'] {
	const users = shared(async () => await find(connection, { endpoint: getLegacyUsers }));
	return async (userId) => {
		const reply = await users();
		if (!reply.found || reply.value.some(({ id }) => String(id) === String(userId))) return reply;
		return { found: false, error: unknownUser(functions, userId), passing: false };
	};
}

async function find<E extends AnyEndpoint>(connection: Connection, call: Call<E>) {
	const outcome = await request(connection, call);
	if (outcome.ok) return { found: true as const, value: outcome.reply };
	const { failure } = outcome;
	const error = apiError(connection.functions.getNode(), failure);
	return { found: false as const, error, passing: isPassing(failure.answer) };
}

/** What the key or the user is not to blame for. */
function isPassing(answer: Answer): boolean {
	if (answer.kind === 'answer') return answer.status >= 500 || answer.status === 429;
	return answer.kind !== 'notSent';
}

/** The lookup is on another host than the Base URL, to which the credential adds nothing: the key is in its path. */
function withoutCredential(functions: RequestFunctions): RequestFunctions {
	const { helpers } = functions;
	return {
		getNode: functions.getNode.bind(functions),
		getCredentials: functions.getCredentials.bind(functions),
		helpers: {
			...helpers,
			httpRequestWithAuthentication: async (_credential, options): Promise<unknown> =>
				await helpers.httpRequest(options),
		},
	};
}

function unknownUser(functions: ITriggerFunctions, userId: UserId): NodeOperationError {
	return new NodeOperationError(functions.getNode(), `Wazzup does not know the user ${userId}`, {
		description:
			'Check that a user with this ID exists in the API of 2021: the Wazzup Legacy node lists them (User > Get Many).',
	});
}

function strangeHost(functions: ITriggerFunctions, host: string): NodeOperationError {
	return new NodeOperationError(
		functions.getNode(),
		`The counter is said to be at ${host}, which the API key is not sent to`,
		{
			description:
				"With Wazzup's own Base URL it has to be a host of wazzup24.com, with another one the host of the Base URL. Check the Base URL of the credential; a proxy has to name itself.",
		},
	);
}

/** The same function, where calls at the same time get one answer. */
function shared<T>(ask: () => Promise<T>): () => Promise<T> {
	let underWay: Promise<T> | undefined;
	return async () => {
		underWay ??= ask().finally(() => (underWay = undefined));
		return await underWay;
	};
}
