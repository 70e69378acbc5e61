import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod/v4';

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

const root = join(__dirname, '..');
const noted = join(root, 'test-results', 'stress.jsonl');
const report = join(root, 'docs', 'trigger-stress.md');
const HEAD = `# The trigger under stress

Made by \`npm run stress\`, which runs test/engine/trigger/stress*.test.ts in n8n's engine and test/e2e/kill.test.ts in a whole n8n.

- events: genuine ones, each counted once, however often it is delivered; runs: how many runs they have started;
- lost: events without a run; doubled: events with more than one;
- killed: n8n gets \`SIGKILL\` in the middle of a burst and is started again. There, runs are those whose first node had an effect
  outside n8n, and a run that n8n was killed in is cut off. v3 and legacy do not repeat what got no answer, tech does. The README
  says what the figures mean.
`;

/** Runs jest with these arguments; its output goes to the terminal. */
function jest(...args: string[]): boolean {
	const env = { ...process.env, STRESS_FIGURES: noted };
	return spawnSync('jest', args, { cwd: root, env, stdio: 'inherit' }).status === 0;
}

async function main(): Promise<void> {
	mkdirSync(dirname(noted), { recursive: true });
	mkdirSync(dirname(report), { recursive: true });
	rmSync(noted, { force: true });
	const passed = [
		jest('test/engine/trigger/stress', '--runInBand', '--selectProjects', 'engine'),
		jest('test/e2e/kill', '--runInBand', '--selectProjects', 'e2e'),
	];
	const lines = existsSync(noted) ? readFileSync(noted, 'utf8').trim().split('\n') : [];
	const rows = lines.map((line) => Figures.parse(JSON.parse(line)));
	// An ES module, which a CommonJS file can import in no other way.
	const { markdownTable } = await import('markdown-table');
	const head = ['surface', 'what', 'deliveries', 'events', 'runs', 'lost', 'doubled', 'seconds'];
	const body = rows.map(({ seconds, ...row }) =>
		[...Object.values(row), seconds.toFixed(1)].map(String),
	);
	const align = ['l', 'l', 'r', 'r', 'r', 'r', 'r', 'r'];
	writeFileSync(report, `${HEAD}\n${markdownTable([head, ...body], { align })}\n`);
	console.log(`The figures are in ${report}`);
	if (passed.includes(false)) process.exitCode = 1;
}

void main();
