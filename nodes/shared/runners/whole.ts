import type { AnyEndpoint } from '../../../api/endpoint';
import { inputError } from '../input';
import type { Runner } from '../operation';
import type { Run } from '../run';
import { request } from '../transport/request';
import { blamed, failEntry, refusesEntities } from './blame';
import type { BulkOptions } from './bulk';
import { byAccount, readEntries, type Entry } from './entries';

/** Of a list that goes as a whole; see {@link BulkOptions}. */
export interface WholeOptions<E extends AnyEndpoint, Entity> extends Omit<
	BulkOptions<E, Entity>,
	'single'
> {
	/** Error codes with which Wazzup refuses the list because of some of its entities. */
	rejections: readonly string[];
}

/**
 * All input items (of an account) as one list in one request, or none of them: for a list that may take the place of the earlier one, so
 * that a part of it would remove the rest. Of entities with the same id the last one counts.
 */
export function whole<E extends AnyEndpoint, Entity>(options: WholeOptions<E, Entity>): Runner {
	const { endpoint } = options;
	return {
		endpoints: [endpoint],
		output: options.output,
		async run(run) {
			const entries = await readEntries(run, options);
			if (run.hasFailed) return leaveOut(run, options.noun, entries);
			await Promise.all(
				byAccount(entries).map(async (list) => await sendWhole(run, options, list)),
			);
		},
	};
}

async function sendWhole<E extends AnyEndpoint, Entity>(
	run: Run,
	options: WholeOptions<E, Entity>,
	entries: Array<Entry<Entity>>,
): Promise<void> {
	const { endpoint, idOf } = options;
	const [first] = entries;
	if (!first) return;
	const byId = new Map(entries.map((entry) => [idOf(entry.entity), entry]));
	const sent = [...byId.values()];
	const body = options.body(sent.map(({ entity }) => entity));
	const outcome = await request<AnyEndpoint>(first.connection, { endpoint, body });
	if (outcome.ok) {
		const answered = { repeated: outcome.repeated, sent: sent.length };
		for (const entry of entries) {
			const { entity } = byId.get(idOf(entry.entity)) ?? entry;
			run.deliver(entry.itemIndex, options.item(entity, outcome.reply, answered));
		}
		return;
	}
	const { failure } = outcome;
	const bad = refusesEntities(failure, endpoint, options.rejections)
		? blamed(failure, sent)
		: new Map<number, string[]>();
	if (bad.size === 0) return entries.forEach((entry) => failEntry(run, failure, entry));
	const named = new Map([...bad].map(([index, fields]) => [sent[index], fields]));
	for (const [entry, fields] of named) if (entry) failEntry(run, failure, entry, fields);
	leaveOut(
		run,
		options.noun,
		entries.filter((entry) => !named.has(entry)),
	);
}

/** Entities that are fine themselves, but whose list was not taken. */
export function leaveOut<Entity>(run: Run, noun: string, entries: Array<Entry<Entity>>): void {
	for (const { itemIndex } of entries) {
		run.fail(
			itemIndex,
			inputError(
				run.node,
				itemIndex,
				`${noun} was not uploaded, because another one of the list could not be`,
				'All items go as one list or not at all. Mend the other one and run it again.',
			),
		);
	}
}
