import { mkdir } from 'node:fs/promises';
import pLimit from 'p-limit';
import { tail } from './command';
import { n8nScript } from './install';
import { demandFree, freePort, LOCAL_HOST } from './ports';
import { ProcessGroup } from './processGroup';
import { waitFor } from './wait';

/** The user's variables that n8n may see; everything else could change how it runs. */
const INHERITED = /^(PATH|HOME|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|(https?|no|all)_proxy)$/i;
/** n8n's and its task broker's sentence about a port that another program took. */
const PORT_TAKEN = /port \d+ is already in use/;
/** How many free ports to try. */
const ATTEMPTS = 3;

export interface N8nOptions {
	/** n8n's N8N_USER_FOLDER: database, encryption key and community packages live in `.n8n` below it. */
	userFolder: string;
	/** What this process does: everything (`start`), or one part of n8n's queue mode. */
	command?: 'start' | 'webhook' | 'worker';
	/** A fixed port; a free one is found when it is absent. */
	port?: number;
	/** More environment variables for n8n. */
	env?: Record<string, string>;
	/** Gets each line that n8n logs. */
	onLine?: (line: string) => void;
	startSeconds?: number;
}

/** A running n8n. */
export interface RunningN8n {
	/** e.g. `http://127.0.0.1:5678`, without a slash at the end */
	readonly url: string;
	readonly userFolder: string;
	/** Process id of n8n's main process. */
	pid(): number;
	/** Ends n8n and all its processes; returns when none is left. */
	stop(): Promise<void>;
	/** Ends n8n and all its processes with SIGKILL, as a crash of the machine would; restart() starts it again. */
	kill(): Promise<void>;
	/** Stops and starts n8n with the same folder, address and environment. */
	restart(): Promise<void>;
	/** The end of n8n's log. */
	logs(): string;
}

/**
 * Starts the installed n8n and returns when it answers.
 *
 * @throws Advice when the fixed port is taken, Error with the end of n8n's log when n8n dies or does not get ready
 */
export async function startN8n(options: N8nOptions): Promise<RunningN8n> {
	if (options.port !== undefined) await demandFree(options.port, '--port');
	await mkdir(options.userFolder, { recursive: true });
	for (let attempt = 1; ; attempt++) {
		const port = options.port ?? (await freePort());
		try {
			return handle(options, port, await launch(options, port));
		} catch (error) {
			// Another program may take a free port before n8n does; then there are others.
			if (!(error instanceof PortTaken) || attempt === ATTEMPTS) throw error;
		}
	}
}

class PortTaken extends Error {}

function handle(options: N8nOptions, port: number, started: ProcessGroup): RunningN8n {
	let group = started;
	// One at a time: a stop during a restart would end the n8n that is going already, and leave the new one.
	const inTurn = pLimit(1);
	return {
		url: address(port),
		userFolder: options.userFolder,
		pid: () => group.pid,
		logs: () => group.logs(),
		stop: async () => await inTurn(async () => await group.stop()),
		kill: async () => await inTurn(async () => await group.kill()),
		restart: async () =>
			await inTurn(async () => {
				await group.stop();
				group = await launch(options, port);
			}),
	};
}

function address(port: number): string {
	return `http://${LOCAL_HOST}:${port}`;
}

async function launch(options: N8nOptions, port: number): Promise<ProcessGroup> {
	const brokerPort = await freePort();
	const group = new ProcessGroup(process.execPath, [n8nScript, options.command ?? 'start'], {
		// n8n reads a .env file of the folder that it is started in.
		cwd: options.userFolder,
		env: { ...inherited(), ...settings(options.userFolder, port, brokerPort), ...options.env },
		onLine: options.onLine,
	});
	try {
		await waitFor('The start of n8n', async () => await isReady(group, address(port)), {
			seconds: options.startSeconds ?? 120,
			report: () => `The end of its log:\n${tail(group.logs())}`,
		});
	} catch (error) {
		await group.stop();
		throw error;
	}
	return group;
}

async function isReady(group: ProcessGroup, url: string): Promise<true | undefined> {
	const log = `The end of its log:\n${tail(group.logs())}`;
	if (PORT_TAKEN.test(group.logs())) throw new PortTaken(`n8n found its port taken. ${log}`);
	const ending = group.ending();
	if (ending !== undefined) throw new Error(`n8n did not start (${ending}). ${log}`);
	try {
		const answer = await fetch(`${url}/healthz/readiness`, { signal: AbortSignal.timeout(2000) });
		return answer.ok ? true : undefined;
	} catch {
		return undefined;
	}
}

function inherited(): NodeJS.ProcessEnv {
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => INHERITED.test(name)));
}

function settings(userFolder: string, port: number, brokerPort: number): Record<string, string> {
	return {
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: LOCAL_HOST,
		N8N_HOST: LOCAL_HOST,
		N8N_PORT: String(port),
		// A worker has no other port.
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_EDITOR_BASE_URL: address(port),
		N8N_WEBHOOK_URL: `${address(port)}/`,
		// The editor is opened over plain http, and not always on localhost.
		N8N_SECURE_COOKIE: 'false',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		// Nothing leaves the machine that the workflows did not send.
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry',
		// A package that n8n has not verified, such as one under development, is to load.
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		EXECUTIONS_DATA_SAVE_MANUAL_EXECUTIONS: 'true',
	};
}
