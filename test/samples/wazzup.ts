import type { IDataObject } from 'n8n-workflow';
import { byId, ofApiRequest, type Known, type Sample } from './sample';

const autoMap = () => ({ dataMode: 'autoMapInputData' });

const ofEntities = (resource: 'contact' | 'deal' | 'user', entity: IDataObject): Sample[] => {
	const path = `/v3/${resource}s`;
	const one = async (known: Known) => {
		const id = await known(resource);
		return { id: resource === 'user' ? byId(id) : id };
	};
	return [
		{ resource, operation: 'upsert', route: `POST ${path}`, parameters: autoMap, items: [entity] },
		{ resource, operation: 'get', route: `GET ${path}/{id}`, parameters: one },
		{ resource, operation: 'getMany', route: `GET ${path}` },
		{ resource, operation: 'delete', route: `DELETE ${path}/{id}`, parameters: one },
		{
			resource,
			operation: 'deleteMany',
			route: `PATCH ${path}/bulk_delete`,
			parameters: () => ({ ids: '1, 2' }),
		},
	];
};

const integrations: Sample[] = [
	{
		resource: 'integration',
		operation: 'registerInMarketplace',
		route: 'POST /v3/marketplace',
		parameters: async (known) => ({ crmCode: 'my-crm', secret: await known('secret') }),
	},
	{
		resource: 'integration',
		operation: 'confirmConnection',
		route: 'POST /v3/connect',
		parameters: async (known) => ({
			state: await known('state'),
			secret: await known('secret'),
			crmKey: await known('apiKey'),
			additionalFieldsJson: JSON.stringify({ access_token: await known('botToken') }),
		}),
	},
	{
		resource: 'integration',
		operation: 'migrateClient',
		route: 'POST /v3/migration',
		parameters: async (known) => ({ clientApiKey: await known('apiKey') }),
	},
];

const messages: Sample[] = [
	{
		resource: 'message',
		operation: 'send',
		route: 'POST /v3/message',
		parameters: async (known) => ({
			channelId: byId(await known('channel')),
			...{ chatType: 'whatsapp', chatId: '79011112233', text: 'hello' },
		}),
	},
	{
		resource: 'message',
		operation: 'edit',
		route: 'PATCH /v3/message/{messageId}',
		parameters: async (known) => ({ messageId: await known('message'), text: 'changed' }),
	},
	{
		resource: 'message',
		operation: 'delete',
		route: 'DELETE /v3/message/{messageId}',
		parameters: async (known) => ({ messageId: await known('message') }),
	},
];

/** The operations of the Wazzup node. */
export const wazzup: readonly Sample[] = [
	...ofApiRequest('/v3/channels'),
	...ofEntities('contact', {
		...{ id: 'c1', responsibleUserId: '1', name: 'Anna' },
		...{ chatType: 'whatsapp', chatId: '79011112233' },
	}),
	...ofEntities('deal', {
		...{ id: 'd1', responsibleUserId: '1', name: 'Order', contacts: ['c1'], closed: false },
	}),
	...ofEntities('user', { id: 'u1', name: 'Alex' }),
	{
		resource: 'user',
		operation: 'getUnansweredCount',
		route: 'GET /v3/unanswered/{userId}',
		parameters: async (known) => ({ userId: byId(await known('user')) }),
	},
	{ resource: 'channel', operation: 'getMany', route: 'GET /v3/channels' },
	{
		resource: 'channel',
		operation: 'get',
		route: 'GET /v3/channels',
		parameters: async (known) => ({ channelId: byId(await known('channel')) }),
	},
	{
		resource: 'chatWindow',
		operation: 'getLink',
		route: 'POST /v3/iframe',
		parameters: async (known) => ({ scope: 'global', userId: byId(await known('user')) }),
	},
	{
		resource: 'funnel',
		operation: 'upload',
		route: 'POST /v3/pipelines',
		parameters: autoMap,
		items: [{ id: '1', name: 'Sales' }],
	},
	{ resource: 'funnel', operation: 'getMany', route: 'GET /v3/pipelines' },
	...integrations,
	...messages,
	{ resource: 'wabaTemplate', operation: 'getMany', route: 'GET /v3/templates/whatsapp' },
	{ resource: 'webhook', operation: 'get', route: 'GET /v3/webhooks' },
	{
		resource: 'webhook',
		operation: 'set',
		route: 'PATCH /v3/webhooks',
		parameters: () => ({ changeEvents: true, events: [] }),
	},
];
