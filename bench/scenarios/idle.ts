import { execFile } from 'node:child_process';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod/v4';
import { npm } from '../../host/command';
import { startN8n } from '../../host/n8n';
import { installPackage } from '../../host/pack';
import { projectFolder } from '../../host/paths';
import { kilobytes, megabytes, percent, seconds } from '../format';
import { best } from '../statistics';
import { table } from '../table';
import type { Context, Scenario } from './scenario';

const STARTS = 4;

const Packed = z.tuple([z.looseObject({ size: z.number(), unpackedSize: z.number() })]);

/** What one start of n8n cost. */
interface Start {
	seconds: number;
	/** Bytes of n8n's main process when it is ready. */
	memory: number;
	/** Bytes of the list of nodes that the editor loads. */
	nodeList: number;
}

/** What the package costs an n8n that has it and does not use it. */
export const idle: Scenario = {
	name: 'idle',
	title: 'Installed and not used',
	async run(context) {
		const { folder, say } = context;
		const without = join(folder, 'without');
		const withPackage = join(folder, 'with');
		await mkdir(without, { recursive: true });
		await installPackage({ userFolder: withPackage, say });
		// n8n makes its database at its first start.
		for (const userFolder of [without, withPackage]) await start(userFolder, context);
		const starts: Record<'without' | 'with', Start[]> = { without: [], with: [] };
		for (let turn = 1; turn <= STARTS; turn++) {
			starts.without.push(await start(without, context));
			starts.with.push(await start(withPackage, context));
		}
		const of = (which: Start[], name: keyof Start) => best(which.map((each) => each[name]));
		const rows = (['seconds', 'memory', 'nodeList'] as const).map((name) => {
			const before = of(starts.without, name);
			const after = of(starts.with, name);
			const tell = {
				seconds: (value: number) => `${seconds(value)} s`,
				memory: megabytes,
				nodeList: kilobytes,
			};
			const more = after - before;
			const sign = more < 0 ? '-' : '+';
			const difference = `${sign}${tell[name](Math.abs(more))} (${sign}${percent(Math.abs(more) / before)})`;
			return [NAMES[name], tell[name](before), tell[name](after), difference];
		});
		const [{ size, unpackedSize }] = Packed.parse(
			JSON.parse(
				await npm(['pack', '--ignore-scripts', '--dry-run', '--json'], { cwd: projectFolder }),
			),
		);
		return [
			`The pinned n8n with an empty database, ${STARTS} starts each in turn, the best of each. The differences of time and memory ` +
				'between two starts of the same n8n are as large as what is measured here; the node list is exact.',
			await table([['', 'n8n alone', 'with the package', 'difference'], ...rows]),
			`The tarball has ${kilobytes(size)}, unpacked ${kilobytes(unpackedSize)}. It brings no other package along.`,
		].join('\n\n');
	},
};

const NAMES = {
	seconds: 'start, until n8n answers',
	memory: 'memory of the main process when ready',
	nodeList: 'node list of the editor (types/nodes.json)',
};

async function start(userFolder: string, { say }: Context): Promise<Start> {
	const startedAt = performance.now();
	const n8n = await startN8n({ userFolder });
	const taken = (performance.now() - startedAt) / 1000;
	try {
		const memory = await residentMemory(n8n.pid());
		// InstanceSettings.staticCacheDir of n8n-core, where n8n writes what the editor loads.
		const list = join(userFolder, '.cache', 'n8n', 'public', 'types', 'nodes.json');
		const { size: nodeList } = await stat(list);
		say(`  ${NAMES.seconds}: ${seconds(taken)} s, ${megabytes(memory)}, ${kilobytes(nodeList)}`);
		return { seconds: taken, memory, nodeList };
	} finally {
		await n8n.stop();
	}
}

/** Bytes that a process holds in memory, as ps tells it. */
async function residentMemory(pid: number): Promise<number> {
	const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
	return Number(stdout.trim()) * 1024;
}
