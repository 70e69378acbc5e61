import {
	isChange,
	itemOf,
	readCounter,
	rises,
	type Counter,
} from '../../../nodes/WazzupCounterTrigger/counter';
import { readUserIds } from '../../../nodes/WazzupCounterTrigger/settings';

test.each<[unknown, Counter | undefined]>([
	[
		{ counter: 3, counterV2: 2, type: 'red' },
		{ counter: 3, counterV2: 2, type: 'red' },
	],
	[
		{ counter: 0, counterV2: 0, type: null },
		{ counter: 0, counterV2: 0, type: null },
	],
	// REST names a colour where nothing is unanswered.
	[
		{ counterV2: 0, type: 'red', lastMsgDateTime: null },
		{ counterV2: 0, type: null },
	],
	[{ counter: 4 }, { counter: 4 }],
	[
		{ counter: 4, counterV2: null, type: null },
		{ counter: 4, type: null },
	],
	[{ counter: '4' }, undefined],
	[{}, undefined],
	['4', undefined],
	[undefined, undefined],
])('%j reads as %j', (told, counter) => {
	expect(readCounter(told)).toEqual(counter);
});

test.each<[Counter, Counter, boolean]>([
	[{ counter: 1, counterV2: 1, type: 'red' }, { counter: 1, counterV2: 1, type: 'red' }, false],
	[{ counter: 1, counterV2: 1, type: 'red' }, { counter: 1, counterV2: 1, type: 'grey' }, true],
	[{ counter: 1, counterV2: 1, type: 'red' }, { counter: 2, counterV2: 1, type: 'red' }, true],
	// What REST does not tell cannot differ.
	[{ counterV2: 1, type: 'red' }, { counter: 9, counterV2: 1, type: 'red' }, false],
	[{ counter: 9, counterV2: 1, type: 'red' }, { counterV2: 1, type: 'red' }, false],
	[{ counterV2: 1, type: 'red' }, { counter: 2, counterV2: 2, type: 'red' }, true],
	[{}, { counter: 1 }, true],
])('from %j to %j: a change is %s', (before, now, change) => {
	expect(isChange(before, now)).toBe(change);
});

test.each<[number | undefined, number | undefined, boolean]>([
	[5, 6, true],
	[0, 9, true],
	[6, 7, false],
	[6, 5, false],
	[4, 5, false],
	[undefined, 6, true],
	[undefined, 5, false],
	[5, undefined, false],
])('from %s to %s it rises above 5: %s', (before, now, risen) => {
	for (const name of ['counter', 'counterV2'] as const) {
		const threshold = { of: name, above: 5 };
		expect(rises({ [name]: before }, { [name]: now }, threshold)).toBe(risen);
	}
});

test('an item has all fields, whatever was told', () => {
	expect(itemOf(7, {}, { counter: 1 })).toEqual({
		userId: 7,
		counter: 1,
		counterV2: null,
		type: null,
		previous: { counter: null, counterV2: null, type: null },
	});
});

test.each<[unknown, Array<string | number>]>([
	['a, b\nc', ['a', 'b', 'c']],
	['a,a,', ['a']],
	[
		[1, '2', ' 3 ', 1, ''],
		[1, '2', '3'],
	],
	[42, [42]],
	['42', ['42']],
	[[], []],
	['', []],
	[undefined, []],
])('the users %j are %j', (given, ids) => {
	expect(readUserIds(given)).toEqual(ids);
});
