import { copyFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { z } from 'zod/v4';
import { npm, run } from '../../../host/command';
import { projectFolder } from '../../../host/paths';

/** What an n8n has by itself, and its linter lets community nodes use. */
const allowed = ['n8n-workflow', 'zod/v4', 'p-limit', 'luxon', 'lodash', 'crypto'];

const Manifest = z.looseObject({ n8n: z.object({ nodes: z.array(z.string()) }) });

/** Made by this test; the one folder that it deletes. */
let temporary: string | undefined;
let folder: string;
let files: string[];

/** Builds the code into a folder of its own, packs that as npm does, and unpacks the tarball. */
beforeAll(async () => {
	temporary = await mkdtemp(join(tmpdir(), 'wazzup-tarball-'));
	const [source, packed] = [join(temporary, 'source'), join(temporary, 'packed')];
	await run(
		process.execPath,
		[
			require.resolve('typescript/bin/tsc'),
			'-p',
			'tsconfig.build.json',
			'--outDir',
			join(source, 'dist'),
		],
		{ cwd: projectFolder },
	);
	await mkdir(packed);
	for (const name of ['package.json', 'README.md', 'LICENSE.md', 'CHANGELOG.md']) {
		await copyFile(join(projectFolder, name), join(source, name));
	}
	// Neither belongs into the tarball.
	for (const name of ['.env', 'index.js']) await writeFile(join(source, name), '');
	await npm(['pack', '--ignore-scripts', '--pack-destination', packed], { cwd: source });
	const [tarball = ''] = await readdir(packed);
	await run('tar', ['-xzf', tarball, '--strip-components=1'], { cwd: packed });
	await rm(join(packed, tarball));
	folder = packed;
	files = (await readdir(packed, { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isFile())
		.map((entry) => relative(packed, join(entry.parentPath, entry.name)).split(sep).join('/'));
}, 300_000);
afterAll(async () => {
	if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
});

test('no package is installed along with it, and nothing runs when it is', async () => {
	const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
	for (const kind of ['dependencies', 'optionalDependencies', 'bundleDependencies', 'overrides']) {
		expect(manifest).not.toHaveProperty(kind);
	}
	// npm installs these as well; the one is n8n itself.
	const { peerDependencies } = z
		.looseObject({ peerDependencies: z.record(z.string(), z.string()) })
		.parse(manifest);
	expect(Object.keys(peerDependencies)).toEqual(['n8n-workflow']);
	const { scripts } = z.looseObject({ scripts: z.record(z.string(), z.string()) }).parse(manifest);
	expect(Object.keys(scripts).filter((name) => /install|^prepare$/.test(name))).toEqual([]);
	for (const node of Manifest.parse(manifest).n8n.nodes) expect(files).toContain(node);
});

test('there is only what was built, beside the texts that npm adds', () => {
	const texts = ['CHANGELOG.md', 'LICENSE.md', 'README.md', 'package.json'];
	const others = files.filter((file) => !file.startsWith('dist/'));
	expect(others.filter((file) => !texts.includes(file))).toEqual([]);
	expect(files).toContain('package.json');
	expect(files.filter((file) => file.includes('node_modules'))).toEqual([]);
});

test('whatever the code requires is in it, or in every n8n', async () => {
	const scripts = files.filter((file) => file.endsWith('.js'));
	expect(scripts).not.toHaveLength(0);
	const strays: string[] = [];
	const seen = new Set<string>();
	for (const file of scripts) {
		const text = await readFile(join(folder, file), 'utf8');
		for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
			if (!fileName.startsWith('.')) {
				seen.add(fileName);
				if (!allowed.includes(fileName)) strays.push(`${file} requires ${fileName}`);
				continue;
			}
			const target = join(dirname(file), fileName).split(sep).join('/');
			const places = [target, `${target}.js`, `${target}/index.js`];
			if (!places.some((place) => files.includes(place))) strays.push(`${file} lacks ${fileName}`);
		}
	}
	expect(strays).toEqual([]);
	expect([...seen]).toContain('n8n-workflow');
});
