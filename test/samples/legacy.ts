import type { IDataObject } from 'n8n-workflow';
import { contact, deal, user } from '../unit/api/legacy/examples';
import { byId, ofApiRequest, type Known, type Sample } from './sample';

const autoMap = () => ({ dataMode: 'autoMapInputData' });

const ofEntities = (resource: 'contact' | 'deal' | 'user', entity: IDataObject): Sample[] => {
	const path = `/v2/${resource}s`;
	const one = async (known: Known) => {
		const id = await known(resource);
		return { id: resource === 'user' ? byId(id) : id };
	};
	return [
		{ resource, operation: 'upsert', route: `PATCH ${path}`, parameters: autoMap, items: [entity] },
		{ resource, operation: 'get', route: `GET ${path}/{id}`, parameters: one },
		{ resource, operation: 'getMany', route: `GET ${path}` },
		{ resource, operation: 'delete', route: `DELETE ${path}/{id}`, parameters: one },
	];
};

/** The operations of the Wazzup Legacy node. */
export const legacy: readonly Sample[] = [
	...ofApiRequest('/v2/channels'),
	...ofEntities('contact', contact),
	...ofEntities('deal', deal),
	...ofEntities('user', user),
	{
		resource: 'user',
		operation: 'replaceAll',
		route: 'PUT /v2/users',
		parameters: autoMap,
		items: [user],
	},
	{ resource: 'channel', operation: 'getMany', route: 'GET /v2/channels' },
	{
		resource: 'message',
		operation: 'send',
		route: 'POST /v2/send_message',
		parameters: async (known) => ({
			channelId: byId(await known('channel')),
			...{ chatType: 'whatsapp', chatId: '79011112233', text: 'hello' },
		}),
	},
	{ resource: 'webhook', operation: 'get', route: 'GET /v2/webhooks' },
	{
		resource: 'webhook',
		operation: 'set',
		route: 'PUT /v2/webhooks',
		parameters: () => ({ url: '' }),
	},
	{
		resource: 'chatWindow',
		operation: 'getLink',
		route: 'POST /v2/iframe',
		parameters: async (known) => ({ scope: 'global', userId: byId(await known('user')) }),
	},
];
