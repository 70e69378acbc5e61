import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { saveCredentials } from '../../host/credentials';
import { readExamples, type Example } from '../../host/examples';
import { projectFolder } from '../../host/paths';
import { withCredentials } from '../../host/workflow';
import { ExampleRun } from './exampleRun';
import { exampleRuns } from './exampleRuns';
import { useStack } from './useStack';

const stack = useStack();

const names = readdirSync(join(projectFolder, 'examples')).flatMap((file) =>
	file.endsWith('.json') ? file.slice(0, -'.json'.length) : [],
);

/** What an exported example says in place of a credential, so that n8n asks for one's own. */
const PLACEHOLDERS: Record<string, unknown> = {
	wazzupApi: { id: 'wazzupApiAccount', name: 'Wazzup account' },
	wazzupClientApi: { id: 'wazzupClientApiAccount', name: 'Wazzup client account' },
	wazzupPartnerApi: { id: 'wazzupPartnerApiAccount', name: 'Wazzup partner account' },
};

const FROM_N8N_OR_US = /^(n8n-nodes-base|@n8n\/n8n-nodes-langchain|n8n-nodes-wazzup24)\./;

async function read(name: string): Promise<Example> {
	const example = (await readExamples()).find(({ key }) => key === name);
	if (!example) throw new Error(`The examples lack ${name}`);
	return example;
}

beforeEach(async () => {
	const { sandbox, editor } = stack();
	sandbox.control.reset();
	// The tokens of the customer are gone with it.
	await saveCredentials(editor, sandbox);
});

test.each(names)('the example %s runs in n8n as it is written', async (name) => {
	const check = exampleRuns[name];
	if (!check) throw new Error(`No run is defined for examples/${name}.json`);
	const { workflow: file } = await read(name);
	const workflow = withCredentials(file, ...Object.values(stack().credentials));
	const { id } = await stack().editor.saveWorkflow(workflow);
	await check(new ExampleRun(stack(), id, workflow));
});

test.each(names)('the example %s tells a newcomer what to set up', async (name) => {
	const { nodes, pinData } = (await read(name)).workflow;
	const notes = nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
	expect(JSON.stringify(notes)).toContain('**Set up**');
	expect(nodes.map(({ type }) => type).filter((type) => !FROM_N8N_OR_US.test(type))).toEqual([]);
	expect(pinData).toEqual({});
	const ours = nodes.flatMap((node) =>
		Object.entries(node.credentials ?? {}).filter(([type]) => type.startsWith('wazzup')),
	);
	expect(ours.length).toBeGreaterThan(0);
	for (const [type, credential] of ours) {
		expect(credential).toEqual(PLACEHOLDERS[type]);
	}
});
