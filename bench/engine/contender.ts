import 'reflect-metadata';
import type { IRun } from 'n8n-workflow';
import { engineScenarios } from '../scenarios/engine';
import { loadEngine, nameOf } from './engine';
import type { Job, Measured } from './flow';

/** The program of a contender: a process that does one job in n8n's engine and measures itself. */
async function main(job: Job): Promise<Measured> {
	const contender = engineScenarios
		.find(({ name }) => name === job.scenario)
		?.contenders.find(({ label }) => label === job.contender);
	if (!contender) throw new Error(`There is no contender ${job.contender} in ${job.scenario}.`);
	const run = loadEngine(job.packageFolder);
	// An n8n that has been running for a while has its code compiled and its modules loaded.
	await run(contender.flow(job.warmUpCount, job.warmUp), job.warmUp);

	const flow = contender.flow(job.count, job.access);
	collectGarbage();
	const before = process.memoryUsage();
	const cpuBefore = process.cpuUsage();
	const startedAt = performance.now();
	const ended = await run(flow, job.access);
	const seconds = (performance.now() - startedAt) / 1000;
	const cpu = process.cpuUsage(cpuBefore);
	const growth = Math.max(0, process.resourceUsage().maxRSS * 1024 - before.rss);
	collectGarbage();
	const held = process.memoryUsage().heapUsed - before.heapUsed;
	return {
		seconds,
		cpuSeconds: (cpu.user + cpu.system) / 1e6,
		growth,
		held,
		...outcomeOf(ended, flow.nodes.length),
	};
}

function outcomeOf({ data }: IRun, last: number): Pick<Measured, 'items' | 'error'> {
	const [output] = data.resultData.runData[nameOf(last)]?.at(-1)?.data?.main ?? [];
	return { items: output?.length ?? 0, error: data.resultData.error?.message };
}

function collectGarbage(): void {
	if (!global.gc) throw new Error('Start this program with node --expose-gc.');
	global.gc();
}

process.once('message', (job: Job) => {
	main(job).then(
		(measured) => process.send?.(measured, () => process.exit(0)),
		(error: unknown) => {
			console.error(error);
			process.exit(1);
		},
	);
});
