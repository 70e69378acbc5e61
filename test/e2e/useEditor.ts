import type { Stack } from '../../host/stack';
import type { StoredCredential } from '../../host/workflow';
import { EditorPage } from './editorPage';
import { workflowOf, type Step } from './workflows';

interface OpenOptions {
	/** That of the account owner when absent. */
	credential?: StoredCredential;
	/** Whether the nodes stand alone, instead of each leading to the next. */
	loose?: boolean;
}

/** n8n's editor in a browser, shared by the tests of a file and closed after them. */
export function useEditor(stack: () => Stack) {
	let page: EditorPage | undefined;
	beforeAll(async () => {
		page = await EditorPage.open(stack());
	});
	afterAll(async () => await page?.close());

	const editor = (): EditorPage => {
		if (page === undefined) throw new Error('The editor did not open');
		return page;
	};

	/** A test that keeps a picture of what the editor shows when it fails. */
	const inEditor = (name: string, steps: () => Promise<void>): void => {
		test(name, async () => {
			try {
				await steps();
			} catch (error) {
				await page?.screenshot(`failed/${name}`);
				throw error;
			}
		});
	};

	/** Imports a workflow of these nodes and opens it. */
	const openWorkflow = async (name: string, steps: Step[], options: OpenOptions = {}) => {
		const { credential = stack().credentials.wazzupApi, loose } = options;
		const workflow = workflowOf(name, credential, steps, { loose });
		const { id } = await stack().editor.saveWorkflow(workflow);
		await editor().openWorkflow(id);
	};

	return { editor, inEditor, openWorkflow };
}
