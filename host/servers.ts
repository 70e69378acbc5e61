import { existsSync } from 'node:fs';
import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Advice } from './advice';
import { run } from './command';
import { freePort, LOCAL_HOST } from './ports';
import { ProcessGroup } from './processGroup';
import { step, type Say } from './progress';
import type { Stops } from './stack';
import { waitFor } from './wait';

/** Where Debian keeps the programs of PostgreSQL, a folder for each version. */
const POSTGRES_FOLDER = '/usr/lib/postgresql';
/** Nobody: PostgreSQL does not run as root. */
const NOBODY = 65_534;

/**
 * A Redis that keeps nothing; gives its port.
 *
 * @throws Advice when redis-server is not installed
 */
export async function startRedis(stops: Stops, say: Say): Promise<number> {
	await run('redis-server', ['--version'], { cwd: tmpdir() });
	const folder = await temporaryFolder('n8n-redis-', stops);
	const port = await freePort();
	const options = ['--bind', LOCAL_HOST, '--port', String(port), '--save', '', '--dir', folder];
	await step('starting Redis', say, async () => {
		const redis = new ProcessGroup('redis-server', options, { cwd: folder, env: process.env });
		stops.add(async () => await redis.stop());
		await logged('Redis', redis, /Ready to accept/);
	});
	return port;
}

/**
 * A PostgreSQL with an empty database `postgres` of the user `postgres`, which trusts everybody on this machine; gives its port.
 *
 * @throws Advice when PostgreSQL is not installed
 */
export async function startPostgres(stops: Stops, say: Say): Promise<number> {
	const folder = await temporaryFolder('n8n-postgres-', stops);
	const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
	if (user.uid !== undefined) {
		await chown(folder, user.uid, user.gid);
		await chmod(folder, 0o700);
	}
	const port = await freePort();
	const data = join(folder, 'data');
	await step('starting PostgreSQL', say, async () => {
		const bin = await postgresFolder();
		const init = ['-D', data, '-U', 'postgres', '--auth', 'trust', '--no-sync'];
		await run(join(bin, 'initdb'), init, { cwd: folder, ...user });
		const options = ['-D', data, '-h', LOCAL_HOST, '-p', String(port), '-k', folder, '-F'];
		const environment = { cwd: folder, env: process.env, ...user };
		const postgres = new ProcessGroup(join(bin, 'postgres'), options, environment);
		stops.add(async () => await postgres.stop());
		await logged('PostgreSQL', postgres, /ready to accept connections/);
	});
	return port;
}

/** The folder of the newest PostgreSQL of this machine. */
async function postgresFolder(): Promise<string> {
	const versions = existsSync(POSTGRES_FOLDER) ? await readdir(POSTGRES_FOLDER) : [];
	const newest = versions.sort((one, other) => Number(other) - Number(one));
	const folders = [
		...newest.map((version) => join(POSTGRES_FOLDER, version, 'bin')),
		...(process.env.PATH ?? '').split(delimiter),
	];
	const found = folders.find((folder) => existsSync(join(folder, 'initdb')));
	if (found !== undefined) return found;
	throw new Advice(
		'PostgreSQL is needed and was not found. Install it (on Debian or Ubuntu: sudo apt-get install -y postgresql) and run the same command again.',
	);
}

async function logged(name: string, group: ProcessGroup, sentence: RegExp): Promise<void> {
	const ready = async () => await Promise.resolve(sentence.test(group.logs()) || undefined);
	await waitFor(`The start of ${name}`, ready, { seconds: 60, report: () => group.logs() });
}

async function temporaryFolder(prefix: string, stops: Stops): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), prefix));
	stops.add(async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 }));
	return folder;
}
