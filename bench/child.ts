import { fork, type ChildProcess } from 'node:child_process';

/** A program of this folder in a process of its own, which is told and asked by messages. */
export class Child {
	private readonly process: ChildProcess;
	private output = '';
	private readonly ended: Promise<never>;

	/** @param script path of a TypeScript file */
	constructor(
		script: string,
		{ nodeOptions = [], env = {} }: { nodeOptions?: string[]; env?: NodeJS.ProcessEnv } = {},
	) {
		this.process = fork(script, {
			execArgv: ['--require', 'tsx/cjs', ...nodeOptions],
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
			serialization: 'advanced',
		});
		for (const stream of [this.process.stdout, this.process.stderr]) {
			stream?.setEncoding('utf8').on('data', (text: string) => {
				this.output = (this.output + text).slice(-10_000);
			});
		}
		this.ended = new Promise<never>((_, reject) => {
			this.process.once('close', (code) =>
				reject(new Error(`${script} ended with ${code}:\n${this.output}`)),
			);
		});
		// Who asks is told; an end that nobody waits for is none of anybody's business.
		this.ended.catch(() => undefined);
	}

	/** Sends a message and gives the next one that comes back. Throws with what the program printed when it ends instead. */
	async ask<Answer>(message: object): Promise<Answer> {
		const answer = new Promise<Answer>((resolve) =>
			this.process.once('message', (value) => resolve(value as Answer)),
		);
		this.process.send(message);
		return await Promise.race([answer, this.ended]);
	}

	/** Waits for a program that ends by itself. */
	async end(): Promise<void> {
		await this.ended.catch(() => undefined);
	}

	stop(): void {
		this.process.kill('SIGKILL');
	}
}
