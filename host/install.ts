import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Advice, textOf } from './advice';
import { exists, npm } from './command';
import { n8nFolder, projectFolder } from './paths';
import { silent, step, type Say } from './progress';

/** n8n 2.41 refuses to start on an older node. */
const OLDEST_NODE = 24;
/** What node-gyp needs when there is no ready-made binary for this machine. */
const COMPILER_TOOLS = ['python3', 'make', 'g++'];
/** The native modules that n8n cannot start without. */
const NATIVE_MODULES = ['sqlite3', 'isolated-vm'];

const modulesFolder = join(n8nFolder, 'node_modules');

/** The script that starts the installed n8n. */
export const n8nScript = join(modulesFolder, 'n8n', 'bin', 'n8n');

/**
 * Installs the pinned n8n into its private folder, once.
 *
 * Each of the two stages leaves a stamp with the lock's hash behind, so that an interrupted install is taken up again
 * and a finished one costs nothing.
 *
 * @throws Advice when node is too old or a tool is missing, Error with npm's output when npm fails
 */
export async function installN8n(say: Say = silent): Promise<void> {
	if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
		throw new Advice(
			`n8n needs Node ${OLDEST_NODE}, and this is ${process.version}. ` +
				'Run "npm ci" in the project first, and start this through npm ("npm start", "npm test"): its scripts run on the Node that npm ci installs.',
		);
	}
	const key = await fingerprint();
	await once('downloaded', key, async () => {
		await rm(modulesFolder, { recursive: true, force: true });
		await step('installing n8n, once (about 2 GB, a few minutes)', say, async () => {
			await npm(['ci', '--ignore-scripts', ...here], { cwd: n8nFolder });
		});
	});
	await once('compiled', key, async () => {
		await step(
			`preparing ${NATIVE_MODULES.join(' and ')} for n8n, once (up to 3 minutes)`,
			say,
			rebuild,
		);
	});
}

// npm would otherwise take the project around this folder for the place to work in.
const here = ['--prefix', n8nFolder];

async function rebuild(): Promise<void> {
	const headers = nodeHeadersFolder();
	try {
		await npm(['rebuild', ...NATIVE_MODULES, '--foreground-scripts', ...here], {
			cwd: n8nFolder,
			env: headers === undefined ? {} : { npm_config_nodedir: headers },
		});
	} catch (error) {
		if (error instanceof Advice) throw error;
		const present = await Promise.all(COMPILER_TOOLS.map(exists));
		const missing = COMPILER_TOOLS.filter((_, index) => !present[index]);
		if (missing.length === 0) throw error;
		throw new Advice(
			`n8n's database driver has no ready-made binary for this machine and has to be compiled, but ${missing.join(', ')} ` +
				`cannot be found. Install the missing tools (on Debian or Ubuntu: sudo apt-get install -y ${missing.join(' ')}) ` +
				`and run the same command again; it goes on where it stopped.\n\n${textOf(error)}`,
		);
	}
}

/** The folder that holds include/node of the node in use, so that node-gyp downloads no headers. */
function nodeHeadersFolder(): string | undefined {
	const require = createRequire(join(projectFolder, 'node_modules', 'node', 'package.json'));
	const candidates = [dirname(dirname(process.execPath))];
	try {
		candidates.unshift(
			dirname(require.resolve(`node-${process.platform}-${process.arch}/package.json`)),
		);
	} catch {
		// The node in use is not the one of the node package; its own folder may still hold the headers.
	}
	return candidates.find((folder) => existsSync(join(folder, 'include', 'node', 'node.h')));
}

/** Changes when the lock, the manifest or the kind of binary changes. */
async function fingerprint(): Promise<string> {
	const hash = createHash('sha256');
	for (const name of ['package.json', 'package-lock.json']) {
		hash.update(await readFile(join(n8nFolder, name)));
	}
	hash.update(`${process.platform} ${process.arch} ${process.versions.modules}`);
	return hash.digest('hex');
}

async function once(stage: string, key: string, work: () => Promise<void>): Promise<void> {
	const stamp = join(modulesFolder, `.${stage}`);
	const found = await readFile(stamp, 'utf8').catch(() => undefined);
	if (found === key) return;
	await work();
	await writeFile(stamp, key);
}
