import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../host/paths';
import { show } from './show';
import { summary, tallyJest, tallyStep, total, type Tally } from './tally';

/** Reports of the run; ignored by git. */
const resultsFolder = join(projectFolder, 'test-results');

const script = (name: string) => join(__dirname, name);
const tsx = require.resolve('tsx/cli');
const tsc = require.resolve('typescript/bin/tsc');
const jest = require.resolve('jest/bin/jest');

async function runStep(title: string, program: string, args: string[]): Promise<Tally> {
	console.log(`\n=== ${title}`);
	return tallyStep(title, await show(program, args));
}

async function runJest(title: string, projects: string[], args: string[]): Promise<Tally> {
	console.log(`\n=== ${title}`);
	const file = join(resultsFolder, `${projects.join('-')}.json`);
	const exitCode = await show(jest, [
		...['--selectProjects', ...projects],
		...['--json', '--outputFile', file, ...args],
	]);
	const report: unknown = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
	return tallyJest(title, exitCode, report);
}

/** Everything that tells whether the project is sound; a failing step does not keep the next ones from running. */
async function main(): Promise<void> {
	const quick = process.argv.includes('--quick');
	await rm(resultsFolder, { recursive: true, force: true });
	await mkdir(resultsFolder, { recursive: true });

	const tallies = [
		await runStep('lint', tsx, [script('lint.ts')]),
		await runStep('types', tsc, ['--noEmit']),
		await runJest(
			'unit, wire and engine tests, with coverage',
			['unit', 'wire', 'engine'],
			['--coverage'],
		),
		// Builds the package, which the end-to-end tests then install.
		await runStep("n8n's scanner, on the source and on the package", tsx, [script('scan.ts')]),
	];
	if (!quick) {
		// A failure shows again, and is counted, in the tests themselves.
		await show(tsx, [script('n8n.ts')]);
		tallies.push(
			await runJest('end-to-end tests in a real n8n', ['e2e'], ['--runInBand', '--verbose']),
		);
	}

	console.log(`\n${summary(tallies)}\n\nIn all: ${total(tallies)}`);
	await writeFile(join(resultsFolder, 'total.txt'), `${total(tallies)}\n`);
	process.exitCode = tallies.every(({ failed }) => failed === 0) ? 0 : 1;
}

void main();
