/**
 * Works on entries side by side, except that entries of one lane follow each other in their order.
 * The account's limiter decides how many requests are really under way.
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
	await Promise.all(
		[...lanes.values(), ...alone].map(async (lane) => {
			for (const entry of lane) await work(entry);
		}),
	);
}
