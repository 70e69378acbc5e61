import { isEqual } from 'lodash';
import { waitFor } from '../../host/wait';
import { useEditor } from './useEditor';
import { useStack } from './useStack';
import { WAZZUP_CLIENT, type Step } from './workflows';

const stack = useStack();
const { editor, inEditor, openWorkflow } = useEditor(stack);

const START: Step = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };

inEditor('a channel of a customer is picked and read with the partner login', async () => {
	await editor().addFirstNode();
	await editor().searchNodes('white label', (names) => names.includes('Wazzup Client'));
	await editor().screenshot('client-search');
	await editor().offer('Wazzup Client').click();
	await editor().offer('Get channel').click();
	await editor().byId('ndv').waitFor();
	// Which of its two credentials a node has decides whether it asks for an account.
	await editor().chooseCredential(stack().credentials.wazzupClientApi);
	await editor().parameter('accountId').waitFor({ state: 'hidden' });
	await editor().chooseCredential(stack().credentials.wazzupPartnerApi);

	await editor().openClosedList('channelId', 'Fill in Account ID first');
	await editor().parameter('accountId').locator('input').fill('1234-5678');
	const channels = await editor().openList('channelId');
	await editor().screenshot('client-channel-list');
	expect(channels).toHaveLength(stack().sandbox.control.tech.account().channels.length);
	expect(channels).toContainEqual('Client WhatsApp (active) · WhatsApp · 77001110001');
	// A channel that does not work says why, below those that do.
	expect(channels.at(-1)).toMatch(/^Client WhatsApp Signed Out \(The QR code has expired/);
	expect(await editor().searchList('waba')).toContain('Client WABA');
	await editor().byId('rlc-item').click();

	await editor().byId('node-execute-button').click();
	const output = editor().byId('output-panel');
	await output.getByText('channel_id').first().waitFor();
	await output.getByText('Client WABA').first().waitFor();
	await editor().screenshot('client-channel-output');
	await editor().closePanel();
	expect(await editor().unknownNodes()).toEqual([]);
});

inEditor(
	'the trigger asks whose events it is to receive, and takes the credential of that account',
	async () => {
		const { wazzupApi, wazzupClientApi, wazzupPartnerApi } = stack().credentials;
		await editor().addFirstNode();
		await editor().searchNodes('wazzup', (names) => names.includes('Wazzup'));
		await editor().offer('Wazzup').click();
		await editor().offer('On message received').click();
		await editor().byId('ndv').waitFor();
		await editor().chooseCredential(wazzupApi);
		await editor().choose('surface', 'End Customer of a Partner');
		await editor().chooseCredential(wazzupClientApi);
		await editor().parameter('accountId').waitFor({ state: 'hidden' });
		await editor().choose('authentication', 'Partner Login');
		await editor().chooseCredential(wazzupPartnerApi);
		await editor().parameter('accountId').waitFor();
		await editor().screenshot('trigger-end-customer');
		await editor().choose('surface', 'Own Account, API of 2021');
		await editor().chooseCredential(wazzupApi);
		await editor().screenshot('trigger-legacy');
		await editor().closePanel();
		expect(await editor().unknownNodes()).toEqual([]);
	},
);

inEditor('the fields of an output of a customer are known before the node ran', async () => {
	const { accountId } = stack().sandbox;
	const parameters = { authentication: 'partnerLogin', accountId, resource: 'deal' };
	const steps = [
		START,
		{ name: 'Deals', type: WAZZUP_CLIENT, parameters: { ...parameters, operation: 'getMany' } },
		{ name: 'Next', type: 'n8n-nodes-base.noOp' },
	];
	const credential = stack().credentials.wazzupPartnerApi;
	await openWorkflow('Preview of a customer', steps, { credential });
	await editor().openPanel('Next');
	const input = editor().byId('ndv-input-panel');
	await input.getByText('Preview', { exact: true }).waitFor();
	const names = ['id', 'name', 'responsible_user_id', 'uri', 'closed'];
	for (const name of names) await input.getByText(name, { exact: true }).waitFor();
	await editor().closePanel();
});

describe('the credentials of the node for customers', () => {
	const everywhere = ['baseUrl', 'requestsPer5Seconds', 'allowedHttpRequestDomains'];
	const ofRefreshToken = ['refreshToken', 'clientId', 'email', 'password'];

	/** Names of the fields that the dialog shows, once they are as wanted. */
	const expectFields = async (...names: string[]) => {
		const fields = editor().byId('credential-connection-parameter');
		const idsOf = async () =>
			await fields.locator('[data-test-id^="parameter-input-"]').evaluateAll((inputs) =>
				inputs.flatMap((input) => {
					const name = input.getAttribute('data-test-id')?.replace('parameter-input-', '');
					// The inner part of a text field.
					return name === undefined || name === 'field' ? [] : [name];
				}),
			);
		let shown: string[] = [];
		await waitFor(
			`The fields ${names.join(', ')}`,
			async () => {
				shown = await idsOf();
				return isEqual(shown, names) || undefined;
			},
			{ seconds: 10, report: () => `There are: ${shown.join(', ')}` },
		);
	};

	/** Chooses between the credentials that the node takes, in the dialog of a new one. */
	const chooseKind = async (name: string) => {
		await editor().byId('credential-mode-dropdown-trigger').click();
		await editor().page.getByRole('menuitem', { name }).click();
	};

	inEditor('each kind of access has its own fields', async () => {
		await openWorkflow('New credential', [START, { name: 'Client', type: WAZZUP_CLIENT }], {
			credential: stack().credentials.wazzupClientApi,
		});
		await editor().openPanel('Client');
		await editor().byId('node-credentials-select').click();
		await editor().byId('node-credentials-select-item-new').click();
		await expectFields('accessBy', ...ofRefreshToken, ...everywhere);
		await editor().screenshot('client-credential-refresh-token');
		await editor().choose('accessBy', 'Client Access Token');
		await expectFields('accessBy', 'clientAccessToken', ...everywhere);
		await editor().screenshot('client-credential-access-token');
		await chooseKind('Partner Login');
		await expectFields('email', 'password', ...everywhere);
		await editor().screenshot('partner-credential');
	});

	for (const [type, parameters] of [
		['wazzupClientApi', {}],
		['wazzupPartnerApi', { authentication: 'partnerLogin' }],
	] as const) {
		inEditor(`${type} tests itself`, async () => {
			const credential = stack().credentials[type];
			const client: Step = { name: 'Client', type: WAZZUP_CLIENT, parameters };
			await openWorkflow(`Test of ${type}`, [START, client], { credential });
			await editor().openPanel('Client');
			await editor().byId('credential-edit-button').click();
			await editor().page.getByText('Connection tested successfully').waitFor();
		});
	}
});

inEditor('the counter trigger is found, and lists the users of either API', async () => {
	await editor().addFirstNode();
	await editor().searchNodes('unanswered', (names) => names.includes('Wazzup Counter Trigger'));
	await editor().offer('Wazzup Counter Trigger').click();
	// It has no list of actions to choose from.
	await editor().page.getByText('Add to workflow').click();
	await editor().byId('ndv').waitFor();
	await editor().chooseCredential(stack().credentials.wazzupApi);
	const [user] = stack().sandbox.control.state().users;
	for (const api of ['V3', 'Legacy']) {
		await editor().choose('api', api);
		// While its users are being loaded, the list does not open.
		await editor().parameter('users').locator('input:enabled').first().waitFor();
		await editor().parameter('users').click();
		const option = editor().page.getByRole('option', { name: String(user?.name) });
		await option.first().waitFor();
		await editor().screenshot(`counter-${api}`);
		await editor().page.keyboard.press('Escape');
	}
	await editor().closePanel();
	expect(await editor().unknownNodes()).toEqual([]);
});
