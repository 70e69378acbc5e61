import { startSandbox, type Fault } from '../sandbox';
import type { FaultColumn } from './faults';
import { addUp, judge, type Verdict } from './judge';
import type { Kind } from './kind';

/** One cell of the table. */
export interface Cell {
	kind: string;
	fault: string;
	/** How many requests met the fault. */
	fired: number;
	seconds: number;
	verdict: Verdict;
}

/** Runs one kind of operation against one fault: each way it comes in a sandbox of its own, and adds them up. */
export async function runCell(kind: Kind, column: FaultColumn): Promise<Cell> {
	const started = Date.now();
	const ways = await Promise.all(
		column
			.faults(kind.every, kind.match?.surface)
			.map(async (fault) => await runWay(kind, fault && { ...fault, match: kind.match })),
	);
	return {
		kind: kind.name,
		fault: column.name,
		fired: sumOf(ways, ({ fired }) => fired),
		seconds: (Date.now() - started) / 1000,
		verdict: addUp(ways.map(({ verdict }) => verdict)),
	};
}

/** Throws when no request met the fault, or when not all is done without one: such a cell would tell nothing. */
async function runWay(kind: Kind, fault?: Fault): Promise<{ fired: number; verdict: Verdict }> {
	const sandbox = await startSandbox({ statusSteps: false, echo: false, ...kind.sandbox });
	try {
		const run = await kind.prepare(sandbox);
		const set = fault && sandbox.control.addFault(fault);
		const verdict = judge(await run());
		if (set?.fired === 0) throw new Error(`${kind.title}: no request met the fault ${set.kind}`);
		const { failed, unsure } = verdict.told;
		if (!set && failed + unsure > 0) throw new Error(`${kind.title}: not all is done anyway`);
		return { fired: set?.fired ?? 0, verdict };
	} finally {
		await sandbox.close();
	}
}

const sumOf = <T>(values: readonly T[], numberOf: (value: T) => number): number =>
	values.reduce((sum, value) => sum + numberOf(value), 0);
