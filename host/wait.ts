const pause = async (milliseconds: number) =>
	await new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * Asks again and again until there is an answer.
 *
 * @param what what is waited for, as it reads in "… did not happen within 30 s"
 * @param probe returns undefined while there is no answer yet; what it throws ends the wait
 * @param seconds how long to ask before giving up
 * @throws Error that names what was waited for, and what `report` says about the state at that moment
 */
export async function waitFor<T>(
	what: string,
	probe: () => Promise<T | undefined>,
	{ seconds, everyMs = 200, report }: { seconds: number; everyMs?: number; report?: () => string },
): Promise<T> {
	const deadline = Date.now() + seconds * 1000;
	for (;;) {
		const answer = await probe();
		if (answer !== undefined) return answer;
		if (Date.now() >= deadline) {
			const state = report?.();
			throw new Error(`${what} did not happen within ${seconds} s${state ? `. ${state}` : ''}`);
		}
		await pause(everyMs);
	}
}
