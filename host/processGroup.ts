import { spawn, type ChildProcess } from 'node:child_process';
import type { RunOptions } from './command';
import { waitFor } from './wait';

/** Kills the group in $0 when the program at the other end of its stdin is gone. */
const WATCH = 'read -r _; kill -s KILL -- "-$0"';

/** A running program together with every process that it starts; none of them outlives this process. */
export class ProcessGroup {
	private output = '';
	private readonly child: ChildProcess;
	private readonly watcher: ChildProcess | undefined;

	/**
	 * @param keepCharacters how much of the output's end to keep
	 * @param onLine gets each line of stdout and stderr as it comes
	 */
	constructor(
		program: string,
		args: string[],
		{ onLine, ...options }: RunOptions & { onLine?: (line: string) => void },
		private readonly keepCharacters = 1_000_000,
	) {
		// A group of its own, so that Ctrl-C reaches us first and one signal reaches all of its processes.
		this.child = spawn(program, args, {
			...options,
			detached: true,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		for (const stream of [this.child.stdout, this.child.stderr]) {
			let unfinished = '';
			stream?.setEncoding('utf8').on('data', (text: string) => {
				this.output = (this.output + text).slice(-this.keepCharacters);
				const lines = (unfinished + text).split('\n');
				unfinished = lines.pop() ?? '';
				for (const line of lines) onLine?.(line);
			});
		}
		this.child.on('error', (error) => {
			this.output += `\n${error.message}\n`;
		});
		this.watcher = this.watch();
	}

	/** Process id of the first process, and id of the group. Throws when it could not be started. */
	get pid(): number {
		if (this.child.pid === undefined) throw new Error('The program could not be started');
		return this.child.pid;
	}

	/** The end of everything that was written to stdout and stderr. */
	logs(): string {
		return this.output;
	}

	/** How the first process ended, undefined while it runs. */
	ending(): string | undefined {
		if (this.child.pid === undefined) return 'it could not be started';
		if (this.child.exitCode !== null) return `exit code ${this.child.exitCode}`;
		return this.child.signalCode ?? undefined;
	}

	/** Ends every process of the group and returns when none is left; those that ignore SIGTERM are killed. */
	async stop(graceSeconds = 20): Promise<void> {
		this.signal('SIGTERM');
		try {
			await this.isEmptied('The end of the process group', graceSeconds);
			this.watcher?.kill('SIGKILL');
		} catch {
			await this.kill();
		}
	}

	/** Ends every process of the group with SIGKILL, which none of them hears, and returns when none is left. */
	async kill(): Promise<void> {
		this.signal('SIGKILL');
		await this.isEmptied('The end of the killed process group', 10);
		this.watcher?.kill('SIGKILL');
	}

	private async isEmptied(what: string, seconds: number): Promise<void> {
		const gone = async () => await Promise.resolve(this.isGone() || undefined);
		await waitFor(what, gone, { seconds, everyMs: 50 });
	}

	/**
	 * Starts what ends the group with this process, however that ends. Listeners of `process` cannot: SIGKILL reaches none,
	 * and in a jest test `process` is a copy that hears neither signals nor the exit.
	 */
	private watch(): ChildProcess | undefined {
		if (this.child.pid === undefined) return undefined;
		// In a group of its own, since Ctrl-C would end it together with us.
		const watcher = spawn('/bin/sh', ['-c', WATCH, String(this.child.pid)], {
			detached: true,
			stdio: ['pipe', 'ignore', 'ignore'],
		});
		watcher.on('error', (error) => {
			this.output += `\nNothing will end this program with the one that started it: ${error.message}\n`;
		});
		watcher.unref();
		return watcher;
	}

	private isGone(): boolean {
		return this.ending() !== undefined && !this.signal(0);
	}

	/** @returns false when no process of the group is left */
	private signal(signal: NodeJS.Signals | 0): boolean {
		if (this.child.pid === undefined) return false;
		try {
			return process.kill(-this.child.pid, signal);
		} catch {
			return false;
		}
	}
}
