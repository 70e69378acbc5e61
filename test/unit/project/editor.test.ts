import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectFolder } from '../../../host/paths';
import { chosenWithCredential, nodeTypes, shownParameters } from '../../nodeTypes';

const { n8n } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
	n8n: { nodes: string[] };
};

test('no node is left out here', () => {
	const names = n8n.nodes.map((path) => basename(path, '.node.js'));
	expect(Object.keys(nodeTypes).sort()).toEqual(names.sort());
});

describe.each(Object.entries(nodeTypes))('%s', (_name, type) => {
	// n8n's editor hides each parameter that a credential is shown by, and keeps the choice of Authentication alone.
	test('shows its credentials by nothing but Authentication', () => {
		expect(chosenWithCredential(type).filter((name) => name !== 'authentication')).toEqual([]);
	});

	// Of a conditional one, the editor hides what the condition is about as well.
	test('has no condition for an Authentication that is chosen with the credential', () => {
		const chosen = chosenWithCredential(type);
		const fields = type.description.properties.filter(({ name }) => chosen.includes(name));
		expect(fields.flatMap(({ displayOptions = {} }) => Object.keys(displayOptions))).toEqual([]);
	});

	test('calls a picker by what is picked, since it has a list of names beside the ID', () => {
		const pickers = type.description.properties.filter(
			({ type: kind }) => kind === 'resourceLocator',
		);
		expect(pickers.filter(({ displayName }) => / IDs?$/.test(displayName))).toEqual([]);
	});
});

test('what is shown follows from what was chosen before', () => {
	const names = (parameters: Parameters<typeof shownParameters>[1]) =>
		shownParameters('WazzupTrigger', parameters).map(({ name }) => name);
	expect(names({})).not.toContain('authentication');
	expect(names({ surface: 'tech' })).toContain('authentication');
	expect(names({ surface: 'tech', authentication: 'partnerLogin' })).toContain('accountId');
});
