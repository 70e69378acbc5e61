import { spawn } from 'node:child_process';
import { dirname, delimiter } from 'node:path';
import { Advice } from './advice';

/** The last lines of a long text. */
export function tail(text: string, lines = 25): string {
	return text.trimEnd().split('\n').slice(-lines).join('\n');
}

/** A failing program tells the reason first or last. */
function ends(text: string): string {
	const lines = text.trim().split('\n');
	return lines.length <= 40
		? lines.join('\n')
		: [...lines.slice(0, 15), '...', ...lines.slice(-20)].join('\n');
}

/** Where a program runs, with which variables, and as whom: this process's own user when `uid` is absent. */
export interface RunOptions {
	cwd: string;
	env?: NodeJS.ProcessEnv;
	uid?: number;
	gid?: number;
}

/**
 * Runs a program to its end.
 *
 * @returns what it wrote to stdout
 * @throws Advice when the program does not exist, Error with both ends of its output when it fails
 */
export async function run(
	program: string,
	args: string[],
	{ cwd, env = process.env, ...user }: RunOptions,
): Promise<string> {
	return await new Promise<string>((resolve, reject) => {
		const child = spawn(program, args, { cwd, env, ...user, stdio: ['ignore', 'pipe', 'pipe'] });
		let stdout = '';
		let everything = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			stdout += text;
			everything += text;
		});
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			everything += text;
		});
		child.on('error', (error: NodeJS.ErrnoException) => {
			reject(error.code === 'ENOENT' ? new Advice(missing(program)) : error);
		});
		child.on('close', (code, signal) => {
			if (code === 0) resolve(stdout);
			else {
				const end = code === null ? `was ended by ${signal}` : `failed with exit code ${code}`;
				reject(new Error(`"${program} ${args.join(' ')}" ${end}:\n${ends(everything)}`));
			}
		});
	});
}

/**
 * Runs npm with the node that runs this program, whatever node the machine has.
 *
 * @throws as run() does
 */
export async function npm(
	args: string[],
	{ cwd, env = {} }: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<string> {
	const environment = {
		...process.env,
		...env,
		// "npm start --silent" would otherwise make this npm silent about what failed.
		npm_config_loglevel: 'notice',
		PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
	};
	const npmScript = process.env.npm_execpath;
	return npmScript?.endsWith('npm-cli.js')
		? await run(process.execPath, [npmScript, ...args], { cwd, env: environment })
		: await run('npm', args, { cwd, env: environment });
}

/** Whether a program of this name can be started. */
export async function exists(program: string): Promise<boolean> {
	return await new Promise<boolean>((resolve) => {
		const child = spawn(program, ['--version'], { stdio: 'ignore' });
		child.on('error', () => resolve(false));
		child.on('close', (code) => resolve(code === 0));
	});
}

function missing(program: string): string {
	return (
		`The program "${program}" is needed and was not found. ` +
		`Install it (on Debian or Ubuntu: sudo apt-get install -y ${program}) and run the same command again.`
	);
}
