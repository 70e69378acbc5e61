import type { IDataObject } from 'n8n-workflow';
import { chunk, groupBy } from 'lodash';
import { z } from 'zod/v4';
import { sameCode } from '../../../api/codes';
import type { AnyEndpoint, BodyOf } from '../../../api/endpoint';
import { badEntities } from '../../../api/errors';
import { checkContract } from '../input';
import type { Runner } from '../operation';
import type { Parameters } from '../parameters';
import type { Run } from '../run';
import type { Connection } from '../transport/connection';
import { apiError, readRefusal } from '../transport/errors';
import { request, type Call, type Failure } from '../transport/request';
import { inLanes } from './lanes';
import { checkCall } from './perItem';

/** A request that was answered, as far as an output item tells of it. */
export interface AnsweredRequest {
	/** An earlier, unanswered attempt may have done it already. */
	repeated: boolean;
	/** How many entities it carried. */
	sent: number;
}

/** Of entities that travel together: how they are read, sent and told of. */
export interface BulkOptions<E extends AnyEndpoint, Entity> {
	/** The route that takes many entities; its `bulk` says how many. */
	endpoint: E;
	/** What one entity is called in messages, e.g. `Contact`. */
	noun: string;
	entity: z.ZodType<Entity>;
	/** The entities of one input item. Throws an input error for what cannot be read. */
	entities: (parameters: Parameters) => unknown[];
	body: (entities: Entity[]) => BodyOf<E>;
	idOf: (entity: Entity) => string;
	/** The output item of an entity that went through. */
	item: (entity: Entity, reply: unknown, request: AnsweredRequest) => IDataObject;
	/** Contract of the output item. */
	output: z.ZodType;
	/** The route for one entity alone, where it tells more than the one for many. */
	single?: {
		endpoint: AnyEndpoint;
		call: (entity: Entity) => Omit<Call, 'endpoint'>;
		recover: (failure: Failure, entity: Entity) => IDataObject | undefined;
	};
}

/** An entity with the input item that it comes from, and the account that it is for. */
export interface Entry<Entity> {
	itemIndex: number;
	connection: Connection;
	entity: Entity;
}

/**
 * All input items together, in as few requests as the endpoint allows. When Wazzup rejects a batch because of some of
 * its entities, those fail by name and the others are sent again at once. An id that comes twice goes in a later
 * request, so that the later one wins and no request carries the same id twice (which Wazzup answers with 500).
 */
export function bulk<E extends AnyEndpoint, Entity>(options: BulkOptions<E, Entity>): Runner {
	const limit = options.endpoint.bulk?.limit ?? 1;
	return {
		endpoints: options.single ? [options.single.endpoint, options.endpoint] : [options.endpoint],
		output: options.output,
		async run(run) {
			const entries = await readEntries(run, options);
			if (run.stopped) return;
			const [only] = entries;
			if (options.single && only && entries.length === 1) {
				await sendSingle(run, options.single, only, options);
				return;
			}
			let requests = 0;
			const send = async (batch: Array<Entry<Entity>>): Promise<void> => {
				if (run.stopped || batch.length === 0) return;
				requests++;
				await sendBatch(run, options, batch, send);
			};
			const accounts = byAccount(entries);
			for (const wave of waves(entries, options.idOf)) {
				const batches = byAccount(wave).flatMap((ofOne) => chunk(ofOne, limit));
				await inLanes(batches, () => undefined, send);
			}
			if (entries.length > limit || accounts.length > 1) {
				run.functions.addExecutionHints({
					message: `${entries.length} entities were sent in ${requests} requests`,
					location: 'outputPane',
				});
			}
		},
	};
}

/** Reads and checks the entities of all input items; what is unfit fails by name. */
export async function readEntries<E extends AnyEndpoint, Entity>(
	run: Run,
	options: Pick<BulkOptions<E, Entity>, 'noun' | 'entity' | 'entities'>,
): Promise<Array<Entry<Entity>>> {
	const entries: Array<Entry<Entity>> = [];
	for (const itemIndex of run.itemIndexes) {
		const read = await run.attempt(itemIndex, () => ({
			connection: run.connection(itemIndex),
			values: options.entities(run.parameters(itemIndex)),
		}));
		if (!read) continue;
		const { connection, values } = read;
		for (const value of values) {
			const what = nameOf(options.noun, value);
			const checked = checkContract(run.node, itemIndex, options.entity, value, what);
			if (checked.fits) entries.push({ itemIndex, connection, entity: checked.value });
			else run.fail(itemIndex, checked.error, aboutOf(value));
		}
	}
	return entries;
}

/** The entries of each account by themselves: one request is for one account. */
export function byAccount<Entity>(entries: Array<Entry<Entity>>): Array<Array<Entry<Entity>>> {
	return Object.values(groupBy(entries, ({ connection }) => connection.account));
}

/** First occurrences of each id, then second ones, and so on. */
function waves<Entity>(
	entries: Array<Entry<Entity>>,
	idOf: (entity: Entity) => string,
): Array<Array<Entry<Entity>>> {
	const seen = new Map<string, number>();
	const result: Array<Array<Entry<Entity>>> = [];
	for (const entry of entries) {
		const id = `${entry.connection.account} ${idOf(entry.entity)}`;
		const wave = seen.get(id) ?? 0;
		seen.set(id, wave + 1);
		(result[wave] ??= []).push(entry);
	}
	return result;
}

async function sendBatch<E extends AnyEndpoint, Entity>(
	run: Run,
	options: BulkOptions<E, Entity>,
	batch: Array<Entry<Entity>>,
	again: (rest: Array<Entry<Entity>>) => Promise<void>,
): Promise<void> {
	const { endpoint } = options;
	const [first] = batch;
	if (!first) return;
	const body = options.body(batch.map(({ entity }) => entity));
	const outcome = await request<AnyEndpoint>(first.connection, { endpoint, body });
	if (outcome.ok) {
		const answered = { repeated: outcome.repeated, sent: batch.length };
		for (const { itemIndex, entity } of batch) {
			run.deliver(itemIndex, options.item(entity, outcome.reply, answered));
		}
		return;
	}
	const { failure } = outcome;
	const aboutEntities = refusesEntities(failure, endpoint);
	const bad = aboutEntities ? blamed(failure, batch) : new Map<number, string[]>();
	if (bad.size === 0) {
		if (aboutEntities && batch.length > 1) {
			// Wazzup says that some entity is bad but not which: halves find it.
			const half = Math.ceil(batch.length / 2);
			await again(batch.slice(0, half));
			await again(batch.slice(half));
			return;
		}
		for (const entry of batch) failEntry(run, failure, entry);
		return;
	}
	for (const [index, fields] of bad) {
		const entry = batch[index];
		if (entry) failEntry(run, failure, entry, fields);
	}
	await again(batch.filter((_, index) => !bad.has(index)));
}

/** Positions of the entities that a refusal names, with the fields it names. */
export function blamed<Entity>(
	failure: Failure,
	batch: Array<Entry<Entity>>,
): Map<number, string[]> {
	const sent = batch.map(({ entity }) => entity);
	const named = badEntities(readRefusal(failure.answer).data, sent);
	return new Map(
		named.filter(({ index }) => index < batch.length).map(({ index, fields }) => [index, fields]),
	);
}

/**
 * Whether Wazzup refused the whole body because of some of its entities. What it says of the token for the request, which
 * may have the same code, is not about them.
 */
export function refusesEntities(
	failure: Failure,
	endpoint: AnyEndpoint,
	codes = endpoint.bulk?.rejections ?? [],
): boolean {
	if (failure.endpoint !== endpoint) return false;
	const { code } = readRefusal(failure.answer);
	return code !== undefined && codes.some((known) => sameCode(known, code));
}

/** Fails one entity of a request, with the fields that Wazzup named for it. */
export function failEntry<Entity>(
	run: Run,
	failure: Failure,
	entry: Entry<Entity>,
	fields?: string[],
): void {
	const { itemIndex, entity } = entry;
	run.fail(itemIndex, apiError(run.node, failure, { itemIndex, fields }), aboutOf(entity));
}

async function sendSingle<E extends AnyEndpoint, Entity>(
	run: Run,
	single: NonNullable<BulkOptions<E, Entity>['single']>,
	{ itemIndex, connection, entity }: Entry<Entity>,
	options: BulkOptions<E, Entity>,
): Promise<void> {
	const call: Call = { endpoint: single.endpoint, ...single.call(entity) };
	const unfit = checkCall(run, itemIndex, call);
	if (unfit) return run.fail(itemIndex, unfit);
	const outcome = await request(connection, call);
	if (outcome.ok) {
		const answered = { repeated: outcome.repeated, sent: 1 };
		return run.deliver(itemIndex, options.item(entity, undefined, answered));
	}
	const recovered = single.recover(outcome.failure, entity);
	if (recovered) run.deliver(itemIndex, recovered);
	else run.fail(itemIndex, apiError(run.node, outcome.failure, { itemIndex }), aboutOf(entity));
}

/** What an error item keeps of its entity, so that a person finds it again. */
function aboutOf(entity: unknown): IDataObject {
	if (typeof entity === 'string') return { id: entity };
	const id = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(entity);
	return id.success ? { id: id.data.id } : {};
}

function nameOf(noun: string, value: unknown): string {
	const { id } = aboutOf(value);
	return id === undefined ? noun : `${noun} ${String(id)}`;
}
