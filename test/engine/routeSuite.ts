import type { IDataObject } from 'n8n-workflow';
import type { AnyEndpoint } from '../../api/endpoint';
import type { Control } from '../../sandbox';
import type { EngineResult } from './harness';

/** An operation that leads to a route, with what has to be there before. */
export interface Sample {
	/** `GET /v3/contacts/{id}` */
	route: string;
	parameters: () => IDataObject | Promise<IDataObject>;
	items?: IDataObject[];
}

interface Sandbox {
	readonly control: Control;
	run: (parameters: IDataObject, items?: IDataObject[]) => Promise<EngineResult>;
}

const routeOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

/** Drives every route of a surface through a 429 and a lost answer. */
export function routeSuite({
	name,
	endpoints,
	samples,
	sandbox,
}: {
	name: string;
	endpoints: readonly AnyEndpoint[];
	samples: readonly Sample[];
	sandbox: Sandbox;
}): void {
	test(`every route of ${name} is among those below`, () => {
		expect(samples.map(({ route }) => route).sort()).toEqual(endpoints.map(routeOf).sort());
	});

	/** Runs a sample with one fault on its route, and tells what came of it. */
	async function runWithFault(sample: Sample, kind: 'dropAfter' | '429') {
		const parameters = await sample.parameters();
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

	describe.each(samples)('$route', (sample) => {
		const endpoint = endpoints.find((candidate) => routeOf(candidate) === sample.route);

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
