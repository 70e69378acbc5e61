import { summary, tallyJest, tallyStep, total } from '../../../scripts/tally';

const report = (numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites = 0) => ({
	numPassedTests,
	numFailedTests,
	numRuntimeErrorTestSuites,
});

test('a step counts as one', () => {
	expect(tallyStep('lint', 0)).toEqual({ title: 'lint', passed: 1, failed: 0 });
	expect(tallyStep('lint', 2)).toEqual({ title: 'lint', passed: 0, failed: 1 });
});

test('a run of jest counts its tests, and files that could not run', () => {
	expect(tallyJest('unit', 0, report(12, 0))).toEqual({ title: 'unit', passed: 12, failed: 0 });
	expect(tallyJest('unit', 1, report(12, 3, 1))).toEqual({ title: 'unit', passed: 12, failed: 4 });
});

test.each([
	['coverage below its threshold', 1, report(12, 0)],
	['no tests at all', 0, report(0, 0)],
])('%s is a failure', (_case, exitCode, result) => {
	expect(tallyJest('unit', exitCode, result).failed).toBe(1);
});

test.each([undefined, {}, 'broken'])(
	'a run without a readable report is a failure: %p',
	(result) => {
		expect(tallyJest('unit', 0, result)).toEqual({ title: 'unit', passed: 0, failed: 1 });
	},
);

test('the total goes over all steps', () => {
	const tallies = [tallyStep('lint', 1), tallyStep('types', 0), tallyJest('e2e', 0, report(5, 0))];
	expect(total(tallies)).toBe('6 passed, 1 failed');
	expect(summary(tallies)).toBe(
		[
			'FAILED  lint   0 passed, 1 failed',
			'ok      types  1 passed, 0 failed',
			'ok      e2e    5 passed, 0 failed',
		].join('\n'),
	);
});
