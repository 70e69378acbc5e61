import type { IDataObject } from 'n8n-workflow';
import type { AnyEndpoint } from '../../api/endpoint';
import type { Control } from '../../sandbox';
import { operationOf, parametersOf, type Known, type Sample } from '../samples/sample';
import type { EngineResult } from './harness';

interface Sandbox {
	readonly control: Control;
	run: (parameters: IDataObject, items?: IDataObject[]) => Promise<EngineResult>;
}

const routeOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

/** Drives every route of a surface through a 429 and a lost answer, by each operation that names it. */
export function routeSuite({
	name,
	node,
	endpoints,
	samples,
	sandbox,
	known,
}: {
	name: string;
	/** Name of the node whose operations lead there. */
	node: string;
	endpoints: readonly AnyEndpoint[];
	samples: readonly Sample[];
	sandbox: Sandbox;
	/** Makes what an operation is about, in the sandbox. */
	known: Known;
}): void {
	const driven = samples.flatMap((sample) => {
		const { route } = sample;
		return route === undefined ? [] : [{ ...sample, route }];
	});

	test(`every route of ${name} is among those below`, () => {
		const routes = new Set(driven.map(({ route }) => route));
		expect([...routes].sort()).toEqual(endpoints.map(routeOf).sort());
	});

	/** Runs a sample with one fault on its route, and tells what came of it. */
	async function runWithFault(sample: Sample & { route: string }, kind: 'dropAfter' | '429') {
		const parameters = await parametersOf(sample, known);
		const [method, path = ''] = sample.route.split(' ');
		const last = sandbox.control.journal().at(-1)?.id ?? 0;
		sandbox.control.addFault({ match: { method, path }, kind, times: 1 });
		const result = await sandbox.run(parameters, sample.items);
		const fired = sandbox.control.faults().map((fault) => fault.fired);
		const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
		const requests = sandbox.control
			.journal(last)
			.filter((entry) => entry.method === method && pattern.test(entry.path)).length;
		return { ...result, fired, requests };
	}

	describe.each(driven)('$route by $operation of $resource', (sample) => {
		// The operation's own: several endpoints may share a route, with bodies that tell them apart.
		const endpoint = operationOf(sample, node).runner.endpoints.find(
			(candidate) => routeOf(candidate) === sample.route,
		);

		test('is named by the operation', () => expect(endpoint).toBeDefined());

		test('a 429 is waited for', async () => {
			const { error, fired, requests } = await runWithFault(sample, '429');
			expect(error).toBeUndefined();
			expect(fired).toEqual([1]);
			expect(requests).toBeGreaterThanOrEqual(2);
		});

		test('an answer that is lost after handling is repeated, or told truthfully', async () => {
			const { error, fired, requests } = await runWithFault(sample, 'dropAfter');
			expect(fired).toEqual([1]);
			if (endpoint?.repeat === 'never') {
				expect(error?.description).toContain('may have carried it out');
				expect(requests).toBe(1);
			} else {
				expect(error).toBeUndefined();
				expect(requests).toBeGreaterThanOrEqual(2);
			}
		});
	});
}
