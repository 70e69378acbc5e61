import { actionNodes, allOperations, type ActionNode } from '../../scripts/nodes';
import { useEditor } from './useEditor';
import { useStack } from './useStack';
import { typeOf } from './workflows';

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

describe.each(actionNodes)('the panel of every operation of $name', (node) => {
	const places = allOperations([node]);

	beforeAll(async () => {
		const { credential, parameters } = accessOf(node);
		const steps = places.map(({ resource, operation }) => ({
			name: `${resource.value} ${operation.value}`,
			type: typeOf(node.name),
			parameters: { ...parameters, resource: resource.value, operation: operation.value },
		}));
		await openWorkflow(`Every operation of ${node.name}`, steps, { credential, loose: true });
		await editor().byId('zoom-to-fit').click();
	});
	// What one panel lacks is not to keep the next ones from being opened.
	afterEach(async () => {
		if (await editor().byId('ndv').isVisible()) await editor().closePanel();
	});

	for (const { resource, operation } of places) {
		inEditor(`${node.name}, ${resource.name}: ${operation.name}`, async () => {
			await editor().openPanel(`${resource.value} ${operation.value}`);
			const shown = async (name: string) =>
				await editor().parameter(name).locator('input').first().inputValue();
			expect(await shown('resource')).toBe(resource.name);
			expect(await shown('operation')).toBe(operation.name);
			const panel = editor().byId('node-parameters');
			for (const { displayName, displayOptions } of operation.fields) {
				// The others show when a field before them is set so.
				if (displayOptions === undefined) {
					await panel.getByText(displayName, { exact: true }).first().waitFor();
				}
			}
			expect(await panel.innerText()).not.toMatch(/undefined|\[object Object\]|NaN/);
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
