import { techCreatedContact } from '../../../api/events/tech';
import { deal } from '../../../api/tech/deals';
import { askedContact, askedDeal } from '../../../nodes/WazzupTrigger/tech/requests';

const link = 'https://crm.example.com/1';

test.each([
	[{ name: 'Anna', recipient: { username: 'a' } }, 'Anna'],
	[{ recipient: { name: 'Bella' } }, 'Bella'],
	[{ recipient: { username: 'anna' } }, 'anna'],
	[{ recipient: { phone: 7901 } }, '7901'],
	[{ recipient: [{ chat_id: '7902' }] }, '7902'],
	[{}, 'New contact'],
])('a contact is named after what is known of it: %j', (request, name) => {
	expect(askedContact(request).entity('1', '')).toMatchObject({ id: '1', name });
});

test('a contact has the chats that were given, and nothing that was not', () => {
	const recipient = [
		{ chat_type: 'whatsapp', chat_id: '7901', username: '', phone: null },
		{ chat_type: 'telegram', username: 'anna', phone: 7901 },
	];
	const entity = askedContact({ name: 'Anna', responsible_user_id: 7, recipient }).entity(
		'1',
		link,
	);
	expect(entity).toEqual({
		id: '1',
		name: 'Anna',
		responsible_user_id: '7',
		recipient: [
			{ chat_type: 'whatsapp', chat_id: '7901' },
			{ chat_type: 'telegram', username: 'anna', phone: '7901' },
		],
		uri: link,
	});
	expect(techCreatedContact.safeParse(entity).success).toBe(true);
	expect(askedContact({ name: 'Anna' }).entity('1', '')).toEqual({
		id: '1',
		name: 'Anna',
		recipient: [],
	});
});

test('a deal is one that POST /v2/deals would take', () => {
	const request = { responsible_user_id: 7, contacts: ['c-1', 2, { x: 1 }] };
	const entity = askedDeal(request).entity('1', link);
	expect(deal.parse(entity)).toMatchObject({ responsible_user_id: '7', contacts: ['c-1', '2'] });
	expect(askedDeal({ contacts: 'c-1' }).entity('1', '')).not.toHaveProperty('uri');
});

describe('a repeat is', () => {
	const recipient = { chat_type: 'vk', chat_id: '1' };

	test('the same contact in the same chat, whatever the delivery', () => {
		const one = askedContact({ name: 'Anna', recipient }, 'key 0').same;
		expect(askedContact({ name: 'Anna', recipient: [recipient] }, 'other 0').same).toEqual(one);
		expect(askedContact({ name: 'Bella', recipient }, 'key 0').same).not.toEqual(one);
	});

	test('the same delivery, where no chat or a deal is asked for', () => {
		expect(askedContact({ name: 'Anna' }, 'key 0').same).toEqual(['contact', 'key 0']);
		expect(askedDeal({}, 'key 0').same).toEqual(['deal', 'key 0']);
		expect(askedContact({ name: 'Anna' }).same).toBeUndefined();
		expect(askedDeal({ contacts: ['1'] }).same).toBeUndefined();
	});
});
