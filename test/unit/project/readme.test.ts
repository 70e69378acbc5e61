import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../host/paths';
import { allOperations } from '../../../scripts/nodes';
import { withOperations } from '../../../scripts/readme';

const empty = '# Nodes\n\n<!-- operations:start -->\n<!-- operations:end -->\n\nThe rest.\n';

test('the table of operations in README.md is up to date; "npm run docs" brings it there', () => {
	const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');
	expect(withOperations(readme)).toBe(readme);
});

test('the table has one row per operation, with its routes', () => {
	const readme = withOperations(empty);
	const rows = readme.split('\n').filter((line) => line.startsWith('| ') && line.includes('`'));
	expect(rows).toHaveLength(allOperations().length);
	expect(readme).toContain(
		'| Contact | Create or Update | Create a new record, or update the current one if it already exists (upsert) | `POST /v3/contacts` | up to 100 |',
	);
});

test('what stands around the table stays, and a second time changes nothing', () => {
	const readme = withOperations(empty);
	expect(readme.startsWith('# Nodes\n\n<!-- operations:start -->\n')).toBe(true);
	expect(readme.endsWith('<!-- operations:end -->\n\nThe rest.\n')).toBe(true);
	expect(withOperations(readme)).toBe(readme);
	expect(withOperations(readme.replace('Create or Update', 'Upsert'))).toBe(readme);
});

test('a README without the markers is refused', () => {
	for (const broken of ['# Nodes\n', '<!-- operations:end -->\n<!-- operations:start -->\n']) {
		expect(() => withOperations(broken)).toThrow('<!-- operations:start -->');
	}
});
