import { join } from 'node:path';
import { show } from './show';
import { installTools, toolsFolder } from './tools';

/** Runs a linter where the person sees it. @returns whether it found nothing */
async function clean(title: string, script: string, args: string[]): Promise<boolean> {
	console.log(`- ${title} ...`);
	return (await show(script, args)) === 0;
}

async function main(): Promise<void> {
	await installTools(console.log);
	const results = [
		await clean(
			"ESLint: n8n's rules for community nodes, TypeScript's recommended ones",
			join(toolsFolder, 'node_modules', 'eslint', 'bin', 'eslint.js'),
			['--max-warnings', '0', '.'],
		),
		await clean('Prettier', require.resolve('prettier/bin/prettier.cjs'), [
			'--check',
			'--log-level',
			'warn',
			'.',
		]),
	];
	const passed = results.every(Boolean);
	console.log(
		passed ? 'lint: nothing found' : 'lint: see above ("npm run format" mends the layout)',
	);
	process.exitCode = passed ? 0 : 1;
}

void main();
