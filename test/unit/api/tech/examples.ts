import * as tech from '../../../../api/tech';
import { channelId, guid } from '../contracts';
import { contact, deal, funnel, user, waba } from './entities';
import { grantExamples, type Example } from './grants';

const meta = { timestamp: 1759495852 };
const done = { data: null, meta };

/** Every request that the documents show or spell out field by field, in the order of the index. */
export const examples: readonly Example[] = [
	...grantExamples,
	{
		endpoint: tech.createAccount,
		body: { name: 'Demo Client', lang: 'en', currency: 'USD', country: 'US', timezone: 2 },
		reply: { data: { account: { account_id: 12345678, name: 'Demo Client' } }, meta },
	},
	{
		endpoint: tech.getAccount,
		path: { account_id: '12345678' },
		query: { expand: 'billing' },
		reply: { data: { account_id: 12345678 }, meta },
	},
	{
		endpoint: tech.raiseWabaLimit,
		path: { account_id: '12345678' },
		body: { value: 100 },
		reply: done,
	},
	{
		endpoint: tech.createMarketplace,
		body: {
			crm_code: 'YouCrmCode123',
			secret: 'secret key',
			auth_redirect_uri: 'https://example.com/redirect',
		},
		reply: done,
	},
	{
		endpoint: tech.updateMarketplace,
		body: {
			crm_name: 'The Cool CRM',
			logo: {
				name: 'the-cool-crm.svg',
				content: '/9j/4AAQSkZJRgABAQAAAQABAAD/2wCEAAkGBxAQDQ0NDQ0NDQ8NDw...',
			},
		},
		reply: done,
	},
	{
		endpoint: tech.createChannel,
		body: { transport: 'instagram', credentials: {} },
		reply: {
			data: [
				{
					channel_id: channelId,
					transport: 'instagram',
					state: 'init',
					phone: '',
					username: '',
					messenger_id: '',
					name: '',
					url: 'https://www.facebook.com/…',
				},
			],
			meta: {},
		},
	},
	{
		endpoint: tech.getChannels,
		reply: {
			data: [
				{
					channel_id: '808e0654-…',
					transport: 'whatsapp',
					state: 'qridle',
					status: 'disabled',
					phone: '7700…',
					messenger_id: '7700…',
					name: '7700…',
				},
			],
			meta: { timestamp: 1790264995 },
		},
	},
	{
		endpoint: tech.deleteChannel,
		path: { channel_id: channelId },
		query: { delete_chats: true },
		reply: done,
	},
	{
		endpoint: tech.getWabaTransactions,
		path: { channel_id: channelId, date: '2026-01-31' },
		reply: { data: { transactions: [], count: 0 }, meta },
	},
	{
		endpoint: tech.sendMessage,
		body: {
			channel_id: channelId,
			recipient: { chat_type: 'whatsapp', chat_id: '79011112233' },
			text: 'Hello',
			quoted_message_id: guid,
			crm_user_id: '222',
			reset_unanswered: false,
		},
		reply: { data: { request_id: guid }, meta: { timestamp: 0 } },
	},
	{
		endpoint: tech.sendMessage,
		body: {
			channel_id: channelId,
			recipient: { chat_type: 'telegram', username: 'anna' },
			attachment: {
				url: 'https://example.com/a.png',
				name: 'a.png',
				mimetype: 'image/png',
				size: 1024,
			},
		},
	},
	{
		endpoint: tech.startMessageExport,
		body: {
			start_at: '2026-01-01T00:00:00Z',
			end_at: '2026-01-31T23:59:59.999Z',
			channel_id: channelId,
		},
		reply: { data: { export_id: guid, status: 'pending' }, meta },
	},
	{
		endpoint: tech.getMessageExport,
		path: { export_id: guid },
		reply: { data: { status: 'done', url: 'https://example.com/export.csv' }, meta },
	},
	{
		endpoint: tech.createWebhooks,
		body: { data: [{ url: 'https://example.com/hook', event: 'message.add' }] },
		reply: { data: [{ id: guid, url: 'https://example.com/hook', event: 'message.add' }], meta },
	},
	{
		endpoint: tech.getWebhooks,
		reply: { data: [{ id: guid, url: 'https://example.com/hook', event: 'message.add' }], meta },
	},
	{
		endpoint: tech.updateWebhooks,
		body: { data: [{ id: guid, url: 'https://example.com/hook', event: 'message.add' }] },
	},
	{ endpoint: tech.deleteWebhooks, body: { data: [{ id: guid }] } },
	{
		endpoint: tech.uploadPipelines,
		body: { pipelines: [funnel] },
		reply: { data: { pipelines_created: 1, stages_created: 2 }, meta },
	},
	{ endpoint: tech.getPipelines, reply: { data: [funnel], meta } },
	{
		endpoint: tech.createDeals,
		body: { deals: [deal] },
		reply: { data: { processed: 1 }, meta },
	},
	{ endpoint: tech.getDeals, query: { offset: 0, limit: 10 }, reply: { data: [deal], meta } },
	{ endpoint: tech.getDeal, path: { deal_id: 'deal1' }, reply: { data: [deal], meta } },
	{
		endpoint: tech.updateDeals,
		body: { deals: [{ ...deal, contacts: ['contact-id-123'] }] },
		reply: { data: { processed: 1 }, meta },
	},
	{ endpoint: tech.deleteDeals, body: { deal_ids: ['deal1'] }, reply: done },
	{
		endpoint: tech.createContacts,
		body: { contacts: [contact] },
		reply: { data: { processed: 1 }, meta },
	},
	{ endpoint: tech.updateContacts, body: { contacts: [contact] } },
	{
		endpoint: tech.createUsers,
		body: { users: [user] },
		reply: { data: { processed: 1 }, meta },
	},
	{
		endpoint: tech.replaceSettings,
		body: {
			user_roles: [
				{
					channel_id: channelId,
					user_id: '222',
					role: 'seller',
					allow_get_new_clients: true,
				},
			],
			hide_phone_numbers_for_user_ids: ['222'],
			push_input_output_message_events_for_managers: true,
		},
	},
	{
		endpoint: tech.getUnanswered,
		path: { user_id: '222' },
		reply: { data: { counter: 5, type: 'red' }, meta },
	},
	{
		endpoint: tech.clearUnanswered,
		reply: { data: { account_id: '78231464', cleared: true }, meta },
	},
	{
		endpoint: tech.createTemplate,
		body: {
			name: 'Greeting',
			text: 'Hello',
			order: 0,
			files: [{ name: 'a.png', mimetype: 'image/png', size: '12', sha1: 'x' }],
		},
	},
	{ endpoint: tech.createWabaTemplate, body: waba },
	{
		endpoint: tech.getChatWindowLink,
		body: {
			user_id: '222',
			author_name: 'Alex',
			scope: 'card',
			chats: [{ contact_name: 'Anna', chat_type: 'whatsapp', chat_id: '79011112233' }],
			active_chat: { channel_id: channelId, chat_type: 'whatsapp', chat_id: '79011112233' },
			use_events: { deals: true, messages: false },
			client_type: '',
		},
		reply: { data: { link: 'https://app.wazzup24.com/…' }, meta },
	},
	{
		endpoint: tech.getConnectLink,
		body: { options: { transport: 'whatsapp', channel_id: channelId } },
		reply: { data: { link: 'https://app.wazzup24.com/…' } },
	},
	{ endpoint: tech.getConnectLink, body: { options: {} } },
];
