import type { IDataObject } from 'n8n-workflow';
import { groupBy } from 'lodash';
import { z } from 'zod/v4';
import { checkContract } from '../input';
import type { Parameters } from '../parameters';
import type { Run } from '../run';
import type { Connection } from '../transport/connection';

/** How the entities of an input item are read. */
export interface EntityReading<Entity> {
	/** What one entity is called in messages, e.g. `Contact`. */
	noun: string;
	entity: z.ZodType<Entity>;
	/** The entities of one input item. Throws an input error for what cannot be read. */
	entities: (parameters: Parameters) => unknown[];
}

/** An entity with the input item that it comes from, and the account that it is for. */
export interface Entry<Entity> {
	itemIndex: number;
	connection: Connection;
	entity: Entity;
}

/** Reads and checks the entities of all input items; what is unfit fails by name. */
export async function readEntries<Entity>(
	run: Run,
	options: EntityReading<Entity>,
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
export function waves<Entity>(
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

/** What an error item keeps of its entity, so that a person finds it again. */
export function aboutOf(entity: unknown): IDataObject {
	if (typeof entity === 'string') return { id: entity };
	const read = identified.safeParse(entity);
	return read.success ? { id: read.data.id } : {};
}

/** Made once: making a contract takes longer than reading a hundred items with it. */
const identified = z.object({ id: z.union([z.string(), z.number()]) });

function nameOf(noun: string, value: unknown): string {
	const { id } = aboutOf(value);
	return id === undefined ? noun : `${noun} ${String(id)}`;
}
