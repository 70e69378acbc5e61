import { z } from 'zod/v4';

/** The part of `jest --json` that counts. */
export const JestResult = z.object({
	numPassedTests: z.number(),
	numFailedTests: z.number(),
	/** Files that broke before or outside their tests. */
	numRuntimeErrorTestSuites: z.number(),
});

/** What one step of the test run came to. */
export interface Tally {
	title: string;
	passed: number;
	failed: number;
}

/** A step that either passes or fails, such as the linters. */
export function tallyStep(title: string, exitCode: number): Tally {
	return { title, passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1 };
}

/**
 * A run of jest. A file that could not run counts as a failure, and so does an exit code that no test explains
 * (coverage below its threshold, no tests at all).
 *
 * @param report the content of jest's JSON file; undefined when it wrote none
 */
export function tallyJest(title: string, exitCode: number, report: unknown): Tally {
	const read = JestResult.safeParse(report);
	if (!read.success) return { title, passed: 0, failed: 1 };
	const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = read.data;
	const failed = numFailedTests + numRuntimeErrorTestSuites;
	const unexplained = failed === 0 && (exitCode !== 0 || numPassedTests === 0) ? 1 : 0;
	return { title, passed: numPassedTests, failed: failed + unexplained };
}

/** `12 passed, 0 failed`, over all steps. */
export function total(tallies: readonly Tally[]): string {
	const sum = (key: 'passed' | 'failed') => tallies.reduce((count, tally) => count + tally[key], 0);
	return `${sum('passed')} passed, ${sum('failed')} failed`;
}

/** One line per step, for the end of the run. */
export function summary(tallies: readonly Tally[]): string {
	const width = Math.max(...tallies.map(({ title }) => title.length));
	return tallies
		.map(({ title, passed, failed }) => {
			const mark = failed === 0 ? 'ok    ' : 'FAILED';
			return `${mark}  ${title.padEnd(width)}  ${passed} passed, ${failed} failed`;
		})
		.join('\n');
}
