import type { IDataObject } from 'n8n-workflow';
import { v3Endpoints } from '../../api/v3';
import { byId, useSandbox } from './wazzup/useSandbox';

/** An operation that leads to a route, with what has to be there before. */
interface Sample {
	route: string;
	parameters: () => IDataObject | Promise<IDataObject>;
	items?: IDataObject[];
}

const sandbox = useSandbox();
const seeded = () => sandbox.control.seed({ contacts: 3, deals: 3, users: 3 });
const known = (list: ReadonlyArray<{ id: unknown }>) => String(list.at(-1)?.id);
const channelId = () => {
	const channel = sandbox.control.state().channels.find(({ state }) => state === 'active');
	return byId(channel?.channelId ?? '');
};
const send = () => ({
	...{ resource: 'message', operation: 'send', channelId: channelId() },
	...{ chatType: 'whatsapp', chatId: '79011112233', text: 'hello' },
});
const sentMessageId = async () => (await sandbox.run(send())).items[0]?.messageId;

const ofEntities = (resource: 'contact' | 'deal' | 'user', entity: IDataObject): Sample[] => {
	const plural = `${resource}s` as const;
	const base = { resource };
	const id = () => {
		seeded();
		const one = known(sandbox.control.state()[plural]);
		return resource === 'user' ? byId(one) : one;
	};
	return [
		{
			route: `POST /v3/${plural}`,
			parameters: () => ({ ...base, operation: 'upsert', dataMode: 'autoMapInputData' }),
			items: [entity],
		},
		{
			route: `GET /v3/${plural}/{id}`,
			parameters: () => ({ ...base, operation: 'get', id: id() }),
		},
		{ route: `GET /v3/${plural}`, parameters: () => ({ ...base, operation: 'getMany' }) },
		{
			route: `DELETE /v3/${plural}/{id}`,
			parameters: () => ({ ...base, operation: 'delete', id: id() }),
		},
		{
			route: `PATCH /v3/${plural}/bulk_delete`,
			parameters: () => ({ ...base, operation: 'deleteMany', ids: '1, 2' }),
		},
	];
};

const partner = { resource: 'integration', secret: 'only-the-servers-know' };
const register = { ...partner, operation: 'registerInMarketplace', crmCode: 'my-crm' };

const samples: Sample[] = [
	...ofEntities('contact', {
		...{ id: 'c1', responsibleUserId: '1', name: 'Anna' },
		...{ chatType: 'whatsapp', chatId: '79011112233' },
	}),
	...ofEntities('deal', {
		...{ id: 'd1', responsibleUserId: '1', name: 'Order', contacts: ['c1'], closed: false },
	}),
	...ofEntities('user', { id: 'u1', name: 'Alex' }),
	{ route: 'GET /v3/channels', parameters: () => ({ resource: 'channel', operation: 'getMany' }) },
	{ route: 'POST /v3/message', parameters: send },
	{
		route: 'PATCH /v3/message/{messageId}',
		parameters: async () => ({
			...{ resource: 'message', operation: 'edit', text: 'changed' },
			messageId: await sentMessageId(),
		}),
	},
	{
		route: 'DELETE /v3/message/{messageId}',
		parameters: async () => ({
			...{ resource: 'message', operation: 'delete' },
			messageId: await sentMessageId(),
		}),
	},
	{ route: 'GET /v3/webhooks', parameters: () => ({ resource: 'webhook', operation: 'get' }) },
	{
		route: 'PATCH /v3/webhooks',
		parameters: () => ({ resource: 'webhook', operation: 'set', changeEvents: true, events: [] }),
	},
	{
		route: 'POST /v3/pipelines',
		parameters: () => ({ resource: 'funnel', operation: 'upload', dataMode: 'autoMapInputData' }),
		items: [{ id: '1', name: 'Sales' }],
	},
	{ route: 'GET /v3/pipelines', parameters: () => ({ resource: 'funnel', operation: 'getMany' }) },
	{
		route: 'POST /v3/iframe',
		parameters: () => ({
			...{ resource: 'chatWindow', operation: 'getLink', scope: 'global' },
			userId: byId(known(sandbox.control.state().users)),
		}),
	},
	{
		route: 'GET /v3/unanswered/{userId}',
		parameters: () => ({
			...{ resource: 'user', operation: 'getUnansweredCount' },
			userId: byId(known(sandbox.control.state().users)),
		}),
	},
	{
		route: 'GET /v3/templates/whatsapp',
		parameters: () => ({ resource: 'wabaTemplate', operation: 'getMany' }),
	},
	{ route: 'POST /v3/marketplace', parameters: () => register },
	{
		route: 'POST /v3/connect',
		parameters: async () => {
			await sandbox.run(register);
			const { state } = sandbox.control.marketplaceState('my-crm');
			return { ...partner, operation: 'confirmConnection', state };
		},
	},
	{
		route: 'POST /v3/migration',
		parameters: () => ({ ...partner, operation: 'migrateClient', clientApiKey: 'one' }),
	},
];

const routeOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

test('every route of v3 is among those below', () => {
	expect(samples.map(({ route }) => route).sort()).toEqual(v3Endpoints.map(routeOf).sort());
});

/** Runs a sample with one fault on its route, and tells what came of it. */
async function runWithFault(sample: Sample, kind: 'dropAfter' | '429') {
	const parameters = await sample.parameters();
	const [method, path] = sample.route.split(' ');
	const before = sandbox.control.journal().length;
	sandbox.control.addFault({ match: { method, path }, kind, times: 1 });
	const result = await sandbox.run(parameters, sample.items);
	const fired = sandbox.control.faults().map((fault) => fault.fired);
	return { ...result, fired, requests: sandbox.control.journal().length - before };
}

describe.each(samples)('$route', (sample) => {
	const endpoint = v3Endpoints.find((candidate) => routeOf(candidate) === sample.route);

	test('a 429 is waited for', async () => {
		const { error, fired, requests } = await runWithFault(sample, '429');
		expect(error).toBeUndefined();
		expect(fired).toEqual([1]);
		expect(requests).toBeGreaterThanOrEqual(2);
	});

	test('an answer that is lost after handling is repeated, or told truthfully', async () => {
		const { error, fired, requests } = await runWithFault(sample, 'dropAfter');
		expect(fired).toEqual([1]);
		if (endpoint?.repeat === 'never') {
			expect(error?.description).toContain('may have carried it out');
			expect(requests).toBe(1);
		} else {
			expect(error).toBeUndefined();
			expect(requests).toBeGreaterThanOrEqual(2);
		}
	});
});
