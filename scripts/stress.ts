import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod/v4';
import { projectFolder } from '../host/paths';
import { measure, table } from './figures';

/** A line of test/figures.ts. */
const Figures = z.object({
	surface: z.string(),
	what: z.string(),
	deliveries: z.number(),
	events: z.number(),
	runs: z.number(),
	lost: z.number(),
	doubled: z.number(),
	seconds: z.number(),
});

const report = join(projectFolder, 'docs', 'trigger-stress.md');
const HEAD = `# The trigger under stress

Made by \`npm run stress\`, which runs test/engine/trigger/stress*.test.ts in n8n's engine and test/e2e/kill.test.ts in a whole n8n;
\`-- --only engine\` and \`-- --only killed\` measure one of the two anew.

- events: genuine ones, each counted once, however often it is delivered; runs: how many runs they have started;
- lost: events without a run; doubled: events with more than one;
- killed: n8n gets \`SIGKILL\` in the middle of a burst and is started again. There, runs are those whose first node had an effect
  outside n8n, and a run that n8n was killed in is cut off. v3 and legacy do not repeat what got no answer, tech does. The README
  says what the figures mean.
`;

interface Part {
	/** As `--only` has it. */
	name: string;
	title: string;
	/** Which tests jest runs. */
	tests: string[];
}

const parts: Part[] = [
	{
		name: 'engine',
		title: "In n8n's engine",
		tests: ['test/engine/trigger/stress', '--selectProjects', 'engine'],
	},
	{
		name: 'killed',
		title: 'In an n8n that is killed',
		tests: ['test/e2e/kill', '--selectProjects', 'e2e'],
	},
];

/** Runs the tests of a part; gives what they have counted. */
async function measurePart({ title, tests }: Part): Promise<{ passed: boolean; section: string }> {
	const { passed, rows } = measure([...tests, '--runInBand'], 'STRESS_FIGURES');
	const figures = rows.map((row) => {
		const { seconds, ...others } = Figures.parse(row);
		return { ...others, seconds: seconds.toFixed(1) };
	});
	return { passed, section: `## ${title}\n\n${await table(figures, 2)}\n` };
}

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

async function main(): Promise<void> {
	const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
	if (only !== undefined && !parts.some(({ name }) => name === only)) {
		throw new Error(`--only takes one of: ${parts.map(({ name }) => name).join(', ')}`);
	}
	mkdirSync(dirname(report), { recursive: true });
	const earlier = textOf(report).split(/^(?=## )/m);
	const sections: string[] = [];
	for (const part of parts) {
		if (only === undefined || only === part.name) {
			const { passed, section } = await measurePart(part);
			if (!passed) process.exitCode = 1;
			sections.push(section);
		} else {
			sections.push(...earlier.filter((section) => section.startsWith(`## ${part.title}\n`)));
		}
	}
	writeFileSync(report, [HEAD, ...sections.map((section) => section.trim() + '\n')].join('\n'));
	console.log(`The figures are in ${report}`);
}

void main();
