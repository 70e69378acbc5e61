import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { projectFolder } from '../host/paths';
import { measure, table } from './figures';

/** What test/queue/queue.test.ts notes. */
const Row = z.record(z.string(), z.union([z.string(), z.number()]));
const Figures = z.object({ sends: Row.optional(), deliveries: Row.optional() });

const report = join(projectFolder, 'docs', 'queue.md');
const HEAD = `# n8n's queue mode

Made by \`npm run test:queue\`, which writes this file: n8n's main process, a webhook process and the workers, on a Redis and a
PostgreSQL of their own, with the packed package installed and the sandbox in Wazzup's place. All processes run on one machine.

## Messages spread over workers with one API key

20 webhook calls with 50 messages each, all at once; Redis spreads them over the workers, which know nothing of each other. The
sandbox counts as Wazzup does, 500 requests in 5 s. A request that is refused goes out again.

- _lost_, _doubled_: messages that the sandbox took not once, or more than once;
- _refused_: requests answered with 429, and their share of all requests;
- _in 5 s_: the pace of all workers together, from the first request to the last.
`;
const TRIGGER = `## The trigger, through the webhook process

New messages, each a delivery of its own, all at once.
`;

async function main(): Promise<void> {
	const tests = ['--selectProjects', 'queue', '--runInBand', '--verbose'];
	const { passed, rows } = measure(tests, 'QUEUE_FIGURES');
	const figures = rows.map((row) => Figures.parse(row));
	const sends = figures.flatMap((row) => (row.sends ? [row.sends] : []));
	const deliveries = figures.flatMap((row) => (row.deliveries ? [row.deliveries] : []));
	const machine = `_Node ${process.versions.node}, ${cpus().length} cores._`;
	const sections = [HEAD, await table(sends), TRIGGER, await table(deliveries), machine];
	writeFileSync(report, sections.map((section) => `${section.trim()}\n`).join('\n'));
	console.log(`The figures are in ${report}`);
	if (!passed) process.exitCode = 1;
}

void main();
