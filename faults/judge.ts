/**
 * What the node told of an item.
 * - `done`: an output item, which claims success;
 * - `failed`: an error that claims that nothing happened;
 * - `unsure`: an error that says that it may have happened, or what remains of it.
 */
export type Told = 'done' | 'failed' | 'unsure';

/** What a run told, and what the sandbox holds after it. */
export interface Evidence {
	/** How many items the run was about; they are known by their index. */
	items: number;
	told: ReadonlyArray<{ item: number; as: Told }>;
	/** The item of each effect that is found in the sandbox. */
	effects: readonly number[];
}

export interface Verdict {
	/** Items told as done without an effect, and items that nothing was told of. */
	lost: number;
	/** Items whose effect happened more than once. */
	doubled: number;
	/** Items told as failed that happened all the same, and items told of twice. */
	misreported: number;
	/** What the items were told, right or wrong. */
	told: Record<Told, number>;
}

/** Holds what was told against what happened. */
export function judge({ items, told, effects }: Evidence): Verdict {
	const verdict: Verdict = {
		...{ lost: 0, doubled: 0, misreported: 0 },
		told: { done: 0, failed: 0, unsure: 0 },
	};
	const words = listsBy(told, items, ({ item }) => item);
	const happened = listsBy(effects, items, (item) => item);
	for (let item = 0; item < items; item++) {
		const [first, ...more] = words[item] ?? [];
		const times = happened[item]?.length ?? 0;
		if (first) verdict.told[first.as]++;
		if (!first || (first.as === 'done' && times === 0)) verdict.lost++;
		if (more.length > 0 || (first?.as === 'failed' && times > 0)) verdict.misreported++;
		if (times > 1) verdict.doubled++;
	}
	return verdict;
}

/** Values by the item that they belong to. Throws for one that belongs to none: the evidence is worth nothing then. */
function listsBy<T>(values: readonly T[], items: number, itemOf: (value: T) => number): T[][] {
	const lists: T[][] = Array.from({ length: items }, () => []);
	for (const value of values) {
		const list = lists[itemOf(value)];
		if (!list) throw new Error(`There is no item ${itemOf(value)}`);
		list.push(value);
	}
	return lists;
}

/** Whether nothing was lost, doubled or misreported. */
export const isTruthful = ({ lost, doubled, misreported }: Verdict): boolean =>
	lost + doubled + misreported === 0;

/** The verdict on several runs together. */
export function addUp(verdicts: readonly Verdict[]): Verdict {
	const sum = (numberOf: (verdict: Verdict) => number) =>
		verdicts.reduce((total, verdict) => total + numberOf(verdict), 0);
	return {
		lost: sum(({ lost }) => lost),
		doubled: sum(({ doubled }) => doubled),
		misreported: sum(({ misreported }) => misreported),
		told: {
			done: sum(({ told }) => told.done),
			failed: sum(({ told }) => told.failed),
			unsure: sum(({ told }) => told.unsure),
		},
	};
}
