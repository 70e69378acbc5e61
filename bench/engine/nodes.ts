import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
	NodeConnectionTypes,
	NodeHelpers,
	type ICredentialType,
	type INodeType,
	type INodeTypes,
	type IVersionedNodeType,
} from 'n8n-workflow';
import { z } from 'zod/v4';
import { n8nFolder } from '../../host/paths';

/** Loads what the installed n8n loads, not the copies that the tests use. */
export const requireOfN8n = createRequire(join(n8nFolder, 'package.json'));

const Manifest = z.looseObject({
	name: z.string(),
	n8n: z.looseObject({ nodes: z.array(z.string()), credentials: z.array(z.string()) }),
});

/** Gives out the items of the run. */
const input: INodeType = {
	description: {
		displayName: 'Input',
		name: 'input',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: { name: 'Input' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute() {
		const { items } = this.getWorkflowStaticData('global') as { items: [] };
		return [items.map((json) => ({ json }))];
	},
};

/**
 * Stands for the Code node with which an expert puts 100 items into one: the same loop, without the way to n8n's task
 * runner and back, which is to the expert's advantage.
 */
const group: INodeType = {
	description: {
		...input.description,
		name: 'group',
		inputs: [NodeConnectionTypes.Main],
		properties: [{ displayName: 'Size', name: 'size', type: 'number', default: 100 }],
	},
	async execute() {
		const items = this.getInputData();
		const size = this.getNodeParameter('size', 0) as number;
		const groups = [];
		for (let item = 0; item < items.length; item += size) {
			const batch = items.slice(item, item + size).map(({ json }) => json);
			groups.push({ json: { batch }, pairedItem: { item } });
		}
		return [groups];
	},
};

/** Makes the class that a compiled file exports under the file's own name. */
function make(file: string): unknown {
	const name = /([^/]+)\.(?:node|credentials)\.js$/.exec(file)?.[1] ?? '';
	const exported = requireOfN8n(file) as Record<string, (new () => unknown) | undefined>;
	const Found = exported[name];
	if (!Found) throw new Error(`${file} exports no ${name}`);
	return new Found();
}

/** The node types of a run: n8n's own, those of the installed package, and the two of this file. */
export function loadNodeTypes(packageFolder: string): INodeTypes {
	const { name, n8n } = readManifest(packageFolder);
	const own = n8n.nodes.map((file) => make(join(packageFolder, file)) as INodeType);
	const base = ['HttpRequest/HttpRequest', 'NoOp/NoOp', 'Transform/SplitOut/SplitOut'].map(
		(file) => make(`n8n-nodes-base/dist/nodes/${file}.node.js`) as INodeType | IVersionedNodeType,
	);
	const types = new Map<string, INodeType | IVersionedNodeType>([
		...[input, group].map((type) => [`bench.${type.description.name}`, type] as const),
		...own.map((type) => [`${name}.${type.description.name}`, type] as const),
		...base.map((type) => [`n8n-nodes-base.${type.description.name}`, type] as const),
	]);
	const find = (type: string) => {
		const found = types.get(type);
		if (!found) throw new Error(`There is no node type ${type} here.`);
		return found;
	};
	return {
		getByName: find,
		getByNameAndVersion: (type, version) => NodeHelpers.getVersionedNodeType(find(type), version),
		getKnownTypes: () => ({}),
	};
}

/** The credential types of the installed package, by name. */
export function loadCredentialTypes(packageFolder: string): Map<string, ICredentialType> {
	const types = readManifest(packageFolder).n8n.credentials.map(
		(file) => make(join(packageFolder, file)) as ICredentialType,
	);
	return new Map(types.map((type) => [type.name, type]));
}

function readManifest(packageFolder: string) {
	return Manifest.parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')));
}
