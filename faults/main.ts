import './setUp';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { Advice, textOf } from '../host/advice';
import { writeDocument } from '../host/document';
import { projectFolder } from '../host/paths';
import { aloud as say } from '../host/progress';
import { cancelIn, waitings, type Cancelled } from './cancel';
import { runCell, type Cell } from './cell';
import { faultColumns, type FaultColumn } from './faults';
import { isTruthful } from './judge';
import type { Kind } from './kind';
import { kinds } from './kinds';
import { helpOf, readOptions } from './options';
import { reportOf } from './report';
import { cancelTable, faultTables } from './table';

const reportFile = join(projectFolder, 'docs', 'faults.md');

/** Cells that run at the same time, beside those that mostly wait. */
const AT_ONCE = 4;
const MOST_MILLISECONDS = 1_000;

async function runCells(chosen: readonly Kind[]): Promise<Cell[]> {
	const limit = pLimit(AT_ONCE);
	const pairs = chosen.flatMap((kind) => faultColumns.map((column) => ({ kind, column })));
	let left = pairs.length;
	const run = async (kind: Kind, column: FaultColumn): Promise<Cell> => {
		const cell = await runCell(kind, column);
		const { lost, doubled, misreported, told } = cell.verdict;
		say(
			`${kind.title}, ${column.title}: lost ${lost}, doubled ${doubled}, misreported ${misreported}` +
				` (done ${told.done}, failed ${told.failed}, unsure ${told.unsure}; ${cell.fired} faults,` +
				` ${cell.seconds.toFixed(0)} s), ${--left} to go`,
		);
		return cell;
	};
	return await Promise.all(
		pairs.map(async ({ kind, column }) => {
			const mostlyWaits = column.isSlow ?? kind.isOneByOne ?? false;
			return mostlyWaits ? await run(kind, column) : await limit(run, kind, column);
		}),
	);
}

async function runCancels(): Promise<Cancelled[]> {
	const cancelled: Cancelled[] = [];
	// One after the other, with nothing beside them: milliseconds count.
	for (const waiting of waitings) {
		say(`cancelling in the middle of: ${waiting.title} ...`);
		cancelled.push(await cancelIn(waiting));
	}
	return cancelled;
}

async function runFaults(only: string[] | undefined): Promise<void> {
	const chosen = kinds.filter(({ name }) => only?.includes(name) ?? true);
	say(
		`${chosen.length} kinds of operation against ${faultColumns.length} faults; the slowest take minutes`,
	);
	const cells = await runCells(chosen);
	const cancelled = only ? [] : await runCancels();
	const tables = await faultTables(cells, chosen, faultColumns);
	const cancelText = await cancelTable(cancelled);
	say(`\nlost / doubled / misreported\n\n${tables.truth}\n\n${cancelText}\n`);
	if (!only) {
		await writeDocument(reportFile, reportOf(tables, cancelText));
		say('docs/faults.md was written');
	}
	const isLate = ({ stopped, requestsAfter }: Cancelled) =>
		stopped > MOST_MILLISECONDS || requestsAfter > 0;
	if (!cells.every(({ verdict }) => isTruthful(verdict)) || cancelled.some(isLate)) {
		say('Not everything holds: see the bold figures, and the waits above.');
		process.exitCode = 1;
	}
}

async function main(): Promise<void> {
	try {
		const names = kinds.map(({ name }) => name);
		const { help, only } = readOptions(process.argv.slice(2), names);
		if (help) say(helpOf(names));
		else await runFaults(only);
	} catch (error) {
		console.error(`\n${error instanceof Advice ? error.message : textOf(error)}`);
		process.exitCode = 1;
	}
}

void main();
