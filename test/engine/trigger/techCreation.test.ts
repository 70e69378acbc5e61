import type { IDataObject } from 'n8n-workflow';
import { useTechTrigger } from './useTechTrigger';

const use = useTechTrigger();
const EVENTS = ['crm_entities.contact_add', 'crm_entities.deal_add', 'messageReceived'];
const cardLink = 'https://crm.example.com/cards/{ID}';
const published = async (parameters: IDataObject = {}) =>
	await use.trigger({ events: EVENTS, cardLink, ...parameters }).publish();

test('a contact is granted at once, and the item has its id', async () => {
	await published();
	const { stored, delivery } = await use.control.tech.requestCreation({
		kind: 'contact',
		responsible_user_id: '1',
		name: 'Anna',
	});
	await use.host.settled();
	expect(delivery).toMatchObject({ status: 200 });
	expect(stored).toMatchObject({
		responsible_user_id: '1',
		name: 'Anna',
		uri: `https://crm.example.com/cards/${stored?.id}`,
		contact_data: [{ chat_type: 'whatsapp', chat_id: '79011112233' }],
	});
	expect(use.items()).toMatchObject([
		{
			event: 'crm_entities.contact_add',
			chatType: 'whatsapp',
			chatId: '79011112233',
			contact: { name: 'Anna' },
			request: { id: stored?.id, responsible_user_id: '1' },
		},
	]);
});

test('a deal too, in the output Raw', async () => {
	await published({ output: 'raw' });
	const { stored } = await use.control.tech.requestCreation({ kind: 'deal', contacts: ['c-1'] });
	await use.host.settled();
	expect(stored).toMatchObject({ contacts: ['c-1'], closed: false, responsible_user_id: '1' });
	expect(use.items()).toMatchObject([
		{ event: 'crm_entities.deal_add', id: stored?.id, contacts: ['c-1'] },
	]);
});

test("with the last node's item: Wazzup gets the bare entity that the workflow made", async () => {
	const entity = {
		id: 'crm-1',
		responsible_user_id: '1',
		name: 'Anna of the CRM',
		uri: 'https://crm.example.com/1',
	};
	use.host.lastNode = ([item]) => ({
		...entity,
		recipient: [{ chat_type: item?.chatType, chat_id: item?.chatId }],
	});
	await published({ creationReply: 'lastNode' });
	const { stored } = await use.control.tech.requestCreation({ kind: 'contact' });
	expect(stored).toMatchObject(entity);
	expect(use.items()[0]?.request).not.toHaveProperty('id');
});

test('in that mode messages do not wait for the workflow', async () => {
	let end: (item: IDataObject) => void = () => {};
	use.host.lastNode = async () => await new Promise((resolve) => (end = resolve));
	await published({ creationReply: 'lastNode' });
	use.control.customerWrites({ channelId: use.channel(), chatId: '79', text: 'hi' });
	// The delivery is answered although the workflow still runs.
	await use.control.idle();
	expect(use.control.deliveries().at(-1)).toMatchObject({ kind: 'message.add', status: 200 });
	expect(use.host.started).toHaveLength(1);
	end({});
	await use.host.settled();
});

test('nor do they when only the events of another account would have waited', async () => {
	let end: (item: IDataObject) => void = () => {};
	use.host.lastNode = async () => await new Promise((resolve) => (end = resolve));
	await published({ events: ['messageReceived', 'contactRequested'], creationReply: 'lastNode' });
	use.control.customerWrites({ channelId: use.channel(), chatId: '79', text: 'hi' });
	await use.control.idle();
	expect(use.control.deliveries().at(-1)).toMatchObject({ status: 200 });
	end({});
	await use.host.settled();
});

test('filters keep no request out', async () => {
	await published({ options: { channels: ['another'], chatTypes: ['telegram'], chats: 'group' } });
	const { stored } = await use.control.tech.requestCreation({ kind: 'contact' });
	await use.host.settled();
	expect(use.items()).toMatchObject([{ request: { id: stored?.id } }]);
});

test.each(['contact', 'deal'] as const)(
	'a repeated request for a %s gets the same entity and starts nothing more',
	async (kind) => {
		await published();
		const { delivery } = await use.control.tech.requestCreation({ kind });
		const again = await use.control.redeliver(delivery.id);
		await use.host.settled();
		expect(again).toMatchObject({ status: 200, reply: delivery.reply });
		expect(use.host.started).toHaveLength(1);
	},
);

test('a second request for the same chat is the same contact, a second one for a deal is another deal', async () => {
	await published();
	const ids = async (kind: 'contact' | 'deal') => {
		const one = await use.control.tech.requestCreation({ kind });
		const other = await use.control.tech.requestCreation({ kind });
		return [one.stored?.id, other.stored?.id];
	};
	const [contact, sameContact] = await ids('contact');
	const [deal, anotherDeal] = await ids('deal');
	expect(contact).toEqual(expect.any(String));
	expect(sameContact).toBe(contact);
	expect(deal).toEqual(expect.any(String));
	expect(anotherDeal).not.toBe(deal);
});

test("with the last node's item a repeated request is answered by the workflow again", async () => {
	use.host.lastNode = () => ({ id: 'crm-1', name: 'Anna' });
	await published({ creationReply: 'lastNode' });
	const { delivery } = await use.control.tech.requestCreation({ kind: 'contact' });
	const again = await use.control.redeliver(delivery.id);
	expect(again).toMatchObject({ reply: expect.stringContaining('crm-1') });
	await use.host.settled();
	expect(use.host.started).toHaveLength(2);
});

test('several requests in one delivery are answered with as many entities', async () => {
	await published();
	const [subscription] = use.control.tech
		.account()
		.webhooks.filter(({ event }) => event === 'crm_entities.contact_add');
	const answer = await fetch(subscription?.url ?? '', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({
			event: 'crm_entities.contact_add',
			data: [{ name: 'Anna' }, { name: 'Bella' }],
			meta: { idempotency_key: 'two' },
		}),
	});
	expect(await answer.json()).toMatchObject([{ name: 'Anna' }, { name: 'Bella' }]);
	await use.host.settled();
	expect(use.items()).toHaveLength(2);
});
