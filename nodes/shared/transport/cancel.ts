import { sleep } from 'n8n-workflow';

/** Waits, but not longer than until the execution is cancelled. Resolves with false when it was. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<boolean> {
	if (signal?.aborted) return false;
	if (!signal) {
		await sleep(milliseconds);
		return true;
	}
	let stop: () => void = () => {};
	const aborted = new Promise<void>((resolve) => {
		stop = resolve;
		signal.addEventListener('abort', stop, { once: true });
	});
	await Promise.race([sleep(milliseconds), aborted]);
	signal.removeEventListener('abort', stop);
	return !signal.aborted;
}
