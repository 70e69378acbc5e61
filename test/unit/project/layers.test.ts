import { importsIn, importsOf, sourceFiles, type Import } from './sources';

/** What may be imported; a name that ends with / stands for everything below it. */
interface Layer {
	files: string[];
	/** undefined: any package. */
	packages?: string[];
}

/** n8n brings these along; its linter allows no others at run time. */
const broughtByN8n = ['n8n-workflow', 'zod/v4', 'p-limit', 'lodash', 'luxon', 'crypto'];

const layers: Record<string, Layer> = {
	api: { files: ['api/'], packages: ['zod/v4'] },
	credentials: { files: ['api/', 'nodes/shared/', 'credentials/'], packages: broughtByN8n },
	'nodes/shared': { files: ['api/', 'nodes/shared/'], packages: broughtByN8n },
	'nodes/Wazzup': { files: ['api/', 'nodes/shared/', 'nodes/Wazzup/'], packages: broughtByN8n },
	'nodes/WazzupClient': {
		files: ['api/', 'nodes/shared/', 'nodes/WazzupClient/'],
		packages: broughtByN8n,
	},
	'nodes/WazzupLegacy': {
		files: ['api/', 'nodes/shared/', 'nodes/WazzupLegacy/'],
		packages: broughtByN8n,
	},
	'nodes/WazzupCounterTrigger': {
		files: ['api/', 'nodes/shared/', 'nodes/WazzupCounterTrigger/'],
		packages: broughtByN8n,
	},
	'nodes/WazzupPartner': {
		files: ['api/', 'nodes/shared/', 'nodes/WazzupPartner/'],
		packages: broughtByN8n,
	},
	'nodes/WazzupTrigger': {
		files: ['api/', 'nodes/shared/', 'nodes/WazzupTrigger/'],
		packages: broughtByN8n,
	},
	sandbox: { files: ['api/', 'sandbox/'] },
	host: { files: ['api/', 'sandbox/', 'host/'] },
	// The engine tests' own way into n8n-core.
	faults: {
		files: ['api/', 'nodes/', 'sandbox/', 'host/', 'test/engine/', 'faults/'],
	},
	scripts: { files: ['api/', 'credentials/', 'nodes/', 'sandbox/', 'host/', 'scripts/'] },
	bench: { files: ['api/', 'sandbox/', 'host/', 'bench/'] },
};

const isBelow = (path: string, folder: string) => `${path}/`.startsWith(folder);

function isAllowed({ to, isFile }: Import, { files, packages }: Layer): boolean {
	if (isFile) return files.some((folder) => isBelow(to, folder));
	return packages?.includes(to) ?? true;
}

test.each(Object.entries(layers))('%s imports only what is below it', (folder, layer) => {
	const files = sourceFiles(folder);
	expect(files).not.toHaveLength(0);
	const strays = files
		.flatMap(importsOf)
		.filter((each) => !isAllowed(each, layer))
		.map(({ from, to }) => `${from} imports ${to}`);
	expect(strays).toEqual([]);
});

test('every folder of nodes/ is a layer of its own', () => {
	const folders = new Set(
		sourceFiles('nodes').map((file) => file.split('/').slice(0, 2).join('/')),
	);
	expect([...folders].filter((folder) => !(folder in layers))).toEqual([]);
});

test('an import is seen whatever its form', () => {
	const text = `
		import { z } from 'zod/v4';
		import type { Run } from '../shared/run';
		export * from '../../api/endpoint';
		const files = () => require('node:fs');
		const start = async () => await import('../../host/start');
		type Harness = import('../../test/engine/harness').EngineRun;
	`;
	const seen = importsIn('nodes/Wazzup/file.ts', text).map(({ to }) => to);
	expect(seen).toEqual([
		'zod/v4',
		'nodes/shared/run',
		'api/endpoint',
		'fs',
		'host/start',
		'test/engine/harness',
	]);
});

test('an import that leaves the layer is refused', () => {
	const layer = layers.api ?? { files: [] };
	const stray = (to: string, isFile: boolean) => isAllowed({ from: '', to, isFile }, layer);
	expect(stray('api/v3/contacts', true)).toBe(true);
	expect(stray('zod/v4', false)).toBe(true);
	expect(stray('apiary/v3', true)).toBe(false);
	expect(stray('nodes/shared/run', true)).toBe(false);
	expect(stray('zod', false)).toBe(false);
});
