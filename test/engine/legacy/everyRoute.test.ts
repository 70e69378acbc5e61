import type { IDataObject } from 'n8n-workflow';
import { legacyEndpoints } from '../../../api/legacy';
import { contact, deal, user } from '../../unit/api/legacy/examples';
import { routeSuite, type Sample } from '../routeSuite';
import { byId } from '../wazzup/useSandbox';
import { useLegacy } from './useLegacy';

const sandbox = useLegacy();

const ofEntities = (resource: 'contact' | 'deal' | 'user', entity: IDataObject): Sample[] => {
	const path = `/v2/${resource}s`;
	const one = (operation: string) => async () => {
		await sandbox.send('PATCH', path, [entity]);
		const id = String(entity.id);
		return { resource, operation, id: resource === 'user' ? byId(id) : id };
	};
	return [
		{
			route: `PATCH ${path}`,
			parameters: () => ({ resource, operation: 'upsert', dataMode: 'autoMapInputData' }),
			items: [entity],
		},
		{ route: `GET ${path}/{id}`, parameters: one('get') },
		{ route: `GET ${path}`, parameters: () => ({ resource, operation: 'getMany' }) },
		{ route: `DELETE ${path}/{id}`, parameters: one('delete') },
	];
};

const samples: Sample[] = [
	...ofEntities('contact', contact),
	...ofEntities('deal', deal),
	...ofEntities('user', user),
	{
		route: 'PUT /v2/users',
		parameters: () => ({
			...{ resource: 'user', operation: 'replaceAll', dataMode: 'autoMapInputData' },
		}),
		items: [user],
	},
	{ route: 'GET /v2/channels', parameters: () => ({ resource: 'channel', operation: 'getMany' }) },
	{
		route: 'POST /v2/send_message',
		parameters: () => ({
			...{ resource: 'message', operation: 'send', channelId: byId(sandbox.channel()) },
			...{ chatType: 'whatsapp', chatId: '79011112233', text: 'hello' },
		}),
	},
	{ route: 'GET /v2/webhooks', parameters: () => ({ resource: 'webhook', operation: 'get' }) },
	{
		route: 'PUT /v2/webhooks',
		parameters: () => ({ resource: 'webhook', operation: 'set', url: '' }),
	},
	{
		route: 'POST /v2/iframe',
		parameters: () => ({
			...{ resource: 'chatWindow', operation: 'getLink', scope: 'global' },
			userId: byId('1'),
		}),
	},
];

routeSuite({ name: 'the 2021 API', endpoints: legacyEndpoints, samples, sandbox });
