import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod/v4';
import { projectFolder } from '../host/paths';

/**
 * Runs tests, whose output goes to the terminal.
 *
 * @param tests arguments of jest
 * @param variable names the file to the tests, which note a line of JSON each (test/figures.ts)
 * @returns whether all passed, and what they noted
 */
export function measure(tests: string[], variable: string): { passed: boolean; rows: unknown[] } {
	const file = join(projectFolder, 'test-results', `${variable}.jsonl`);
	mkdirSync(dirname(file), { recursive: true });
	rmSync(file, { force: true });
	const env = { ...process.env, [variable]: file };
	const { status } = spawnSync('jest', tests, { cwd: projectFolder, env, stdio: 'inherit' });
	const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
	const rows = text
		.split('\n')
		.filter(Boolean)
		.map((line) => z.unknown().parse(JSON.parse(line)));
	return { passed: status === 0, rows };
}

/**
 * A Markdown table, a row for each object.
 * @param texts how many of the first columns are text; the others are figures
 */
export async function table(
	rows: ReadonlyArray<Record<string, string | number>>,
	texts = 1,
): Promise<string> {
	// An ES module, which a CommonJS file can import in no other way.
	const { markdownTable } = await import('markdown-table');
	const head = Object.keys(rows[0] ?? {});
	const body = rows.map((row) => Object.values(row).map(String));
	return markdownTable([head, ...body], { align: head.map((_, n) => (n < texts ? 'l' : 'r')) });
}
