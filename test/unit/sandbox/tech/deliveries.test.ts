import { startSandbox, type Sandbox, type TechCreation } from '../../../../sandbox';
import { event, startCrm, type Crm } from '../client';
import { channelOf, request, subscribe } from './client';

let sandbox: Sandbox;
let crm: Crm;

beforeAll(async () => {
	sandbox = await startSandbox({ statusSteps: false, repeatPause: 2 });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
	sandbox.control.reset();
	crm = await startCrm();
});
afterEach(() => crm.close());

const webhooks = (method: string, data?: object[]) =>
	request(sandbox, method, '/v2/webhooks', data && { data });
const write = (text = 'hi') =>
	sandbox.control.customerWrites({
		channelId: channelOf(sandbox, 'whatsapp').channelId,
		chatId: '7901',
		text,
	});
const keys = () =>
	crm.bodies().map(({ meta }) => (meta as { idempotency_key: string }).idempotency_key);

describe('subscriptions', () => {
	it('are one for each event and address', async () => {
		const { reply } = await subscribe(sandbox, crm, 'message.add', 'message.edit');
		const [first, second] = reply.data as Array<{ id: string; url: string; event: string }>;
		expect(first).toEqual({ id: expect.any(String), url: crm.url, event: 'message.add' });
		const again = await subscribe(sandbox, crm, 'message.add');
		expect(again.reply.data).toEqual([first]);
		expect((await webhooks('GET')).data).toEqual([first, second]);
		const moved = { ...first, url: 'https://x.example/hook' };
		expect((await webhooks('PATCH', [moved])).data).toEqual([moved]);
		expect((await webhooks('DELETE', [{ id: second?.id ?? '' }])).data).toBeNull();
		expect((await webhooks('GET')).data).toEqual([moved]);
		expect((await webhooks('DELETE', [{ id: 'ghost' }])).status).toBe(200);
		expect((await webhooks('PATCH', [{ ...moved, id: 'ghost' }])).status).toBe(404);
	});

	it('may be several for one event and address, with `doubleSubscriptions`', async () => {
		sandbox.control.changeSettings({ doubleSubscriptions: true });
		const first = (await subscribe(sandbox, crm, 'message.add')).reply.data as object[];
		const second = (await subscribe(sandbox, crm, 'message.add')).reply.data as object[];
		expect(second).toEqual([{ ...first[0], id: expect.any(String) }]);
		expect((await webhooks('GET')).data).toEqual([...first, ...second]);
	});

	it.each([
		[{ url: 'ftp://x.example', event: 'message.add' }, 'data.0.url'],
		[{ url: 'https://x.example' }, 'data.0.event should not be empty'],
		[
			{ url: 'https://x.example', event: 'e', secret: 's' },
			'data.0.property secret should not exist',
		],
	])('are refused as %p', async (subscription, sentence) => {
		expect((await webhooks('POST', [subscription])).errors?.[0]).toContain(sentence);
	});

	it('can be taken away by somebody else', async () => {
		const { reply } = await subscribe(sandbox, crm, 'message.add');
		const [{ id } = { id: '' }] = reply.data as Array<{ id: string }>;
		sandbox.control.tech.removeWebhook(id);
		expect((await webhooks('GET')).data).toEqual([]);
		expect(() => sandbox.control.tech.removeWebhook(id)).toThrow('no subscription');
	});
});

describe('deliveries', () => {
	it('come in an envelope with a key, to each subscriber of the event in the account', async () => {
		const other = await startCrm();
		await subscribe(sandbox, crm, 'message.add');
		await subscribe(sandbox, other, 'message.add', 'message.edit');
		const { messageId } = write();
		await sandbox.control.idle();
		expect(crm.bodies()).toEqual([
			{
				event: 'message.add',
				data: [
					expect.objectContaining({ message_id: messageId, direction: 'inbound', text: 'hi' }),
				],
				meta: { idempotency_key: expect.any(String), timestamp: expect.any(Number) },
			},
		]);
		expect(other.bodies()).toHaveLength(1);
		expect(sandbox.control.deliveries()).toMatchObject([
			{ kind: 'message.add', account: sandbox.accountId, attempt: 1, status: 200 },
			{ url: other.url, status: 200 },
		]);
		await other.close();
	});

	it('come again with the same key until they are taken', async () => {
		await subscribe(sandbox, crm, 'message.add');
		let failures = 2;
		crm.answerWith(() => ({ status: (failures -= 1) >= 0 ? 503 : 204 }));
		write();
		await sandbox.control.idle();
		expect(sandbox.control.deliveries().map(({ status, attempt }) => [attempt, status])).toEqual([
			[1, 503],
			[2, 503],
			[3, 204],
		]);
		expect([keys().length, new Set(keys()).size]).toEqual([3, 1]);
	});

	it('are given up after some repeats, and do not hold up the next ones', async () => {
		sandbox.control.changeSettings({ repeatPause: 40 });
		await subscribe(sandbox, crm, 'message.add');
		crm.answerWith((body) => ({ status: JSON.stringify(body).includes('bad') ? 500 : 200 }));
		write('bad');
		write('good');
		await sandbox.control.idle();
		const texts = crm.bodies().map(({ data }) => (data as Array<{ text: string }>)[0]?.text);
		expect(texts.indexOf('good')).toBeLessThan(texts.lastIndexOf('bad'));
		expect(texts.filter((text) => text === 'bad')).toHaveLength(4);
		expect(new Set(keys()).size).toBe(2);
	});

	it('are not repeated for a subscription that is gone', async () => {
		const { reply } = await subscribe(sandbox, crm, 'message.add');
		const [{ id } = { id: '' }] = reply.data as Array<{ id: string }>;
		crm.answerWith(() => {
			sandbox.control.tech.removeWebhook(id);
			return { status: 500 };
		});
		write();
		await sandbox.control.idle();
		expect(crm.bodies()).toHaveLength(1);
	});

	it('can be made again with their key, or made up', async () => {
		await subscribe(sandbox, crm, 'message.add', 'group_chat.update');
		write();
		await sandbox.control.idle();
		const again = await sandbox.control.redeliver(sandbox.control.deliveries()[0]?.id ?? 0);
		expect([again.status, again.attempt, new Set(keys()).size]).toEqual([200, 2, 1]);
		const data = [{ chat_id: '1', name: 'Group' }];
		expect(sandbox.control.tech.publish({ event: 'group_chat.update', data })).toBe(1);
		await sandbox.control.idle();
		expect(crm.bodies().at(-1)).toMatchObject({ event: 'group_chat.update', data });
	});

	it('end with a reset', async () => {
		await subscribe(sandbox, crm, 'message.add');
		sandbox.control.changeSettings({ repeatPause: 60_000 });
		crm.answerWith(() => ({ status: 500 }));
		const failed = event(sandbox, 'delivery', ({ status }) => status === 500);
		write();
		await failed;
		sandbox.control.reset();
		await sandbox.control.idle();
		expect(crm.bodies()).toHaveLength(1);
	});
});

describe('asking the CRM', () => {
	const asked = { name: 'Anna', recipient: { chat_type: 'whatsapp', chat_id: '7901' } };

	it('for a contact stores the one that it answers with', async () => {
		await subscribe(sandbox, crm, 'crm_entities.contact_add');
		const created = {
			id: 'crm-1',
			responsible_user_id: '1',
			name: 'Anna',
			recipient: [{ chat_type: 'whatsapp', chat_id: '7901' }],
			uri: 'https://x.example/1',
		};
		crm.answerWith(() => ({ status: 200, body: created }));
		const { stored } = await sandbox.control.tech.requestCreation({ kind: 'contact', ...asked });
		const { recipient, ...rest } = created;
		expect(stored).toEqual({ ...rest, contact_data: recipient });
		expect(crm.bodies()[0]).toMatchObject({ event: 'crm_entities.contact_add', data: [asked] });
		expect((await request(sandbox, 'GET', '/v2/contacts')).data).toEqual([stored]);
	});

	it('for a deal stores it; anything else is not stored', async () => {
		await subscribe(sandbox, crm, 'crm_entities.deal_add');
		const deal = {
			id: 'd1',
			responsible_user_id: '1',
			name: 'New',
			uri: 'https://x.example/d1',
			contacts: ['c'],
			closed: false,
		};
		const wanted: TechCreation = { kind: 'deal', contacts: ['c'] };
		crm.answerWith(() => ({ status: 200, body: deal }));
		expect((await sandbox.control.tech.requestCreation(wanted)).stored).toEqual(deal);
		crm.answerWith(() => ({ status: 200, body: { ok: true } }));
		expect((await sandbox.control.tech.requestCreation(wanted)).stored).toBeUndefined();
		crm.answerWith(() => ({ status: 500, body: { ...deal, id: 'd2' } }));
		expect((await sandbox.control.tech.requestCreation(wanted)).stored).toBeUndefined();
		expect(sandbox.control.tech.account().deals).toEqual([deal]);
	});

	it('needs a subscription', async () => {
		await expect(sandbox.control.tech.requestCreation({ kind: 'contact' })).rejects.toThrow(
			'contact_add is not subscribed',
		);
	});
});
