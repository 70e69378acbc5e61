import { Workers } from './sharedKey';

/** How far Wazzup's window has run when the first message goes, in milliseconds: the workers do not know it. */
const PHASES = [0, 1_000, 2_000, 3_000, 3_600, 4_600];

describe.each([50, 100, 500])('one process, answered in %i ms', (delay) => {
	test.each([300, 1_000, 3_000])(
		'sends %i messages at 95 %% of the allowed pace or more, without a 429',
		async (messages) => {
			for (const into of PHASES) {
				const { paceShare, refused } = await new Workers(1).send({ messages, delay, into });
				expect(refused).toBe(0);
				expect(paceShare).toBeGreaterThanOrEqual(0.95);
			}
		},
	);
});

// What is refused was under way when the window was used up: it grows with the delay and with the number of workers.
test.each([
	{ workers: 2, messages: 1_000, delay: 4, most: 0.004 },
	{ workers: 2, messages: 1_000, delay: 50, most: 0.009 },
	{ workers: 2, messages: 1_000, delay: 100, most: 0.016 },
	{ workers: 2, messages: 1_000, delay: 500, most: 0.07 },
	{ workers: 2, messages: 3_000, delay: 100, most: 0.006 },
	{ workers: 3, messages: 1_000, delay: 50, most: 0.02 },
	{ workers: 4, messages: 1_000, delay: 4, most: 0.013 },
	{ workers: 4, messages: 1_000, delay: 100, most: 0.04 },
	{ workers: 4, messages: 3_000, delay: 100, most: 0.025 },
])(
	'$workers workers with one key that send $messages messages at once, answered in $delay ms, have few refused: at most $most',
	async ({ workers, messages, delay, most }) => {
		for (const into of PHASES) {
			const { refusedShare } = await new Workers(workers).send({ messages, delay, into });
			expect(refusedShare).toBeLessThanOrEqual(most);
		}
	},
);

test.each([
	{ workers: 2, most: 0.005 },
	{ workers: 4, most: 0.013 },
])('$workers workers that start one after the other have few refused', async (load) => {
	for (const into of PHASES) {
		const { workers, most } = load;
		const spread = { messages: 1_000, delay: 4, apart: 300, into };
		const { refusedShare } = await new Workers(workers).send(spread);
		expect(refusedShare).toBeLessThanOrEqual(most);
	}
});

test('two workers on a busy machine have no more under way, and so no more refused', async () => {
	for (const into of PHASES) {
		const load = { messages: 1_000, delay: 5, late: 600, into };
		const { refusedShare } = await new Workers(2).send(load);
		expect(refusedShare).toBeLessThanOrEqual(0.02);
	}
});

test('one process whose answers are often late is at 95 % of the allowed pace in the end', async () => {
	const worker = new Workers(1);
	await worker.send({ messages: 3_000, delay: 100, late: 300 });
	const { paceShare } = await worker.send({ messages: 3_000, delay: 100, late: 300 });
	expect(paceShare).toBeGreaterThanOrEqual(0.95);
});

test('two workers settle at half of the pace each, and keep it in the next run', async () => {
	const workers = new Workers(2);
	await workers.send({ messages: 1_000, delay: 100 });
	expect(workers.paces).toEqual([250, 250]);
	const { refused } = await workers.send({ messages: 1_000, delay: 100 });
	expect(refused).toBe(0);
});
