import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../sandbox';
import { saveCredentials, type SandboxCredentials } from './credentials';
import { Editor } from './editor';
import { installN8n } from './install';
import { startN8n, type RunningN8n } from './n8n';
import { installPackage } from './pack';
import { demandFree } from './ports';
import { silent, step, type Say } from './progress';
import type { Owner } from './rest';

/** The owner of an n8n on this machine; it listens on 127.0.0.1 only, so this is no secret. */
export const OWNER: Owner = {
	email: 'owner@example.com',
	password: 'Sandbox-2026',
	firstName: 'Sandbox',
	lastName: 'Owner',
};

/** A sandbox and an n8n with this package in it, whose credentials point to the sandbox. */
export interface Stack {
	sandbox: Sandbox;
	n8n: RunningN8n;
	/** signed in as OWNER */
	editor: Editor;
	/** one of each type, for the accounts of the sandbox */
	credentials: SandboxCredentials;
	/** the file that n8n's log goes to */
	logFile: string;
}

export interface StackOptions {
	/** Kept afterwards; without it a temporary one is made and removed. */
	userFolder?: string;
	/** Any free port when absent. */
	n8nPort?: number;
	/** Any free port when absent. */
	sandboxPort?: number;
	/** More environment variables for n8n. */
	env?: Record<string, string>;
	say?: Say;
}

/** What has to be stopped, in the order of its start. */
export class Stops {
	private readonly all: Array<() => Promise<void>> = [];
	private stopping: Promise<void> | undefined;

	add(stop: () => Promise<void>): void {
		this.all.push(stop);
	}

	/** Whether run() was called. */
	get begun(): boolean {
		return this.stopping !== undefined;
	}

	/** Stops everything, the last started first; a second call waits for the first. */
	async run(): Promise<void> {
		this.stopping ??= (async () => {
			for (const stop of this.all.reverse()) await stop();
		})();
		await this.stopping;
	}
}

/**
 * Installs n8n where it is missing, starts the sandbox and n8n with the packed package, and signs in.
 *
 * @param stops gets what has to be stopped, also when this fails half-way: run it in any case
 * @throws Advice when a port is taken, a tool is missing or the package is not built
 */
export async function startStack(
	stops: Stops,
	{ userFolder: kept, n8nPort, sandboxPort, env, say = silent }: StackOptions = {},
): Promise<Stack> {
	if (sandboxPort !== undefined) await demandFree(sandboxPort, '--sandbox-port');
	if (n8nPort !== undefined) await demandFree(n8nPort, '--port');
	await installN8n(say);

	const sandbox = await startSandbox({ port: sandboxPort ?? 0 });
	stops.add(async () => await sandbox.close());

	const userFolder = kept ?? (await temporaryFolder(stops));
	await mkdir(userFolder, { recursive: true });
	await installPackage({ userFolder, say });

	const logFile = join(userFolder, 'n8n.log');
	const log = createWriteStream(logFile);
	stops.add(async () => await new Promise((resolve) => log.end(resolve)));
	const onLine = (line: string) => log.write(`${line}\n`);
	const n8n = await step('starting n8n', say, async () => {
		return await startN8n({ userFolder, port: n8nPort, env, onLine });
	});
	stops.add(async () => await n8n.stop());

	const editor = await Editor.open(n8n.url, OWNER);
	const credentials = await saveCredentials(editor, sandbox);
	return { sandbox, n8n, editor, credentials, logFile };
}

async function temporaryFolder(stops: Stops): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-user-'));
	stops.add(async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 }));
	return folder;
}
