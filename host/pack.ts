import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { Advice } from './advice';
import { npm, run } from './command';
import { projectFolder } from './paths';
import { silent, step, type Say } from './progress';

const Manifest = z.looseObject({
	name: z.string(),
	version: z.string(),
	n8n: z.object({ nodes: z.array(z.string()), credentials: z.array(z.string()).default([]) }),
});

const PackageList = z.looseObject({ dependencies: z.record(z.string(), z.string()).default({}) });

/** A package that lies where n8n looks for installed community packages. */
export interface InstalledPackage {
	name: string;
	version: string;
	folder: string;
}

/**
 * Packs a package with `npm pack` and lays the tarball out in an n8n user folder as n8n's own installer does
 * (`downloadPackage` of its community-packages service): untarred, without devDependencies, peerDependencies and
 * optionalDependencies, and entered into the list of installed packages. An older copy is replaced.
 *
 * @param userFolder n8n's N8N_USER_FOLDER; n8n must not be running in it
 * @throws Advice when the built files are missing from the tarball
 */
export async function installPackage({
	packageFolder = projectFolder,
	userFolder,
	say = silent,
}: {
	packageFolder?: string;
	userFolder: string;
	say?: Say;
}): Promise<InstalledPackage> {
	const temporary = await mkdtemp(join(tmpdir(), 'n8n-package-'));
	try {
		return await step('packing the nodes and installing the tarball in n8n', say, async () => {
			// The build was made before: npm's own build hooks would only repeat it.
			await npm(['pack', '--ignore-scripts', '--pack-destination', temporary], {
				cwd: packageFolder,
			});
			const [tarball] = await readdir(temporary);
			if (tarball === undefined) throw new Error(`npm pack left no tarball for ${packageFolder}`);
			return await layOut(join(temporary, tarball), packageFolder, userFolder, say);
		});
	} finally {
		await rm(temporary, { recursive: true, force: true });
	}
}

async function layOut(
	tarball: string,
	packageFolder: string,
	userFolder: string,
	say: Say,
): Promise<InstalledPackage> {
	const { name } = Manifest.parse(await readJson(join(packageFolder, 'package.json')));
	const nodesFolder = join(userFolder, '.n8n', 'nodes');
	const folder = join(nodesFolder, 'node_modules', name);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'], { cwd: nodesFolder });

	const manifest = Manifest.parse(await readJson(join(folder, 'package.json')));
	const listed = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
	const absent = listed.filter((path) => !existsSync(join(folder, path)));
	if (absent.length > 0) {
		throw new Advice(
			`The package lacks built files (${absent.join(', ')}). Run "npm run build" and start again.`,
		);
	}
	await writeJson(join(folder, 'package.json'), {
		...manifest,
		devDependencies: undefined,
		peerDependencies: undefined,
		optionalDependencies: undefined,
	});
	await enterIntoList(join(nodesFolder, 'package.json'), name, manifest.version);
	say(`  ${name} ${manifest.version}: ${manifest.n8n.nodes.length} nodes`);
	return { name, version: manifest.version, folder };
}

async function enterIntoList(path: string, name: string, version: string): Promise<void> {
	const list = existsSync(path)
		? PackageList.parse(await readJson(path))
		: { name: 'installed-nodes', private: true, dependencies: {} };
	await writeJson(path, { ...list, dependencies: { ...list.dependencies, [name]: version } });
}

async function readJson(path: string): Promise<unknown> {
	return JSON.parse(await readFile(path, 'utf8'));
}

async function writeJson(path: string, value: unknown): Promise<void> {
	await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}
