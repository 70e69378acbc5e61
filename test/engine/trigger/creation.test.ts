import type { IDataObject } from 'n8n-workflow';
import { useDeliveries } from './useDeliveries';

const use = useDeliveries();

describe('creation requests', () => {
	const EVENTS = ['contactRequested', 'dealRequested', 'messageReceived'];

	test('a contact is granted at once, and the item has its id', async () => {
		await use.published({ events: EVENTS });
		const { stored, delivery } = await use.sandbox.control.requestCreation({
			kind: 'contact',
			responsibleUserId: '7',
			name: 'Anna',
		});
		expect(delivery).toMatchObject({ status: 200 });
		expect(stored).toMatchObject({ responsibleUserId: '7', name: 'Anna' });
		expect(use.items()).toMatchObject([
			{
				event: 'contactRequested',
				chatType: 'whatsapp',
				contact: { name: 'Anna' },
				request: { id: stored?.id, responsibleUserId: '7', source: 'auto' },
			},
		]);
	});

	test('a deal too, in the output Raw', async () => {
		await use.published({ events: EVENTS, output: 'raw' });
		const { stored } = await use.sandbox.control.requestCreation({ kind: 'deal', contacts: ['1'] });
		expect(stored).toMatchObject({ contacts: ['1'], closed: false });
		expect(use.items()).toMatchObject([
			{ event: 'dealRequested', id: stored?.id, contacts: ['1'] },
		]);
	});

	test("with the last node's item: Wazzup gets the bare entity that the workflow made", async () => {
		const entity = { id: 'crm-1', responsibleUserId: '7', name: 'Anna of the CRM' };
		use.host.lastNode = ([item]) => ({
			...entity,
			contactData: [{ chatType: item?.chatType, chatId: item?.chatId }],
		});
		await use.published({ events: EVENTS, creationReply: 'lastNode' });
		const { stored } = await use.sandbox.control.requestCreation({ kind: 'contact' });
		expect(stored).toMatchObject(entity);
		expect(use.items()[0]?.request).not.toHaveProperty('id');
	});

	test('in that mode messages do not wait for the workflow', async () => {
		let end: (item: IDataObject) => void = () => {};
		use.host.lastNode = async () => await new Promise((resolve) => (end = resolve));
		await use.published({ events: EVENTS, creationReply: 'lastNode' });
		use.sandbox.control.customerWrites({
			channelId: use.channelOf('whatsapp'),
			chatId: '79',
			text: 'hi',
		});
		// The delivery is answered although the workflow still runs.
		await use.sandbox.control.idle();
		expect(use.sandbox.control.deliveries().at(-1)).toMatchObject({
			kind: 'messages',
			status: 200,
		});
		expect(use.host.started).toHaveLength(1);
		end({});
		await use.host.settled();
	});

	test.each(['immediately', 'lastNode'])(
		'a request that was not chosen is answered with an entity too and starts nothing, when the reply is %s',
		async (creationReply) => {
			await use.published({ events: ['dealRequested'], creationReply });
			const { stored, delivery } = await use.sandbox.control.requestCreation({ kind: 'contact' });
			expect(delivery).toMatchObject({ status: 200 });
			expect(stored).toMatchObject({ name: 'Anna', id: expect.any(String) });
			expect(use.host.started).toEqual([]);
		},
	);

	test('filters keep no request out', async () => {
		const options = { channels: ['another'], chatTypes: ['telegram'], chats: 'group' };
		await use.published({ events: EVENTS, options });
		const { stored } = await use.sandbox.control.requestCreation({ kind: 'contact' });
		expect(use.items()).toMatchObject([{ event: 'contactRequested', request: { id: stored?.id } }]);
	});

	test('a repeated request gets the same entity and starts nothing more', async () => {
		await use.published({ events: EVENTS });
		const { stored, delivery } = await use.sandbox.control.requestCreation({ kind: 'contact' });
		const again = await use.sandbox.control.redeliver(delivery.id);
		expect(again).toMatchObject({ status: 200, reply: delivery.reply });
		expect(use.items()).toMatchObject([{ request: { id: stored?.id } }]);
	});

	test("with the last node's item a repeated request is answered by the workflow again", async () => {
		use.host.lastNode = () => ({
			id: 'crm-1',
			responsibleUserId: '7',
			name: 'Anna',
			contactData: [],
		});
		await use.published({ events: EVENTS, creationReply: 'lastNode' });
		const { delivery } = await use.sandbox.control.requestCreation({ kind: 'contact' });
		const again = await use.sandbox.control.redeliver(delivery.id);
		expect(again).toMatchObject({ reply: expect.stringContaining('crm-1') });
		expect(use.host.started).toHaveLength(2);
	});
});
