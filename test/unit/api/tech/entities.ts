import { channelId } from '../contracts';

/** Entities of the CRM, as the documents' examples show them. */
export const deal = {
	id: 'deal1',
	responsible_user_id: '222',
	name: 'TestDeal',
	uri: 'https://example.com/deal/123',
	contacts: ['chat1'],
	closed: false,
};

export const funnel = {
	id: 'pipeline-1',
	name: 'incoming',
	stages: [
		{ id: 'stage-1', name: 'new inquiry' },
		{ id: 'stage-2', name: 'in progress' },
	],
};

export const contact = {
	id: 'c-1',
	responsible_user_id: '222',
	name: 'Anna',
	contact_data: [{ chat_type: 'whatsapp', chat_id: '79011112233' }],
	uri: 'https://example.com/contact/1',
};

export const user = { id: '222', name: 'Alex Salesman', phone: '79261234567' };

export const waba = {
	template: {
		title: 'Order',
		waba: { waba_id: '1', waba_name: 'Shop' },
		channels: [channelId],
		category: 'UTILITY',
		language: 'en',
		components: [
			{ type: 'BODY', text: 'Hello {{1}}', example: ['Anna'] },
			{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Open', url: 'https://example.com' }] },
		],
	},
	is_draft: false,
};
