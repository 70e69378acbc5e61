import { startSandbox, type Sandbox } from '../../../sandbox';
import { call, everything, startCrm, type Crm } from './client';

let sandbox: Sandbox;
let crm: Crm;

beforeAll(async () => {
	sandbox = await startSandbox({ statusSteps: 2, webhookTimeout: 600 });
	crm = await startCrm();
});
afterAll(async () => {
	await sandbox.close();
	await crm.close();
});
beforeEach(() => {
	sandbox.control.reset();
	crm.received.length = 0;
	crm.answerWith(() => ({ status: 200 }));
});

const set = (body: unknown) => call(sandbox, 'PATCH', '/v3/webhooks', body);
const get = async () => (await call(sandbox, 'GET', '/v3/webhooks')).json;
const subscribe = (subscriptions: object = everything) =>
	set({ webhooksUri: crm.url, subscriptions });
const chatId = '79011112233';
describe('the subscription', () => {
	it('is empty at first, and stored after a test post that got 200', async () => {
		const off = {
			messagesAndStatuses: false,
			contactsAndDealsCreation: false,
			channelsUpdates: false,
		};
		expect(await get()).toEqual({
			webhooksUri: null,
			subscriptions: { ...off, wabaTemplatesStatus: false },
		});
		const reply = await subscribe({ messagesAndStatuses: true, templateStatus: true });
		expect([reply.status, reply.text, reply.json]).toEqual([200, '{ ok }', undefined]);
		expect(crm.received).toMatchObject([
			{ body: { test: true }, headers: { 'content-type': 'application/json; charset-utf-8' } },
		]);
		expect(crm.received[0]?.headers).not.toHaveProperty('authorization');
		expect(await get()).toEqual({
			webhooksUri: crm.url,
			subscriptions: { ...off, messagesAndStatuses: true, wabaTemplatesStatus: true },
		});
	});

	it('keeps what is left out, and knows the template switch by its other name', async () => {
		await subscribe();
		await set({ subscriptions: { wabaTemplatesStatus: false } });
		expect(await get()).toMatchObject({
			webhooksUri: crm.url,
			subscriptions: { messagesAndStatuses: true, wabaTemplatesStatus: false },
		});
		expect(crm.received).toHaveLength(1);
	});

	it.each([`http://127.0.0.1/${'x'.repeat(200)}`, 'nowhere', 'ftp://example.com', '', null, 7])(
		'refuses the address %p',
		async (webhooksUri) => {
			const { status, json } = await set({ webhooksUri, subscriptions: everything });
			expect([status, json]).toMatchObject([400, { error: 'uriNotValid' }]);
		},
	);

	it('stays as it was when the test post fails', async () => {
		await subscribe();
		crm.answerWith(() => ({ status: 204 }));
		const other = { webhooksUri: `${crm.url}&other=1`, subscriptions: {} };
		const refused = await set(other);
		expect([refused.status, refused.json]).toMatchObject([
			400,
			{ error: 'testPostNotPassed', data: 204 },
		]);
		crm.answerWith(() => 'hang');
		expect((await set(other)).json).toMatchObject({ error: 'testPostNotPassed' });
		const gone = await set({ webhooksUri: 'http://127.0.0.1:1/' });
		expect(gone.json).toMatchObject({ error: 'testPostNotPassed' });
		expect(await get()).toMatchObject({ webhooksUri: crm.url });
	});
});

describe('creation requests', () => {
	const contact = {
		id: 'crm-1',
		responsibleUserId: '1',
		name: 'Anna',
		contactData: [{ chatType: 'whatsapp', chatId }],
	};

	it('store the contact and the deal that the CRM answers with', async () => {
		await subscribe();
		const deal = {
			id: 'd-1',
			responsibleUserId: '1',
			name: 'Deal',
			contacts: ['crm-1'],
			closed: false,
		};
		crm.answerWith((body) => ({
			status: 200,
			body: JSON.stringify(body).includes('createContact') ? contact : deal,
		}));
		const made = await sandbox.control.requestCreation({ kind: 'contact', name: 'Anna' });
		await sandbox.control.requestCreation({ kind: 'deal', contacts: ['crm-1'] });
		expect(made.stored).toEqual(contact);
		expect(crm.bodies()).toMatchObject([
			{ createContact: { name: 'Anna', source: 'auto' } },
			{ createDeal: { contacts: ['crm-1'], source: 'byUser' } },
		]);
		expect((await call(sandbox, 'GET', '/v3/contacts/crm-1')).json).toEqual(contact);
		expect((await call(sandbox, 'GET', '/v3/deals/d-1')).json).toEqual(deal);
	});

	it('store nothing when the answer is no entity, and ask nobody who is not subscribed', async () => {
		await expect(sandbox.control.requestCreation({ kind: 'contact' })).rejects.toThrow(
			'subscribed',
		);
		await subscribe();
		for (const answer of [
			{ status: 200, body: { id: 'crm-1' } },
			{ status: 201, body: contact },
		]) {
			crm.answerWith(() => answer);
			expect((await sandbox.control.requestCreation({ kind: 'contact' })).stored).toBeUndefined();
		}
		expect(sandbox.control.state().contacts).toEqual([]);
	});
});

it('signs deliveries once the hand-shake of WAuth has brought a crmKey', async () => {
	const registered = {
		crmCode: 'my-crm',
		authRedirectUri: 'https://crm.example.com/wauth',
		secret: 's3',
	};
	expect((await call(sandbox, 'POST', '/v3/marketplace', registered)).status).toBe(200);
	expect((await call(sandbox, 'POST', '/v3/marketplace', registered)).status).toBe(400);
	const { state } = sandbox.control.marketplaceState('my-crm');
	const connect = (body: object) =>
		call(sandbox, 'POST', '/v3/connect', { state, crmKey: 'key-of-crm', ...body });
	expect((await connect({ secret: 'wrong' })).json).toMatchObject({ data: { fields: ['secret'] } });
	expect((await connect({ secret: 's3' })).json).toEqual({ apiKey: sandbox.apiKey });
	await subscribe();
	expect(crm.received.at(-1)?.headers.authorization).toBe('Bearer key-of-crm');
});

it('moves a client over', async () => {
	const body = {
		clientApiKey: sandbox.apiKey,
		webhooksUri: crm.url,
		subscriptions: { messagesAndStatuses: true },
	};
	expect((await call(sandbox, 'POST', '/v3/migration', body)).status).toBe(200);
	expect(await get()).toMatchObject({ webhooksUri: crm.url });
	expect(sandbox.control.state().migrations).toEqual([body]);
});
