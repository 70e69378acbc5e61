import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod/v4';
import { npm, run } from '../host/command';
import { projectFolder } from '../host/paths';
import { step } from '../host/progress';
import { installTools, toolsFolder } from './tools';

/** What tools/analyze.mjs prints. */
const Report = z.object({
	passed: z.boolean(),
	message: z.string().optional(),
	files: z.number(),
	findings: z.array(
		z.object({
			file: z.string(),
			line: z.number().optional(),
			column: z.number().optional(),
			severity: z.enum(['error', 'warning']),
			rule: z.string().nullable(),
			message: z.string(),
		}),
	),
});

const say = (line: string) => console.log(line);

/** Copies what a clone would hold: files that git knows, and new ones that it does not ignore. */
async function copySource(folder: string): Promise<void> {
	const list = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
		cwd: projectFolder,
	});
	for (const path of new Set(list.split('\0').filter(Boolean))) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await cp(join(projectFolder, path), join(folder, path)).catch((error: unknown) => {
			// A file that was deleted but not yet committed is still on git's list.
			if (!existsSync(join(projectFolder, path))) return;
			throw error;
		});
	}
}

/** Packs the built package and unpacks the tarball. */
async function unpackTarball(folder: string): Promise<void> {
	await npm(['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: projectFolder });
	const [tarball] = await readdir(folder);
	if (tarball === undefined) throw new Error('npm pack left no tarball');
	await run('tar', ['-xzf', tarball, '--strip-components=1'], { cwd: folder });
	await rm(join(folder, tarball));
}

/** Lints one leg and prints every finding. @returns how many there are */
async function scanLeg(leg: 'source' | 'published', folder: string): Promise<number> {
	const stdout = await run(process.execPath, [join(toolsFolder, 'analyze.mjs'), folder, leg], {
		cwd: toolsFolder,
	});
	const { passed, message, files, findings } = Report.parse(JSON.parse(stdout));
	for (const { file, line = 0, column = 0, severity, rule, message: text } of findings) {
		say(`  ${relative(folder, file)}:${line}:${column} ${severity} ${text} (${rule ?? 'parser'})`);
	}
	const unexplained = !passed && !findings.some(({ severity }) => severity === 'error');
	if (unexplained || files === 0) say(`  ${message ?? 'no files found'}`);
	const count = findings.length + (unexplained || files === 0 ? 1 : 0);
	say(`${leg}: ${files} files, ${count === 0 ? 'nothing found' : `${count} findings`}`);
	return count;
}

async function main(): Promise<void> {
	await installTools(say);
	await step('building', say, async () => await npm(['run', 'build'], { cwd: projectFolder }));
	const folder = await realpath(await mkdtemp(join(tmpdir(), 'n8n-scan-')));
	try {
		const source = join(folder, 'source');
		const published = join(folder, 'published');
		await mkdir(source);
		await mkdir(published);
		await step("n8n's scanner", say, async () => {
			await copySource(source);
			await unpackTarball(published);
		});
		const found = (await scanLeg('source', source)) + (await scanLeg('published', published));
		process.exitCode = found === 0 ? 0 : 1;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

void main();
