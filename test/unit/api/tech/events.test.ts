import { techEventNames } from '../../../../api/events/event';
import type { TechEventName } from '../../../../api/events/event';
import {
	techCreatedContact,
	techDelivery,
	techDeliveryOf,
	techEventItems,
} from '../../../../api/events/tech';
import { channelId, guid, verdict } from '../contracts';

const meta = { idempotency_key: '9ef07b18-…', timestamp: 1762340623 };
const attachment = { url: 'https://example.com/a', name: 'a', mimetype: 'image/png', size: 0 };

/** An item of every event: as shown in 6.5, or as far as the text of it goes. */
const items: Record<TechEventName, object[]> = {
	'message.add': [
		{
			message_id: guid,
			channel_id: channelId,
			direction: 'inbound',
			timestamp: 1762340622177,
			status: 'accepted',
			crm_user_id: null,
			recipient: {
				chat_id: '7700',
				chat_type: 'whatsapp',
				name: 'Anna',
				username: null,
				phone: '7700',
			},
			sender: { chat_type: 'telegram', chat_id: '1', name: 'Bob', phone: 79111234567 },
			text: 'Hello',
			attachment,
		},
		{ message_id: guid, attachment: null, referral: { of: 'tomorrow' } },
	],
	'message.status_update': [
		{ message_id: guid, status: 'delivered', reason: null },
		{ request_id: guid, status: 'error', error: { code: 'chat_no_access', description: 'x' } },
		{ message_id: guid, status: 'error', reason: 'spam' },
	],
	'message.edit': [{ message_id: guid, text: 'New', attachment }],
	'message.delete': [{ message_id: guid }],
	'messages_dump.status_update': [{ export_id: guid, status: 'done', url: 'https://a.example' }],
	'waba_template.status_update': [{ template_id: guid, status: 'APPROVED' }, { id: 1 }],
	'channel.create': [{ channel_id: channelId, transport: 'whatsapp' }],
	'channel.delete': [{ channel_id: channelId }],
	'channel.status_update': [{ channel_id: channelId, status: 'active', reason: null, phone: 7 }],
	'channel.qr_update': [
		{ channel_id: channelId, qr: 'data:image/png;base64,AA' },
		{ qr: { x: 1 } },
	],
	'channel.waba_tier_update': [{ channel_id: channelId, tier: 'TIER_1K' }],
	'group_chat.update': [{ chat_id: '1', name: 'Group' }],
	'group_chat.memberships_update': [{ chat_id: '1', members: [{ name: 'Anna' }] }],
	'crm_entities.contact_add': [
		{
			name: 'Anna',
			responsible_user_id: '1',
			recipient: { chat_type: 'whatsapp', chat_id: '1', username: '', phone: 7 },
		},
		{ name: null, recipient: [{ chat_type: 'telegram', username: 'anna' }] },
	],
	'crm_entities.deal_add': [{ responsible_user_id: '1', contacts: ['c-1'] }],
};

test('there is a contract for every event', () => {
	expect(Object.keys(techEventItems).sort()).toEqual([...techEventNames].sort());
});

test.each(techEventNames)('%s is read, and nothing of it is lost', (event) => {
	const contract = techDeliveryOf(event);
	const delivery = { event, data: items[event], meta, tomorrow: 1 };
	expect(contract.parse(delivery)).toEqual(delivery);
	expect(techDelivery.parse(delivery)).toEqual(delivery);
	const single = { event, data: items[event][0] };
	expect(contract.parse(single)).toEqual(single);
	expect(verdict(contract, { ...delivery, event: 'other' })).toEqual(['event']);
	expect(verdict(contract, { ...delivery, data: 'text' })).not.toBe('ok');
});

test('the key that tells a repeat is read', () => {
	expect(techDelivery.parse({ event: 'x', data: [], meta }).meta?.idempotency_key).toBe(
		meta.idempotency_key,
	);
});

test('the test of an address is a delivery', () => {
	expect(verdict(techDelivery, { test: true })).toBe('ok');
	expect(verdict(techDelivery, [])).not.toBe('ok');
});

test('a message without its id is none', () => {
	for (const event of ['message.add', 'message.edit', 'message.delete'] as const) {
		expect(verdict(techEventItems[event], { text: 'x' })).toEqual(['message_id']);
	}
	expect(verdict(techEventItems['channel.delete'], {})).toEqual(['channel_id']);
});

test('the answer to a contact request', () => {
	const answer = {
		id: 'crm-contact-id',
		responsible_user_id: '1',
		name: 'Anna',
		recipient: [{ chat_type: 'whatsapp', chat_id: '1', username: '', phone: '' }],
		uri: 'https://example.com/c/1',
	};
	expect(techCreatedContact.parse(answer)).toEqual(answer);
	expect(verdict(techCreatedContact, { name: 'Anna' })).toEqual(['id']);
});
