import { sleep } from 'n8n-workflow';

/** Waits, but not longer than until the execution is cancelled. Resolves with false when it was. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<boolean> {
	if (signal?.aborted) return false;
	if (!signal) {
		await sleep(milliseconds);
		return true;
	}
	await untilCancelled(sleep(milliseconds), signal);
	return !signal.aborted;
}

/** Waits for something, but not longer than until the execution is cancelled. Resolves with undefined when it was. */
export async function untilCancelled<T>(
	awaited: Promise<T>,
	signal?: AbortSignal,
): Promise<T | undefined> {
	if (!signal) return await awaited;
	if (signal.aborted) return undefined;
	let stop: () => void = () => {};
	const aborted = new Promise<undefined>((resolve) => {
		stop = () => resolve(undefined);
		signal.addEventListener('abort', stop, { once: true });
	});
	try {
		return await Promise.race([awaited, aborted]);
	} finally {
		signal.removeEventListener('abort', stop);
	}
}
