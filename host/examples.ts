import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Editor } from './editor';
import { projectFolder } from './paths';
import { silent, type Say } from './progress';
import {
	WorkflowFile,
	withCredentials,
	type StoredCredential,
	type StoredWorkflow,
} from './workflow';

/** The example that answers a customer, by its file name without `.json`. */
export const MAIN_EXAMPLE = 'answer-a-customer';

/** One workflow of the examples folder. */
export interface Example {
	/** the file name without `.json` */
	key: string;
	workflow: WorkflowFile;
}

/** An example that was imported into an n8n. */
export interface ImportedExample extends Example {
	stored: StoredWorkflow;
	active: boolean;
}

/** All examples, in the order of their file names. */
export async function readExamples(folder = join(projectFolder, 'examples')): Promise<Example[]> {
	const files = existsSync(folder) ? await readdir(folder) : [];
	const names = files.filter((name) => name.endsWith('.json')).sort();
	return await Promise.all(
		names.map(async (name) => ({
			key: basename(name, '.json'),
			workflow: WorkflowFile.parse(JSON.parse(await readFile(join(folder, name), 'utf8'))),
		})),
	);
}

/** Whether a message to the account's webhook address starts this workflow. */
export function hasWazzupTrigger({ workflow }: Example): boolean {
	return workflow.nodes.some(({ type }) => type.endsWith('.wazzupTrigger'));
}

/**
 * Imports examples with the given credentials, and activates those that start by themselves.
 *
 * An account has one webhook address, so of those with a Wazzup Trigger only the main example is activated, and others
 * whose `meta.activateOnStart` asks for it.
 */
export async function importExamples(
	editor: Editor,
	examples: Example[],
	credentials: StoredCredential[],
	say: Say = silent,
): Promise<ImportedExample[]> {
	const imported: ImportedExample[] = [];
	for (const example of examples) {
		const stored = await editor.saveWorkflow(withCredentials(example.workflow, ...credentials));
		const active = startsByItself(example);
		if (active) {
			// A workflow that is active already has to register anew: this sandbox knows no address yet.
			if (stored.activeVersionId) await editor.deactivate(stored.id);
			await editor.activate(stored.id);
		}
		imported.push({ ...example, stored, active });
		say(`  ${example.workflow.name}: ${stateOf(example, active)}`);
	}
	return imported;
}

function startsByItself(example: Example): boolean {
	return example.key === MAIN_EXAMPLE || example.workflow.meta?.activateOnStart === true;
}

function stateOf(example: Example, active: boolean): string {
	if (active) return 'active';
	if (hasWazzupTrigger(example)) {
		return 'not active (an account has one webhook address; publish it in n8n in place of the active one)';
	}
	return canBeRunByHand(example)
		? 'ready to be run'
		: 'ready to be published (its note says what starts it)';
}

function canBeRunByHand({ workflow }: Example): boolean {
	return workflow.nodes.some(({ type }) => type.endsWith('.manualTrigger'));
}
