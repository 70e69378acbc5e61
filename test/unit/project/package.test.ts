import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { projectFolder } from '../../../host/paths';
import { sourceFiles } from './sources';

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));

const manifest = z
	.looseObject({
		name: z.string(),
		version: z.string(),
		files: z.array(z.string()),
		scripts: z.record(z.string(), z.string()),
		peerDependencies: z.record(z.string(), z.string()),
		n8n: z.object({
			n8nNodesApiVersion: z.literal(1),
			nodes: z.array(z.string()),
			credentials: z.array(z.string()),
		}),
	})
	.parse(json('package.json'));

const compiled = (file: string) => `dist/${file.replace(/\.ts$/, '.js')}`;

test('nothing is installed or run along with the package', () => {
	expect(manifest).not.toHaveProperty('dependencies');
	expect(manifest).not.toHaveProperty('overrides');
	expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	expect(manifest.files).toEqual(['dist']);
	const hooks = Object.keys(manifest.scripts).filter((name) => /install|prepare/.test(name));
	expect(hooks).toEqual([]);
});

test('every node and every credential is registered', () => {
	const nodes = sourceFiles('nodes').filter((file) => file.endsWith('.node.ts'));
	const credentials = sourceFiles('credentials').filter((file) => file.endsWith('.credentials.ts'));
	expect([...manifest.n8n.nodes].sort()).toEqual(nodes.map(compiled).sort());
	expect([...manifest.n8n.credentials].sort()).toEqual(credentials.map(compiled).sort());
});

const Codex = z.object({
	node: z.string(),
	nodeVersion: z.string(),
	codexVersion: z.string(),
	categories: z.array(z.string()).min(1),
	subcategories: z.record(z.string(), z.array(z.string())).optional(),
	alias: z.array(z.string()).min(10),
	resources: z.object({
		primaryDocumentation: z.array(z.object({ url: z.url() })).min(1),
		credentialDocumentation: z.array(z.object({ url: z.url() })).min(1),
	}),
});

test.each(manifest.n8n.nodes)('%s can be found in the node panel', (path) => {
	const source = path.replace(/^dist\//, '');
	const { node, alias } = Codex.parse(json(source.replace(/\.js$/, '.json')));
	const [, nodeName] = /\bname: '(\w+)'/.exec(read(source.replace(/\.js$/, '.ts'))) ?? [];
	expect(node).toBe(`${manifest.name}.${nodeName}`);
	expect(new Set(alias.map((each) => each.toLowerCase())).size).toBe(alias.length);
});

test('the icons are square and differ', () => {
	const icons = readdirSync(join(projectFolder, 'icons'));
	expect(icons.sort()).toEqual(['wazzup.dark.svg', 'wazzup.svg']);
	const [dark, light] = icons.map((name) => read(`icons/${name}`));
	expect(dark).not.toBe(light);
	for (const icon of [dark, light]) {
		const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(icon ?? '') ?? [];
		expect(width).toBeDefined();
		expect(width).toBe(height);
	}
});

const Lock = z.object({
	packages: z.record(
		z.string(),
		z.looseObject({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
	),
});

/** The folders in which node looks for a package that the package at this place asks for. */
function lookedFor(place: string, name: string): string[] {
	const here = `${place === '' ? '' : `${place}/`}node_modules/${name}`;
	const outer = place.lastIndexOf('/node_modules/');
	return place === '' ? [here] : [here, ...lookedFor(outer < 0 ? '' : place.slice(0, outer), name)];
}

describe.each(['package-lock.json', 'tools/package-lock.json', 'host/n8n/package-lock.json'])(
	'%s',
	(path) => {
		test('names no registry, so that it works with any', () => {
			expect(read(path)).not.toContain('"resolved"');
		});

		// npm leaves out binaries that a registry lacks, and "npm ci" then refuses the lockfile where they are present.
		test('holds the binaries for every platform', () => {
			const { packages } = Lock.parse(json(path));
			const absent = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
				Object.keys(optionalDependencies).filter(
					(name) => !lookedFor(place, name).some((folder) => folder in packages),
				),
			);
			expect(absent).toEqual([]);
		});
	},
);

test('the changelog knows the version', () => {
	expect(read('CHANGELOG.md')).toContain(`## ${manifest.version}`);
});
