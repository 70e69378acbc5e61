import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../host/command';
import { projectFolder } from '../host/paths';
import { step } from '../host/progress';

/** Holds the linters and n8n's scanner; its manifest and lock are committed, its node_modules is not. */
export const toolsFolder = join(projectFolder, 'tools');

/**
 * Installs the linters and n8n's scanner, once for each state of their lock.
 * Their own scripts do not run: one of them refuses every package manager but pnpm.
 *
 * @throws Error with npm's output when npm fails
 */
export async function installTools(say: (line: string) => void): Promise<void> {
	const lock = await readFile(join(toolsFolder, 'package-lock.json'));
	const hash = createHash('sha256').update(lock).digest('hex');
	const stamp = join(toolsFolder, 'node_modules', '.installed');
	const found = await readFile(stamp, 'utf8').catch(() => undefined);
	if (found === hash) return;
	await step("installing the linters and n8n's scanner, once", say, async () => {
		const options = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'];
		// npm would otherwise take the project around this folder for the place to work in.
		await npm(['ci', ...options, '--prefix', toolsFolder], { cwd: toolsFolder });
		await writeFile(stamp, hash);
	});
}
