import type { Fault, Sandbox, SandboxOptions } from '../sandbox';
import type { Evidence } from './judge';

/** Runs the items; afterwards it may take the faults away, to look at what is left. */
export type Run = () => Promise<Evidence>;

/** A kind of operation: one row of the table. */
export interface Kind {
	name: string;
	title: string;
	/** Which requests the faults meet. */
	match: Fault['match'];
	/** Each so manieth of them; small where many items share a request. */
	every: number;
	/** Whether its items follow one another, so that it mostly waits. */
	isOneByOne?: boolean;
	sandbox?: SandboxOptions;
	/** Puts into the sandbox what the run needs, before any fault is set. @returns the run */
	prepare: (sandbox: Sandbox) => Run | Promise<Run>;
}

/** How many items a cell runs. */
export const ITEMS = 200;

export const indexes: readonly number[] = [...Array(ITEMS).keys()];
