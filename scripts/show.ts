import { spawn } from 'node:child_process';
import { dirname, delimiter } from 'node:path';
import { projectFolder } from '../host/paths';

/**
 * Runs a program of this project with the node that runs this one, and shows what it writes.
 *
 * @param script path of a JavaScript file
 * @returns its exit code; 1 when a signal ended it
 */
export async function show(script: string, args: string[]): Promise<number> {
	return await new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [script, ...args], {
			cwd: projectFolder,
			stdio: 'inherit',
			env: {
				...process.env,
				PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
			},
		});
		child.on('error', reject);
		child.on('close', (code) => resolve(code ?? 1));
	});
}
