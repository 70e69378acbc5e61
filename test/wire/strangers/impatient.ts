// To be imported before the nodes: repeats are sent as ever, but nobody waits for them.
jest.mock('../../../nodes/shared/transport/cancel', () => ({
	...jest.requireActual<object>('../../../nodes/shared/transport/cancel'),
	pause: async (_milliseconds: number, signal?: AbortSignal) =>
		await Promise.resolve(!signal?.aborted),
}));
