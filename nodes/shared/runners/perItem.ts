import type { IDataObject } from 'n8n-workflow';
import type { z } from 'zod/v4';
import type { AnyEndpoint, ReplyOf } from '../../../api/endpoint';
import { checkContract, inputError } from '../input';
import type { Runner } from '../operation';
import type { Parameters } from '../parameters';
import type { Run } from '../run';
import { hiding, type Connection } from '../transport/connection';
import { apiError, type NodeError } from '../transport/errors';
import { request, strayIdOf, type Call, type Failure, type Outcome } from '../transport/request';
import { inLanes } from './lanes';

/** What an item's parameters become: path, query and body of one request. */
export type Sent<E extends AnyEndpoint> = Omit<Call<E>, 'endpoint'>;

/** Of one request an item: how it is read from the parameters, and what its reply becomes. */
export interface PerItemOptions<E extends AnyEndpoint> {
	endpoint: E;
	/** Reads the parameters of one item. Throws an input error for what cannot be sent. */
	request: (parameters: Parameters, run: Run) => Sent<E> | Promise<Sent<E>>;
	/** Contract of one output item; the endpoint's reply when left out. */
	output?: z.ZodType;
	/**
	 * What the reply becomes; the reply itself when left out. What it throws becomes the item's error.
	 * `repeated`: an earlier, unanswered attempt may have done it already.
	 */
	items?: (
		reply: ReplyOf<E>,
		sent: Sent<E>,
		parameters: Parameters,
		repeated: boolean,
	) => IDataObject | IDataObject[];
	/** Requests of the same lane stay in order. */
	lane?: (sent: Sent<E>) => string | undefined;
	/** What must not be shown beside what the names of the fields tell to be secret, should Wazzup repeat it in a refusal. */
	secrets?: (sent: Sent<E>) => Array<string | undefined>;
	/** Whether this request carries the endpoint's duplicate guard. */
	guarded?: (sent: Sent<E>) => boolean;
	/** What an earlier try of the same item is known to have led to; the request is then not made. */
	known?: (sent: Sent<E>, connection: Connection) => Outcome<E> | undefined;
	/** Called before the request; what it gives back is called after it, with what came of it. */
	around?: (sent: Sent<E>, connection: Connection) => (outcome: Outcome<E>) => void;
	/** Reads a refusal that is none: the item it becomes, or undefined. */
	recover?: (failure: Failure, sent: Sent<E>, parameters: Parameters) => IDataObject | undefined;
}

interface Entry<E extends AnyEndpoint> {
	parameters: Parameters;
	connection: Connection;
	sent: Sent<E>;
}

/** One request an item; see `lane` for what may not overtake. All items are read and checked before the first is sent. */
export function perItem<E extends AnyEndpoint>(options: PerItemOptions<E>): Runner {
	const { endpoint } = options;
	return {
		endpoints: [endpoint],
		output: options.output ?? endpoint.reply,
		async run(run) {
			const entries: Array<Entry<E>> = [];
			for (const itemIndex of run.itemIndexes) {
				const parameters = run.parameters(itemIndex);
				const entry = await run.attempt(itemIndex, async () => ({
					parameters,
					connection: run.connection(itemIndex),
					sent: await options.request(parameters, run),
				}));
				if (!entry) continue;
				const unfit = checkCall(run, itemIndex, { endpoint, ...entry.sent });
				if (unfit) run.fail(itemIndex, unfit);
				else entries.push(entry);
			}
			await inLanes(
				entries,
				({ sent, connection }) => laneOf(options, sent, connection),
				async ({ parameters, sent, connection }) => {
					if (run.stopped) return;
					const { itemIndex } = parameters;
					const outcome =
						options.known?.(sent, connection) ?? (await send(options, sent, connection));
					if (outcome.ok) {
						const { reply, repeated } = outcome;
						const made = await run.attempt(
							itemIndex,
							() => options.items?.(reply, sent, parameters, repeated) ?? (reply as IDataObject),
						);
						if (made === undefined) return;
						for (const json of [made].flat()) run.deliver(itemIndex, json);
						return;
					}
					const { failure } = outcome;
					// What is said of the token for the request says nothing about what was asked for.
					const isOwn = failure.endpoint === endpoint;
					const recovered = isOwn ? options.recover?.(failure, sent, parameters) : undefined;
					if (recovered) run.deliver(itemIndex, recovered);
					else run.fail(itemIndex, apiError(run.node, failure, { itemIndex }));
				},
			);
		},
	};
}

/** The same chat of two accounts is two chats. */
function laneOf<E extends AnyEndpoint>(
	{ lane }: PerItemOptions<E>,
	sent: Sent<E>,
	{ account }: Connection,
): string | undefined {
	const name = lane?.(sent);
	return name === undefined ? undefined : `${account} ${name}`;
}

async function send<E extends AnyEndpoint>(
	{ endpoint, guarded, around, secrets }: PerItemOptions<E>,
	sent: Sent<E>,
	connection: Connection,
): Promise<Outcome<E>> {
	const end = around?.(sent, connection);
	const outcome = await request(
		hiding(connection, secrets?.(sent)),
		{ endpoint, ...sent },
		guarded?.(sent) ?? true,
	);
	end?.(outcome);
	return outcome;
}

/** Checks path, query and body of a request against the endpoint's contracts; nothing is sent. */
export function checkCall(run: Run, itemIndex: number, call: Call): NodeError | undefined {
	const { endpoint, path = {}, query = {}, body } = call;
	const check = (contract: z.ZodType, value: unknown, what: string) => {
		const checked = checkContract(run.node, itemIndex, contract, value, what);
		return checked.fits ? undefined : checked.error;
	};
	const stray = strayIdOf(call);
	if (stray !== undefined) {
		const fix = 'Fill in the id as Wazzup or your CRM gives it.';
		return inputError(run.node, itemIndex, stray, fix);
	}
	return (
		check(endpoint.params, path, 'The request') ??
		check(endpoint.query, query, 'The query') ??
		check(endpoint.body, body, 'The request')
	);
}
