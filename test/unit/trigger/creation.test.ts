import type { V3Delivery } from '../../../api/events/v3';
import { Grants } from '../../../nodes/WazzupTrigger/grants';
import { normaliseV3 } from '../../../nodes/WazzupTrigger/v3/normalise';

const MINUTE = 60_000;
const grant = (grants: Grants, node: string, delivery: V3Delivery) => {
	const [event] = normaliseV3(delivery).events;
	if (!event) throw new Error('The delivery asks for nothing');
	const granted = grants.grant(node, event);
	return { ...granted, entity: granted.entity as { id: string } | undefined };
};
const contact = (changes: object = {}) => ({
	createContact: {
		responsibleUserId: '1',
		name: 'Anna',
		contactData: [{ chatType: 'whatsapp', chatId: '7901' }],
		source: 'auto',
		...changes,
	},
});
const deal = (changes: object = {}) => ({
	createDeal: { responsibleUserId: '1', contacts: ['1'], source: 'auto', ...changes },
});

test.each([
	[{ username: 'anna' }, 'anna'],
	[{ phone: '7901' }, '7901'],
	[{ chatId: 7901 }, '7901'],
	[{}, 'New contact'],
])('a contact that Wazzup has no name for is named after %p', (chat, name) => {
	const { entity } = grant(new Grants(), 'node', { createContact: { contactData: [chat] } });
	expect(entity).toMatchObject({ name });
});

test('the id is in the item too, beside what Wazzup sent', () => {
	const { event, entity } = grant(new Grants(), 'node', contact({ name: 7 }));
	expect(entity).toMatchObject({ name: '7' });
	const withId = { ...contact({ name: 7 }).createContact, id: entity?.id };
	expect(event).toMatchObject({ raw: withId, simplified: { request: withId } });
});

describe('the id of the first request', () => {
	const idsOf = (one: V3Delivery, other: V3Delivery) => {
		const grants = new Grants();
		return [one, other].map((delivery) => grant(grants, 'node', delivery).entity?.id);
	};

	test.each([
		['a contact', contact(), contact({ source: 'byUser' })],
		['a deal that Wazzup asks for by itself', deal(), deal()],
	])('goes to the repeat of %s', (_, one, other) => {
		const [first, second] = idsOf(one, other);
		expect(first).toEqual(expect.any(String));
		expect(second).toBe(first);
	});

	test.each([
		['another name', contact(), contact({ name: 'Bella' })],
		['another employee', contact(), contact({ responsibleUserId: '2' })],
		['another chat', contact(), contact({ contactData: [{ chatType: 'vk', chatId: '7901' }] })],
		['nobody in particular', contact({ contactData: [] }), contact({ contactData: [] })],
		['a deal that a person asks for again', deal({ source: 'byUser' }), deal({ source: 'byUser' })],
		['a deal with others', deal(), deal({ contacts: ['2'] })],
		['a deal with nobody', deal({ contacts: [] }), deal({ contacts: [] })],
	])('does not go to %s', (_, one, other) => {
		const [first, second] = idsOf(one, other);
		expect(second).not.toBe(first);
	});

	test('belongs to one node', () => {
		const grants = new Grants();
		const [one, other] = ['a', 'b'].map((node) => grant(grants, node, contact()).entity?.id);
		expect(one).not.toBe(other);
	});

	test('is forgotten after ten minutes', () => {
		let now = 0;
		const grants = new Grants(() => now);
		const ids = [0, 10 * MINUTE - 1, 10 * MINUTE].map((time) => {
			now = time;
			return grant(grants, 'node', contact()).entity?.id;
		});
		expect(ids[1]).toBe(ids[0]);
		expect(ids[2]).not.toBe(ids[0]);
	});

	test('is forgotten after a thousand others', () => {
		const grants = new Grants(() => 0);
		const idOf = (name: string) => grant(grants, 'node', contact({ name })).entity?.id;
		const first = idOf('first');
		for (let number = 1; number < 1_000; number++) idOf(String(number));
		expect(idOf('first')).toBe(first);
		idOf('one more');
		expect(idOf('first')).not.toBe(first);
	});
});
