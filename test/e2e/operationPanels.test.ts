import type { INode } from 'n8n-workflow';
import { actionNodes, allOperations, type ActionNode } from '../../scripts/nodes';
import { chosenWithCredential, nodeTypes, shownParameters } from '../nodeTypes';
import { useEditor } from './useEditor';
import { useStack } from './useStack';
import { typeOf } from './workflows';

type NodeParameters = INode['parameters'];

const stack = useStack();
const { editor, inEditor, openWorkflow } = useEditor(stack);

/** How a node reaches an account of the sandbox; the one that most of them ask for is the owner's. */
const accessOf = ({ name }: ActionNode) => {
	const { wazzupApi, wazzupPartnerApi } = stack().credentials;
	if (!['WazzupClient', 'WazzupPartner'].includes(name)) return { credential: wazzupApi };
	const { accountId } = stack().sandbox;
	const parameters = { authentication: 'partnerLogin', accountId };
	return { credential: wazzupPartnerApi, ...(name === 'WazzupClient' && { parameters }) };
};

/** A label without its HTML, as the panel shows it. */
const plain = (label: string) =>
	label
		.replaceAll(/<[^>]+>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>');

/** Checks that the open panel has each parameter that n8n shows with these values: the editor has hidden some before. */
async function expectAllShown(className: string, parameters: NodeParameters): Promise<void> {
	const type = nodeTypes[className];
	const isChosenWithCredential = type && chosenWithCredential(type).includes('authentication');
	const panel = editor().byId('node-parameters');
	for (const { name, displayName } of shownParameters(className, parameters)) {
		if (name === 'authentication' && isChosenWithCredential) continue;
		await panel.getByText(plain(displayName), { exact: true }).first().waitFor();
	}
	expect(await panel.innerText()).not.toMatch(/undefined|\[object Object\]|NaN/);
}

// What one panel lacks is not to keep the next ones from being opened.
afterEach(async () => {
	if (await editor().byId('ndv').isVisible()) await editor().closePanel();
});

describe.each(actionNodes)('the panel of every operation of $name', (node) => {
	const places = allOperations([node]);
	const parametersOf = ({ resource, operation }: (typeof places)[number]) => ({
		...accessOf(node).parameters,
		resource: resource.value,
		operation: operation.value,
	});

	beforeAll(async () => {
		const steps = places.map((place) => ({
			name: `${place.resource.value} ${place.operation.value}`,
			type: typeOf(node.name),
			parameters: parametersOf(place),
		}));
		const { credential } = accessOf(node);
		await openWorkflow(`Every operation of ${node.name}`, steps, { credential, loose: true });
		await editor().byId('zoom-to-fit').click();
	});

	for (const place of places) {
		const { resource, operation } = place;
		inEditor(`${node.name}, ${resource.name}: ${operation.name}`, async () => {
			await editor().openPanel(`${resource.value} ${operation.value}`);
			const shown = async (name: string) =>
				await editor().parameter(name).locator('input').first().inputValue();
			expect(await shown('resource')).toBe(resource.name);
			expect(await shown('operation')).toBe(operation.name);
			await expectAllShown(node.name, parametersOf(place));
			await editor().screenshot(
				`operations/${node.name}/${resource.value}-${operation.value}`,
				editor().byId('ndv'),
			);
			// From here the editor takes the preview of the output.
			const preview = `/schemas/${typeOf(node.name)}/1.0.0/${resource.value}/${operation.value}.json`;
			const reply = await editor().page.request.get(`${stack().n8n.url}${preview}`);
			expect(await reply.json()).toHaveProperty('type', 'object');
		});
	}
});

describe('the panel of a trigger', () => {
	const partnerLogin = { surface: 'tech', authentication: 'partnerLogin' };
	const kinds: Array<[title: string, className: string, parameters: NodeParameters]> = [
		['own account', 'WazzupTrigger', { surface: 'v3' }],
		[
			'own account, with the fields of some choices',
			'WazzupTrigger',
			{ surface: 'v3', events: ['contactRequested'], registration: 'manual' },
		],
		['customer with a client token', 'WazzupTrigger', { surface: 'tech' }],
		['customer with the partner login', 'WazzupTrigger', partnerLogin],
		[
			'customer, with the fields of some choices',
			'WazzupTrigger',
			{ ...partnerLogin, events: ['crm_entities.deal_add'], registration: 'manual' },
		],
		['account on the API of 2021', 'WazzupTrigger', { surface: 'legacy' }],
		['counter of v3', 'WazzupCounterTrigger', { api: 'v3' }],
		['counter of the API of 2021', 'WazzupCounterTrigger', { api: 'legacy' }],
	];

	beforeAll(async () => {
		const steps = kinds.map(([name, className, parameters]) => ({
			name,
			type: typeOf(className),
			parameters,
		}));
		await openWorkflow('Every kind of trigger', steps, { loose: true });
		await editor().byId('zoom-to-fit').click();
	});

	for (const [title, className, parameters] of kinds) {
		inEditor(`${className}, ${title}`, async () => {
			await editor().openPanel(title);
			await expectAllShown(className, parameters);
			await editor().screenshot(`triggers/${title}`, editor().byId('ndv'));
		});
	}
});
