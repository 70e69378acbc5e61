import { join } from 'node:path';
import { n8nFolder } from '../../host/paths';
import { Child } from '../child';
import type { SandboxSetup, Traffic } from '../sandbox';
import { best } from '../statistics';
import type { Access, Job, Measured } from './flow';

/** What a contender measured of itself, and what the sandbox saw of it. */
export interface Result extends Measured, Traffic {}

export interface Measurement extends Pick<
	Job,
	'scenario' | 'contender' | 'count' | 'warmUpCount' | 'packageFolder'
> {
	setup: SandboxSetup;
	/** A temporary folder for what n8n writes. */
	folder: string;
}

/** Does one job: a fresh sandbox in one process, the contender in another. */
export async function measure({ setup, folder, ...job }: Measurement): Promise<Result> {
	const sandbox = new Child(join(__dirname, '..', 'sandbox.ts'));
	const contender = new Child(join(__dirname, 'contender.ts'), {
		nodeOptions: ['--expose-gc', ...(process.env.BENCH_NODE_OPTIONS?.split(' ') ?? [])],
		env: {
			// As n8n sets it for community packages, so that they find n8n's own modules.
			NODE_PATH: join(n8nFolder, 'node_modules'),
			// n8n-core writes its settings into the user folder as soon as it is loaded.
			N8N_USER_FOLDER: join(folder, 'engine'),
			N8N_LOG_LEVEL: 'silent',
		},
	});
	try {
		const places = await sandbox.ask<{ access: Access; warmUp: Access }>(setup);
		const { scenario, contender: label, count, warmUpCount, packageFolder } = job;
		const order: Job = { scenario, contender: label, count, warmUpCount, packageFolder, ...places };
		const measured = await contender.ask<Measured>(order);
		await contender.end();
		return { ...measured, ...(await sandbox.ask<Traffic>({})) };
	} finally {
		contender.stop();
		sandbox.stop();
	}
}

/** The figures of the least disturbed runs; of requests the most, so that a single bad run shows. */
export function bestOf(results: readonly Result[]): Result {
	const [first] = results;
	if (!first) throw new Error('There is no result.');
	const least = (name: 'seconds' | 'cpuSeconds' | 'growth' | 'held') =>
		best(results.map((result) => result[name]));
	return {
		seconds: least('seconds'),
		cpuSeconds: least('cpuSeconds'),
		growth: least('growth'),
		held: least('held'),
		items: Math.min(...results.map(({ items }) => items)),
		contacts: Math.min(...results.map(({ contacts }) => contacts)),
		messages: Math.min(...results.map(({ messages }) => messages)),
		deals: Math.min(...results.map(({ deals }) => deals)),
		requests: Math.max(...results.map(({ requests }) => requests)),
		refused: Math.max(...results.map(({ refused }) => refused)),
		error: results.find(({ error }) => error)?.error,
	};
}
