import { Advice, textOf } from './advice';
import { converse } from './conversation';
import { importExamples, MAIN_EXAMPLE, readExamples, type ImportedExample } from './examples';
import { HELP, readOptions, type StartOptions } from './options';
import { keptUserFolder } from './paths';
import { aloud as say, step } from './progress';
import { OWNER, startStack, Stops, type Stack } from './stack';

const stops = new Stops();

async function start({ headless, n8nPort, sandboxPort }: StartOptions): Promise<void> {
	const userFolder = headless ? undefined : keptUserFolder;
	const stack = await startStack(stops, { userFolder, n8nPort, sandboxPort, say });
	const examples = await step('importing the example workflows', say, async () => {
		return await importExamples(
			stack.editor,
			await readExamples(),
			Object.values(stack.credentials),
			say,
		);
	});
	if (headless) {
		say('');
		await conversation(stack, examples);
		return;
	}
	say(`
Ready. Write to the business as a customer:  ${stack.sandbox.url}/
Wazzup's marketplace, for partners:          ${stack.sandbox.techUrl}/marketplace
n8n's editor:                                ${stack.n8n.url}/
  sign in as ${OWNER.email} with the password ${OWNER.password}
n8n's log: ${stack.logFile}

Ctrl-C stops all of it.`);
	await new Promise<never>(() => {});
}

async function conversation({ sandbox, editor }: Stack, examples: ImportedExample[]) {
	const main = examples.find(({ key }) => key === MAIN_EXAMPLE);
	if (main === undefined) throw new Error(`There is no examples/${MAIN_EXAMPLE}.json`);
	try {
		await converse(sandbox.url, say);
	} catch (error) {
		const [newest] = await editor.executions(main.stored.id, 1);
		const outcome = newest
			? (await editor.execution(newest.id)).summary()
			: 'The workflow was not started.';
		throw new Error(`No answer came to the customer's phone.\n${textOf(error)}\n${outcome}`);
	}
}

async function main(): Promise<void> {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			if (!stops.begun) say('\nStopping n8n and the sandbox ...');
			void stops.run().finally(() => process.exit(signal === 'SIGINT' ? 0 : 1));
		});
	}
	try {
		const options = readOptions(process.argv.slice(2), process.env);
		if (options.help) say(HELP);
		else await start(options);
	} catch (error) {
		// What fails while everything is being stopped fails because of that.
		if (stops.begun) return;
		console.error(`\n${error instanceof Advice ? error.message : textOf(error)}`);
		process.exitCode = 1;
	}
	await stops.run();
	process.exit();
}

void main();
