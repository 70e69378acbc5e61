import type { IDataObject } from 'n8n-workflow';
import { chunk } from 'lodash';
import type { z } from 'zod/v4';
import type { AnyEndpoint, BodyOf } from '../../../api/endpoint';
import type { Runner } from '../operation';
import type { Run } from '../run';
import { apiError } from '../transport/errors';
import { request, type Call, type Failure } from '../transport/request';
import { blamed, failEntry, refusesEntities } from './blame';
import { aboutOf, byAccount, readEntries, waves, type EntityReading, type Entry } from './entries';
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
export interface BulkOptions<E extends AnyEndpoint, Entity> extends EntityReading<Entity> {
	/** The route that takes many entities; its `bulk` says how many. */
	endpoint: E;
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
