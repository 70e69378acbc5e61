/** Levels of the deepest entry that is taken: Wazzup's have five, and n8n can neither copy nor show one of thousands. */
const MOST_LEVELS = 100;
/** Values of the largest delivery that is read, some 4,000 messages: millions would keep n8n from all else for a minute. */
const MOST_VALUES = 100_000;

/** Whether lists and objects stand in each other deeper than anything of Wazzup's. */
export function isTooDeep(value: unknown, levels = MOST_LEVELS): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((inner) => isTooDeep(inner, levels - 1));
}

/** Whether a delivery holds more values than one of Wazzup's can. */
export function isTooMuch(delivery: unknown): boolean {
	// No recursion: it may be as deep as it is large.
	const found = [delivery];
	for (const value of found) {
		if (found.length > MOST_VALUES) return true;
		if (typeof value !== 'object' || value === null) continue;
		for (const inner of Object.values(value)) found.push(inner);
	}
	return false;
}
