import { best, leastSeconds, median } from '../../../bench/statistics';

test('the median is the value in the middle, or the mean of the two in the middle', () => {
	expect(median([3, 1, 2])).toBe(2);
	expect(median([4, 1, 3, 2])).toBe(2.5);
	expect(() => median([])).toThrow('no values');
});

test('the best of several runs is the least', () => {
	expect(best([0.3, 0.2, 0.4])).toBe(0.2);
	expect(() => best([])).toThrow('no values');
});

test('500 requests can go at once, each 500 more need five seconds', () => {
	expect(leastSeconds(0, 0)).toBe(0);
	expect(leastSeconds(500, 0.1)).toBe(0.1);
	expect(leastSeconds(501, 0.1)).toBe(5.1);
	expect(leastSeconds(1_000, 0)).toBe(5);
	expect(leastSeconds(10_000, 0)).toBe(95);
});
