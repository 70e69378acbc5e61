import './impatient';
import { LoadOptionsContext } from 'n8n-core';
import { Workflow, type ILoadOptionsFunctions, type INode, type INodeType } from 'n8n-workflow';
import { Wazzup } from '../../../nodes/Wazzup/Wazzup.node';
import { WazzupClient } from '../../../nodes/WazzupClient/WazzupClient.node';
import { WazzupCounterTrigger } from '../../../nodes/WazzupCounterTrigger/WazzupCounterTrigger.node';
import { WazzupLegacy } from '../../../nodes/WazzupLegacy/WazzupLegacy.node';
import { WazzupTrigger } from '../../../nodes/WazzupTrigger/WazzupTrigger.node';
import { additionalDataFor, nodeTypesOf } from '../../engine/harness';
import { clientDoors, closedDoors, keyDoor, type Door } from './doors';
import { cells, useEcho } from './echo';
import { leaksIn } from './leaks';

const TYPE = 'n8n-nodes-wazzup24.node';
const techDoors = [...clientDoors, ...closedDoors];

const template = {
	...{ resource: 'message', operation: 'send', content: 'template' },
	templateId: { __rl: true, mode: 'id', value: '8d255e5d-1f2c-4b5a-9d3e-2f6a7b8c9d0e' },
};

/** Every node that asks Wazzup from the editor, with the parameters under which it does so in one way. */
const editors: Array<[string, () => INodeType, INode['parameters'], readonly Door[]]> = [
	['Wazzup', () => new Wazzup(), template, [keyDoor]],
	['Wazzup Legacy', () => new WazzupLegacy(), {}, [keyDoor]],
	['Wazzup Client', () => new WazzupClient(), { pipelineId: '1' }, techDoors],
	['Wazzup Trigger, v3', () => new WazzupTrigger(), { surface: 'v3' }, [keyDoor]],
	['Wazzup Trigger, legacy', () => new WazzupTrigger(), { surface: 'legacy' }, [keyDoor]],
	['Wazzup Trigger, tech', () => new WazzupTrigger(), { surface: 'tech' }, techDoors],
	['Wazzup Counter Trigger, v3', () => new WazzupCounterTrigger(), { api: 'v3' }, [keyDoor]],
	[
		'Wazzup Counter Trigger, legacy',
		() => new WazzupCounterTrigger(),
		{ api: 'legacy' },
		[keyDoor],
	],
];

type Method = (this: ILoadOptionsFunctions) => Promise<unknown>;

/** The functions by which a node fills its lists and fields in the editor. */
function methodsOf({ methods = {} }: INodeType): Array<[string, Method]> {
	const { loadOptions, listSearch, resourceMapping } = methods;
	return Object.entries({ ...loadOptions, ...listSearch, ...resourceMapping });
}

/** The node as the editor has it open. */
function contextOf(type: INodeType, parameters: INode['parameters'], door: Door, baseUrl: string) {
	const { authentication, credentialType, credentials } = door;
	const node: INode = {
		...{ id: 'node-1', name: 'Node', type: TYPE, typeVersion: 1, position: [0, 0] },
		parameters: { ...parameters, accountId: '12345678', ...(authentication && { authentication }) },
		credentials: { [credentialType]: { id: '1', name: 'test' } },
	};
	const workflow = new Workflow({
		...{ id: 'workflow-1', nodes: [node], connections: {}, active: false },
		nodeTypes: nodeTypesOf({ [TYPE]: type }),
	});
	const data = additionalDataFor({ ...credentials, baseUrl }, '1', credentialType);
	return new LoadOptionsContext(workflow, workflow.getNode('Node') ?? node, data, '');
}

const use = useEcho();
const ways = editors.flatMap(([name, type, parameters, doors]) =>
	doors.flatMap((door) =>
		methodsOf(type()).map(
			([method, call]): [string, () => INodeType, typeof parameters, Door, Method] => [
				`${method} of ${name}, ${door.name}`,
				...([type, parameters, door, call] as const),
			],
		),
	),
);

test.each(ways)('%s: the editor shows no secret', async (_name, type, parameters, door, method) => {
	const errors = await Promise.all(
		cells.map(async ({ failure, shape }) => {
			const { baseUrl, urls } = use.echo.meet({ failure, shape, grants: door.grants });
			const context = contextOf(type(), parameters, door, baseUrl);
			jest.spyOn(context, 'getCurrentNodeParameter').mockReturnValue('1');
			try {
				return { urls, shown: await method.call(context) };
			} catch (error) {
				return { urls, error };
			}
		}),
	);
	expect(errors.filter(({ error, urls }) => !error || urls.length === 0)).toEqual([]);
	expect(leaksIn([errors, use.logged])).toEqual([]);
});
