import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createRunExecutionData,
	NodeConnectionTypes,
	Workflow,
	type ICredentialType,
	type INode,
	type INodeType,
} from 'n8n-workflow';
import { WazzupApi } from '../../../credentials/WazzupApi.credentials';
import { WazzupClientApi } from '../../../credentials/WazzupClientApi.credentials';
import { WazzupPartnerApi } from '../../../credentials/WazzupPartnerApi.credentials';
import { additionalDataFor, nodeTypesOf, type CredentialType } from '../../engine/harness';
import { clientDoors, closedDoors, keyDoor, partnerDoor, type Door } from './doors';
import { cells, useEcho } from './echo';
import { leaksIn } from './leaks';
import { startServer } from './server';

const types: Record<CredentialType, ICredentialType> = {
	wazzupApi: new WazzupApi(),
	wazzupClientApi: new WazzupClientApi(),
	wazzupPartnerApi: new WazzupPartnerApi(),
};

/** The node that n8n makes up to test a credential: it sends the request of the credential's test. */
function testerOf({ test: tested }: ICredentialType, name: CredentialType): INodeType {
	return {
		description: {
			...{ displayName: 'Tester', name: 'tester', group: ['transform'], version: 1 },
			...{ description: '', defaults: { name: 'Tester' } },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name, required: true }],
			properties: [
				{
					...{ displayName: 'Temp', name: 'temp', type: 'string', default: '' },
					routing: { request: tested?.request },
				},
			],
		},
	};
}

/** What a person sees of an error of the test, as n8n 2.41 makes it (credentials-tester.service). */
function shownOf(error: unknown): string {
	const { message, cause } = error as {
		message: string;
		cause?: { code?: string; response?: { statusText: string } };
	};
	return cause?.response?.statusText ?? cause?.code ?? message;
}

/** "Test" in the window of a credential. */
async function testCredential({ credentialType, credentials }: Door, baseUrl: string) {
	const type = testerOf(types[credentialType], credentialType);
	const node: INode = {
		...{ id: 'temp', name: 'Temp-Node', type: 'tester', typeVersion: 1, position: [0, 0] },
		parameters: {},
		credentials: { [credentialType]: { id: '1', name: 'test' } },
	};
	const workflow = new Workflow({
		...{ nodes: [node], connections: {}, active: false },
		nodeTypes: nodeTypesOf({ tester: type }),
	});
	const decrypted = { ...credentials, baseUrl };
	const data = additionalDataFor(decrypted, '1', credentialType);
	const executeData = { node, data: {}, source: null };
	const input = { main: [[{ json: {} }]] };
	const record = createRunExecutionData();
	const context = new ExecuteContext(
		...([workflow, node, data, 'internal', record, 0] as const),
		[],
		input,
		executeData,
		[],
	);
	const stored = { id: '1', name: 'test', type: credentialType, data: decrypted };
	await new RoutingNode(context, type, stored).runNode();
}

const use = useEcho();
const doors = [
	keyDoor,
	...clientDoors.slice(0, 2),
	...closedDoors.slice(0, 1),
	partnerDoor('none'),
];

test.each(doors.map((door) => [`${door.credentialType}, ${door.name}`, door] as const))(
	'%s: its test shows no secret',
	async (_name, door) => {
		for (const cell of cells) {
			const { baseUrl, urls } = use.echo.meet({ ...cell, grants: door.grants });
			let shown: string | undefined;
			let refused: unknown;
			try {
				await testCredential(door, baseUrl);
			} catch (error) {
				shown = shownOf(error);
				// Where the request itself was sent, n8n's error holds it, and shows nothing of that.
				if (closedDoors.includes(door)) refused = error;
			}
			expect(shown).toBeDefined();
			expect(urls).not.toHaveLength(0);
			expect(leaksIn([shown, refused, urls])).toEqual([]);
		}
		expect(leaksIn(use.logged)).toEqual([]);
	},
);

test.each(doors.map((door) => [`${door.credentialType}, ${door.name}`, door] as const))(
	'%s: a redirect of its test gets no secret',
	async (_name, door) => {
		const other = await startServer();
		const own = await startServer(`${other.url}/x`);
		await testCredential(door, own.url).catch(() => undefined);
		expect(own.asked).not.toHaveLength(0);
		expect(leaksIn(other.asked.map(({ url, headers }) => [url, headers]))).toEqual([]);
	},
);
