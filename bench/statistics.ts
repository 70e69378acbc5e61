/** The value in the middle; of an even number the mean of the two. Throws for none. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle];
	if (upper === undefined) throw new Error('There is no median of no values.');
	const lower = sorted.length % 2 === 0 ? sorted[middle - 1] : upper;
	return ((lower ?? upper) + upper) / 2;
}

/** The least value. On a machine that does other work too, the run that was disturbed least. Throws for none. */
export function best(values: readonly number[]): number {
	if (values.length === 0) throw new Error('There is no best of no values.');
	return Math.min(...values);
}

/**
 * The least number of seconds that so many requests can take when each window lets so many through.
 * @param delay seconds that the service takes to answer one
 */
export function leastSeconds(
	requests: number,
	delay: number,
	{ allowed = 500, window = 5 } = {},
): number {
	const windows = Math.max(0, Math.ceil(requests / allowed) - 1);
	return windows * window + delay;
}
