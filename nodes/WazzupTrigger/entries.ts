import type { z } from 'zod/v4';
import { isObject } from '../shared/parameters';
import { isTooDeep, isTooMuch } from './measure';
import type { ReceivedEvent } from './received';

/** An event, without the entry that it was read from unless that is shown otherwise than it came. */
export type Told = Omit<ReceivedEvent, 'raw'> & { raw?: object };

/** A delivery as its contract reads it; undefined for what is none, or is more than Wazzup ever sends. */
export function readDelivery<Contract extends z.ZodType>(
	contract: Contract,
	body: unknown,
): z.output<Contract> | undefined {
	return isTooMuch(body) ? undefined : contract.safeParse(body).data;
}

/** An entry as its contract reads it; undefined where it does not fit. */
export function readEntry<Contract extends z.ZodType>(
	contract: Contract,
	raw: unknown,
): z.output<Contract> | undefined {
	return isObject(raw) && !isTooDeep(raw) ? contract.safeParse(raw).data : undefined;
}

/** Reads the entries of a delivery by the contracts of their kinds, and counts those that do not fit. */
export class Entries<Delivery extends object> {
	/** How many entries of each key could not be read. */
	readonly unread = new Map<string, number>();

	constructor(private readonly delivery: Delivery) {}

	/** The entries under a key, each as it came and as its contract reads it. A single one counts as a list of one. */
	read<Contract extends z.ZodType>(
		key: keyof Delivery & string,
		contract: Contract,
	): Array<{ raw: Record<string, unknown>; entry: z.output<Contract> }> {
		const entries: unknown[] = [this.delivery[key] ?? []].flat();
		return entries.flatMap((raw) => {
			const entry = readEntry(contract, raw);
			if (entry !== undefined && isObject(raw)) return [{ raw, entry }];
			this.unread.set(key, (this.unread.get(key) ?? 0) + 1);
			return [];
		});
	}

	/** An event of each entry under a key. */
	each<Contract extends z.ZodType>(
		key: keyof Delivery & string,
		contract: Contract,
		tell: (entry: z.output<Contract>, raw: Record<string, unknown>) => Told,
	): ReceivedEvent[] {
		return this.read(key, contract).map(({ raw, entry }) => ({ raw, ...tell(entry, raw) }));
	}
}
