import { startStack, Stops, type Stack } from '../../host/stack';

/** An n8n with the packed package and a sandbox, shared by the tests of a file and stopped after them. */
export function useStack(): () => Stack {
	jest.setTimeout(120_000);
	const stops = new Stops();
	let stack: Stack | undefined;
	// Long enough for a first installation of n8n.
	beforeAll(async () => {
		stack = await startStack(stops);
	}, 900_000);
	afterAll(async () => await stops.run(), 60_000);
	return () => {
		if (stack === undefined) throw new Error('n8n and the sandbox did not start');
		return stack;
	};
}
