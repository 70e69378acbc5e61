import { goalList } from '../../../bench/goal';
import { readOptions } from '../../../bench/options';
import { reportOf } from '../../../bench/report';

const order = ['write', 'read'];
const write = { name: 'write', title: 'Write', text: 'old figures' };
const read = { name: 'read', title: 'Read', text: 'more figures' };

test('a section that was measured anew takes the place of the old one, the others stay', () => {
	const first = reportOf('', '# Head', [read, write], order);
	const second = reportOf(first, '# New head', [{ ...write, text: 'new figures' }], order);
	expect(second).toBe(first.replace('old figures', 'new figures').replace('# Head', '# New head'));
	expect(second).toContain('`npm run bench -- --only write`');
	expect(second.indexOf('new figures')).toBeLessThan(second.indexOf('more figures'));
});

test('a section that has not been measured yet is left out', () => {
	expect(reportOf('', '# Head', [read], order)).not.toContain('write');
	expect(reportOf('# Head', '# Head', [], order)).toBe('# Head\n');
});

test('a missed goal is told with its reason', () => {
	const goal = { goal: 'twice as fast', measured: '1.5×', reason: 'n8n is slow.' };
	expect(goalList([{ ...goal, holds: false }])).toBe(
		'- **missed**: twice as fast. Measured: 1.5×. n8n is slow.',
	);
	expect(goalList([{ ...goal, holds: true }])).toBe('- holds: twice as fast. Measured: 1.5×.');
});

test('an unknown scenario or option is refused with the names of all', () => {
	expect(readOptions(['--only', 'read', '--only', 'write'], order).only).toEqual(['read', 'write']);
	expect(readOptions([], order)).toEqual({ help: false, only: undefined });
	expect(() => readOptions(['--only', 'reed'], order)).toThrow(/"reed"[\s\S]*write, read/);
	expect(() => readOptions(['--fast'], order)).toThrow('--fast');
});
