import type { IDataObject } from 'n8n-workflow';
import { v3Endpoints } from '../../api/v3';
import { routeSuite, type Sample } from './routeSuite';
import { byId, useSandbox } from './wazzup/useSandbox';

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

routeSuite({ name: 'v3', endpoints: v3Endpoints, samples, sandbox });
