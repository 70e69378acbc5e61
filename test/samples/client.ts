import type { IDataObject } from 'n8n-workflow';
import { byId, ofApiRequest, type Known, type Sample, type Secret, type Thing } from './sample';

const autoMap = () => ({ dataMode: 'autoMapInputData' });
const channelId = (thing: Thing) => async (known: Known) => ({
	channelId: byId(await known(thing)),
});

const ofEntities = (resource: 'contact' | 'deal' | 'user', entity: IDataObject): Sample[] => {
	const path = `/v2/${resource}s`;
	const items = [entity];
	const id = async (known: Known) => ({ id: await known(resource) });
	return [
		{ resource, operation: 'create', route: `POST ${path}`, parameters: autoMap, items },
		{ resource, operation: 'update', route: `PATCH ${path}`, parameters: autoMap, items },
		{ resource, operation: 'get', route: `GET ${path}/{${resource}_id}`, parameters: id },
		{ resource, operation: 'getMany', route: `GET ${path}` },
		{ resource, operation: 'delete', route: `DELETE ${path}`, parameters: id },
	];
};

/** Each kind of channel that asks for a secret: the field that takes it, and what else has to be given. */
const newChannels: Array<{ transport: string; field: string; secret: Secret; more?: IDataObject }> =
	[
		{ transport: 'telegram', field: 'telegramToken', secret: 'botToken' },
		{ transport: 'maxbot', field: 'accessToken', secret: 'botToken' },
		{ transport: 'avito', field: 'code', secret: 'code' },
		{
			...{ transport: 'instAPI', field: 'userToken', secret: 'botToken' },
			more: { username: 'shop', pageId: '1', instId: '2' },
		},
	];

const channels: Sample[] = [
	{ resource: 'channel', operation: 'getMany', route: 'GET /v2/channels' },
	{
		resource: 'channel',
		operation: 'get',
		route: 'GET /v2/channels/{channel_id}',
		parameters: channelId('channel'),
	},
	...newChannels.map(({ transport, field, secret, more }): Sample => ({
		resource: 'channel',
		operation: 'create',
		route: 'POST /v2/channels',
		parameters: async (known) => ({ transport, ...more, [field]: await known(secret) }),
	})),
	{
		resource: 'channel',
		operation: 'delete',
		route: 'DELETE /v2/channels/{channel_id}',
		parameters: channelId('channel'),
	},
	{
		resource: 'channel',
		operation: 'reinitialize',
		route: 'POST /v2/channels/{channel_id}/reinit',
		parameters: channelId('channelWithCode'),
	},
	{
		resource: 'channel',
		operation: 'getPairingCode',
		route: 'POST /v2/channels/{channel_id}/pairing-code',
		parameters: channelId('channelWithCode'),
	},
	{
		resource: 'channel',
		operation: 'submitPassword',
		route: 'POST /v2/channels/{channel_id}/auth/2fa',
		parameters: async (known) => ({
			channelId: byId(await known('channelWithPassword')),
			password: await known('password'),
		}),
	},
	{
		resource: 'channel',
		operation: 'getConnectLink',
		route: 'POST /v2/iframe-links/channels',
		parameters: () => ({ transport: 'whatsapp' }),
	},
];

const period = { startAt: '2026-01-01T00:00:00Z', endAt: '2026-01-02T00:00:00Z' };
const messageId = async (known: Known) => ({ messageId: await known('message') });

const messages: Sample[] = [
	{
		resource: 'message',
		operation: 'send',
		route: 'POST /v2/messages',
		parameters: async (known) => ({
			channelId: byId(await known('channel')),
			...{ chatId: '79011112233', text: 'hello' },
		}),
	},
	{
		resource: 'message',
		operation: 'edit',
		route: 'PATCH /v2/messages/{message_id}',
		parameters: async (known) => ({ ...(await messageId(known)), text: 'changed' }),
	},
	{
		resource: 'message',
		operation: 'delete',
		route: 'DELETE /v2/messages/{message_id}',
		parameters: messageId,
	},
	...['POST /v2/messages/messages_dump', 'GET /v2/messages/messages_dump/{export_id}'].map(
		(route): Sample => ({
			resource: 'message',
			operation: 'export',
			route,
			parameters: () => period,
		}),
	),
	{
		resource: 'message',
		operation: 'startExport',
		route: 'POST /v2/messages/messages_dump',
		parameters: () => period,
	},
	{
		resource: 'message',
		operation: 'getExport',
		route: 'GET /v2/messages/messages_dump/{export_id}',
		parameters: async (known) => ({ exportId: await known('export') }),
	},
];

const ofTemplates = (
	resource: 'template' | 'wabaTemplate',
	path: string,
	create: Sample['parameters'],
	change: IDataObject,
): Sample[] => {
	const one = async (known: Known) => ({ templateId: byId(await known(resource)) });
	return [
		{ resource, operation: 'create', route: `POST ${path}`, parameters: create },
		{ resource, operation: 'getMany', route: `GET ${path}` },
		{ resource, operation: 'get', route: `GET ${path}/{template_id}`, parameters: one },
		{
			resource,
			operation: 'update',
			route: `PATCH ${path}/{template_id}`,
			parameters: async (known) => ({ ...(await one(known)), updateFields: change }),
		},
		{ resource, operation: 'delete', route: `DELETE ${path}/{template_id}`, parameters: one },
	];
};

const webhook = { url: 'https://crm.example.com/wazzup', event: 'message.add' };
const webhookId = async (known: Known) => ({ webhookId: await known('webhook') });

const settings: Sample[] = [
	{ resource: 'settings', operation: 'get', route: 'GET /v2/settings' },
	...['GET /v2/settings', 'PATCH /v2/settings'].map((route): Sample => ({
		resource: 'settings',
		operation: 'update',
		route,
		parameters: () => ({ listMode: 'add', changes: { pushMessageEvents: false } }),
	})),
	{
		resource: 'webhook',
		operation: 'create',
		route: 'POST /v2/webhooks',
		parameters: () => ({ url: webhook.url, events: [webhook.event] }),
	},
	{ resource: 'webhook', operation: 'getMany', route: 'GET /v2/webhooks' },
	{
		resource: 'webhook',
		operation: 'update',
		route: 'PATCH /v2/webhooks',
		parameters: async (known) => ({ ...(await webhookId(known)), ...webhook }),
	},
	{
		resource: 'webhook',
		operation: 'delete',
		route: 'DELETE /v2/webhooks',
		parameters: webhookId,
	},
];

/** The operations of the Wazzup Client node. */
export const client: readonly Sample[] = [
	...ofApiRequest('/v2/channels'),
	...channels,
	...messages,
	...settings,
	...ofEntities('contact', {
		...{ id: 'c1', responsible_user_id: '1', name: 'Anna' },
		contact_data: [{ chat_type: 'whatsapp', chat_id: '79011112233' }],
		uri: 'https://crm.example.com/contacts/1',
	}),
	...ofEntities('deal', {
		...{ id: 'd1', responsible_user_id: '1', name: 'Order', contacts: ['c1'], closed: false },
		uri: 'https://crm.example.com/deals/1',
	}),
	...ofEntities('user', { id: 'u1', name: 'Alex' }),
	...ofTemplates('template', '/v2/templates/wz', () => ({ name: 'Greeting', text: 'Hello' }), {
		text: 'Good day',
	}),
	...ofTemplates(
		'wabaTemplate',
		'/v2/templates/waba',
		async (known) => ({
			...{ title: 'Order', wabaId: '1', wabaName: 'Shop', category: 'UTILITY', language: 'en' },
			channels: [await known('wabaChannel')],
			components: { component: [{ type: 'BODY', text: 'Hello' }] },
		}),
		{ language: 'ru', isDraft: true },
	),
	{
		resource: 'chatWindow',
		operation: 'getLink',
		route: 'POST /v2/iframe-links/chats',
		parameters: async (known) => ({ scope: 'global', userId: byId(await known('user')) }),
	},
	{
		resource: 'counter',
		operation: 'getUnanswered',
		route: 'GET /v2/counters/unanswered/{user_id}',
		parameters: async (known) => ({ userId: byId(await known('user')) }),
	},
	{ resource: 'counter', operation: 'clearAll', route: 'DELETE /v2/chats/unanswered' },
	{
		resource: 'funnel',
		operation: 'upload',
		route: 'POST /v2/pipelines',
		parameters: autoMap,
		items: [{ id: '1', name: 'Sales', stages: [{ id: '2', name: 'New' }] }],
	},
	{ resource: 'funnel', operation: 'getMany', route: 'GET /v2/pipelines' },
	{
		resource: 'waba',
		operation: 'getTransactions',
		route: 'GET /v2/channels/waba/{channel_id}/transactions/{date}',
		parameters: async (known) => ({
			...(await channelId('wabaChannel')(known)),
			date: '2026-01-31',
		}),
	},
	{ resource: 'waba', operation: 'getPricing', route: 'GET /v2/waba/pricing' },
];
