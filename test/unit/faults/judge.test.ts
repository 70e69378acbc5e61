import { addUp, isTruthful, judge, type Told } from '../../../faults/judge';
import { toldInError } from '../../../faults/engine';

const tell = (...told: Array<[item: number, as: Told]>) => told.map(([item, as]) => ({ item, as }));

test('what happened once and was told so is fine, and so is what did not happen', () => {
	const verdict = judge({
		items: 3,
		told: tell([0, 'done'], [1, 'failed'], [2, 'unsure']),
		effects: [0],
	});
	expect(verdict).toEqual({
		...{ lost: 0, doubled: 0, misreported: 0 },
		told: { done: 1, failed: 1, unsure: 1 },
	});
	expect(isTruthful(verdict)).toBe(true);
});

test.each([
	['told as done without an effect', { items: 1, told: tell([0, 'done']), effects: [] }, 'lost'],
	['nothing told', { items: 1, told: [], effects: [0] }, 'lost'],
	['two effects', { items: 1, told: tell([0, 'done']), effects: [0, 0] }, 'doubled'],
	['two effects, unsure', { items: 1, told: tell([0, 'unsure']), effects: [0, 0] }, 'doubled'],
	['failed that happened', { items: 1, told: tell([0, 'failed']), effects: [0] }, 'misreported'],
	[
		'told of twice',
		{ items: 1, told: tell([0, 'done'], [0, 'failed']), effects: [0] },
		'misreported',
	],
] as const)('%s', (_, evidence, fault) => {
	const verdict = judge(evidence);
	expect(verdict).toMatchObject({ lost: 0, doubled: 0, misreported: 0, [fault]: 1 });
	expect(isTruthful(verdict)).toBe(false);
});

test('what may have happened is right either way', () => {
	const unsure = { items: 1, told: tell([0, 'unsure']) };
	expect(isTruthful(judge({ ...unsure, effects: [] }))).toBe(true);
	expect(isTruthful(judge({ ...unsure, effects: [0] }))).toBe(true);
});

test('evidence of an item that does not exist is none', () => {
	expect(() => judge({ items: 1, told: tell([0, 'done']), effects: [1] })).toThrow('no item 1');
	expect(() => judge({ items: 1, told: tell([NaN, 'done']), effects: [] })).toThrow('no item NaN');
});

test('verdicts add up', () => {
	const one = judge({ items: 2, told: tell([0, 'done']), effects: [0, 0] });
	expect(addUp([one, one])).toEqual({
		...{ lost: 2, doubled: 2, misreported: 0 },
		told: { done: 2, failed: 0, unsure: 0 },
	});
});

test.each([
	['failed', { error: 'Wazzup refused the request', details: { httpStatus: 403 } }],
	['unsure', { error: 'The connection was lost', details: { mayHaveHappened: true } }],
	[
		'unsure',
		{
			error: 'The file could not be fetched',
			details: { description: 'The export itself stays with Wazzup: Get Export reads it.' },
		},
	],
])('an error says %s', (told, json) => {
	expect(toldInError(json)).toBe(told);
});
