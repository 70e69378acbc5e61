import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Advice, textOf } from '../host/advice';
import { writeDocument } from '../host/document';
import { installN8n } from '../host/install';
import { installPackage } from '../host/pack';
import { projectFolder } from '../host/paths';
import { aloud as say } from '../host/progress';
import { helpOf, readOptions } from './options';
import { reportOf, type Section } from './report';
import { scenarios } from './scenarios';

const reportFile = join(projectFolder, 'docs', 'bench.md');

const HEAD = `# How fast it is

Made by \`npm run bench\`, which writes this file. \`npm run bench -- --only <scenario>\` measures one part anew.

Every contender runs in a process of its own, in the engine of the pinned n8n 2.41.1 (n8n-core) with the packed package
installed as n8n installs it; the sandbox that stands in for Wazzup runs in another, with Wazzup's limit of 500 requests in 5 s.
Each process does a small run first, against another sandbox, so that its code is compiled and loaded. Contenders take turns;
of several runs the least disturbed one counts (of requests and refusals the most). Seconds depend on the machine: compare the
contenders of one table with each other, not with another machine.

- _seconds_: from the start of the workflow to its end; _CPU_: of the contender's process, user and system.
- _memory_: how far the process grew above what it had before the run.
- _stopped_: the node failed, and its workflow with it. The HTTP Request node has no rate limit of its own; as it is it sends
  everything at once, and fails at the first 429. What had gone through by then it does not tell.
- _No Operation_: n8n's node of this name gets the same items; what it needs is n8n's own share.
- _the least possible_: requests, and the seconds that Wazzup's limit and delay leave when the computer needs no time at all.`;

async function bench(only: string[] | undefined): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-bench-'));
	try {
		await installN8n(say);
		const { folder: packageFolder } = await installPackage({ userFolder: folder, say });
		const sections: Section[] = [];
		for (const { name, title, run } of scenarios) {
			if (only && !only.includes(name)) continue;
			say(`- ${title} ...`);
			const text = await run({ say, folder, packageFolder });
			sections.push({ name, title, text: `${text}\n\n${machine()}` });
			// After each one, so that a later failure loses nothing.
			await write(sections);
			say(`\n${text}\n`);
		}
		say('docs/bench.md was written');
	} finally {
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	}
}

const machine = () =>
	`_Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? process.arch})._`;

async function write(sections: Section[]): Promise<void> {
	const earlier = await readFile(reportFile, 'utf8').catch(() => '');
	const order = scenarios.map(({ name }) => name);
	await writeDocument(reportFile, reportOf(earlier, HEAD, sections, order));
}

async function main(): Promise<void> {
	try {
		const names = scenarios.map(({ name }) => name);
		const { help, only } = readOptions(process.argv.slice(2), names);
		if (help) say(helpOf(names));
		else await bench(only);
	} catch (error) {
		console.error(`\n${error instanceof Advice ? error.message : textOf(error)}`);
		process.exitCode = 1;
	}
}

void main();
