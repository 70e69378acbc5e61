import { MOST_AT_ONCE } from '../transport/pace';

/**
 * Works on entries side by side, except that entries of one lane follow each other in their order.
 * No more lanes are begun than requests can be under way, so that a run that stops leaves the rest unsent.
 * @param laneOf undefined for an entry that may overtake and be overtaken
 */
export async function inLanes<T>(
	entries: readonly T[],
	laneOf: (entry: T) => string | undefined,
	work: (entry: T) => Promise<void>,
): Promise<void> {
	const lanes = new Map<string, T[]>();
	const alone: T[][] = [];
	for (const entry of entries) {
		const lane = laneOf(entry);
		const known = lane === undefined ? undefined : lanes.get(lane);
		if (known) known.push(entry);
		else if (lane === undefined) alone.push([entry]);
		else lanes.set(lane, [entry]);
	}
	// All workers draw from the same iterator.
	const waiting = [...lanes.values(), ...alone].values();
	const workLanes = async () => {
		for (const lane of waiting) {
			for (const entry of lane) await work(entry);
		}
	};
	await Promise.all(Array.from({ length: MOST_AT_ONCE }, workLanes));
}
