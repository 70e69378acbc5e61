/** Takes one line for a person. */
export type Say = (line: string) => void;

/** Says nothing; the default of everything that a test calls. */
export const silent: Say = () => {};

/** Goes to the line's begin and empties it, so that the counting seconds leave no trace. */
const CLEAR = process.stdout.isTTY ? '\r\x1b[2K' : '';

/** Says it on stdout. */
export const aloud: Say = (line) => {
	process.stdout.write(`${CLEAR}${line}\n`);
};

/**
 * Runs one long step and tells the person that it is still running.
 *
 * On a terminal the seconds count up on one line; in a log a line appears every 20 s.
 */
export async function step<T>(title: string, say: Say, work: () => Promise<T>): Promise<T> {
	const started = Date.now();
	const seconds = () => Math.round((Date.now() - started) / 1000);
	const counting = say === aloud && CLEAR !== '';
	say(`- ${title} ...`);
	const ticker = setInterval(
		() => {
			if (counting) process.stdout.write(`${CLEAR}  ${seconds()} s`);
			else say(`  ${title}: ${seconds()} s so far`);
		},
		counting ? 1000 : 20_000,
	);
	try {
		const result = await work();
		say(`  done in ${seconds()} s`);
		return result;
	} finally {
		clearInterval(ticker);
		if (counting) process.stdout.write(CLEAR);
	}
}
