import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readExamples, type Example } from '../../host/examples';
import { projectFolder } from '../../host/paths';
import { withCredential } from '../../host/workflow';
import { ExampleRun } from './exampleRun';
import { exampleRuns } from './exampleRuns';
import { useStack } from './useStack';

const stack = useStack();

const names = readdirSync(join(projectFolder, 'examples')).flatMap((file) =>
	file.endsWith('.json') ? file.slice(0, -'.json'.length) : [],
);

const FROM_N8N_OR_US = /^(n8n-nodes-base|@n8n\/n8n-nodes-langchain|n8n-nodes-wazzup24)\./;

async function read(name: string): Promise<Example> {
	const example = (await readExamples()).find(({ key }) => key === name);
	if (!example) throw new Error(`The examples lack ${name}`);
	return example;
}

beforeEach(() => stack().sandbox.control.reset());

test.each(names)('the example %s runs in n8n as it is written', async (name) => {
	const check = exampleRuns[name];
	if (!check) throw new Error(`No run is defined for examples/${name}.json`);
	const { workflow: file } = await read(name);
	const workflow = withCredential(file, stack().credential);
	const { id } = await stack().editor.saveWorkflow(workflow);
	await check(new ExampleRun(stack(), id, workflow));
});

test.each(names)('the example %s tells a newcomer what to set up', async (name) => {
	const { nodes, pinData } = (await read(name)).workflow;
	const notes = nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
	expect(JSON.stringify(notes)).toContain('**Set up**');
	expect(nodes.map(({ type }) => type).filter((type) => !FROM_N8N_OR_US.test(type))).toEqual([]);
	expect(pinData).toEqual({});
	const credentials = nodes.flatMap((node) => node.credentials?.wazzupApi ?? []);
	expect(credentials.length).toBeGreaterThan(0);
	for (const credential of credentials) {
		expect(credential).toEqual({ id: 'wazzupApiAccount', name: 'Wazzup account' });
	}
});
