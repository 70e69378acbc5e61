import { perItem, percent, seconds, times } from '../../../bench/format';

test('figures carry three digits', () => {
	expect([0.0123, 12.34, 123.4].map(seconds)).toEqual(['0.01', '12.3', '123']);
});

test('the time of an item is told in the unit that fits', () => {
	expect(perItem(20, 10_000)).toBe('2.0 ms');
	expect(perItem(0.5, 10_000)).toBe('50 µs');
});

test('ratios and shares', () => {
	expect(times(1, 4)).toBe('0.25×');
	expect(times(40, 2)).toBe('20×');
	expect([0.012, 0.953, 1.5].map(percent)).toEqual(['1.20 %', '95.3 %', '150 %']);
});
