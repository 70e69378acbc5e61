import { startSandbox, type Sandbox } from '../../../sandbox';
import { call } from './client';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const contact = (id: string, more: object = {}) => ({
	id,
	responsibleUserId: '1',
	name: `Name ${id}`,
	contactData: [{ chatType: 'whatsapp', chatId: '79011112233' }],
	...more,
});
const deal = (id: string | number, more: object = {}) => ({
	id,
	responsibleUserId: '1',
	name: `Deal ${id}`,
	uri: 'https://crm.example.com/1',
	contacts: ['1'],
	closed: false,
	...more,
});

describe('contacts', () => {
	it('stores, changes, reads and deletes', async () => {
		const stored = await call(sandbox, 'POST', '/v3/contacts', [contact('b'), contact('a')]);
		expect([stored.status, stored.text]).toEqual([200, '']);
		await call(sandbox, 'POST', '/v3/contacts', [contact('a', { name: 'Changed' })]);
		expect((await call(sandbox, 'GET', '/v3/contacts/a')).json).toEqual(
			contact('a', { name: 'Changed' }),
		);
		expect((await call(sandbox, 'GET', '/v3/contacts')).json).toMatchObject({
			count: 2,
			data: [{ id: 'a' }, { id: 'b' }],
		});
		expect((await call(sandbox, 'DELETE', '/v3/contacts/a')).status).toBe(200);
		expect((await call(sandbox, 'GET', '/v3/contacts/a')).status).toBe(404);
	});

	it('keeps an id with slashes and spaces in its place', async () => {
		await call(sandbox, 'POST', '/v3/contacts', [contact('a/b c?d')]);
		const reply = await call(sandbox, 'GET', `/v3/contacts/${encodeURIComponent('a/b c?d')}`);
		expect(reply.json).toMatchObject({ id: 'a/b c?d' });
	});

	it('refuses the whole batch and names all bad entities', async () => {
		const reply = await call(sandbox, 'POST', '/v3/contacts', [
			contact('a'),
			contact('b', { name: '' }),
			contact('c', { contactData: [{ chatType: 'pager', chatId: '1' }], responsibleUserId: 7 }),
			contact('d', { contactData: [{ chatType: 'whatsapp', phone: '79011112233' }] }),
			contact('e', { name: 'x #invalid:uri' }),
		]);
		expect([reply.status, reply.json]).toEqual([
			400,
			{
				error: 'INVALID_CONTACTS_DATA',
				description: expect.any(String),
				data: [
					{ index: 1, fields: ['name'] },
					{ index: 2, fields: ['responsibleUserId', 'contactData'] },
					{ index: 3, fields: ['contactData'] },
					{ index: 4, fields: ['uri'] },
				],
			},
		]);
		expect(sandbox.control.state().contacts).toEqual([]);
	});

	it('wants an address in each messenger that has no other', async () => {
		const only = (data: object) => [contact('d', { contactData: [data] })];
		const refused = await call(
			sandbox,
			'POST',
			'/v3/contacts',
			only({ chatType: 'whatsapp', phone: '79011112233' }),
		);
		expect(refused.json).toMatchObject({ data: [{ index: 0, fields: ['contactData'] }] });
		for (const data of [
			{ chatType: 'telegram', username: 'anna' },
			{ chatType: 'max', phone: '79011112233' },
		]) {
			expect((await call(sandbox, 'POST', '/v3/contacts', only(data))).status).toBe(200);
		}
	});

	it('pages by 100 in the order of the ids', async () => {
		sandbox.control.seed({ contacts: 250 });
		const page = async (offset: number) => {
			const { json } = await call(sandbox, 'GET', `/v3/contacts?offset=${offset}`);
			const { count, data } = json as { count: number; data: Array<{ id: string }> };
			return [count, data.length, data[0]?.id];
		};
		expect(await page(0)).toEqual([250, 100, 'contact-000001']);
		expect(await page(200)).toEqual([250, 50, 'contact-000201']);
		expect(await page(300)).toEqual([250, 0, undefined]);
	});
});

describe.each([
	['contacts', contact],
	['deals', deal],
	['users', (id: string) => ({ id, name: `Name ${id}` })],
] as const)('%s', (name, entity) => {
	const path = `/v3/${name}`;
	const numbered = (count: number) =>
		Array.from({ length: count }, (_, index) => entity(`x${index}`));

	it('refuses more than 100, an empty body and a body that is no list', async () => {
		const many = await call(sandbox, 'POST', path, numbered(101));
		expect([many.status, many.json]).toEqual([
			400,
			{
				error: 'TOO_MANY_ENTITIES',
				description: 'Too many entities per request.',
				data: { count: 101, limit: 100 },
			},
		]);
		for (const body of [[], {}, undefined]) {
			const reply = await call(sandbox, 'POST', path, body);
			expect([reply.status, (reply.json as { error: string }).error]).toEqual([
				400,
				`INVALID_${name.toUpperCase()}_DATA`,
			]);
		}
	});

	it('answers 500 to the same id twice and stores nothing', async () => {
		const before = sandbox.control.state()[name].length;
		const reply = await call(sandbox, 'POST', path, [entity('x'), entity('y'), entity('x')]);
		expect(reply.status).toBe(500);
		expect(sandbox.control.state()[name]).toHaveLength(before);
	});

	it('deletes many and names the ids it does not know', async () => {
		await call(sandbox, 'POST', path, [entity('x'), entity('y')]);
		const remove = (ids: string[]) => call(sandbox, 'PATCH', `${path}/bulk_delete`, ids);
		expect((await remove(['x', 'ghost'])).json).toEqual(['ghost']);
		expect((await remove(['y'])).json).toEqual([]);
		const tooMany = await remove(numbered(101).map(({ id }) => String(id)));
		expect(tooMany.json).toMatchObject({ error: 'TOO_MANY_ENTITIES' });
	});
});

describe('users', () => {
	it('are an array by name without phones, or pages as older accounts have them', async () => {
		const names = ['Alex Sales', 'Kate Support', 'Maria Manager'];
		const rows = (await call(sandbox, 'GET', '/v3/users')).json as Array<{ name: string }>;
		expect(rows.map(({ name }) => name)).toEqual(names);
		expect(rows[0]).toEqual({ id: '2', name: 'Alex Sales' });
		sandbox.control.changeSettings({ usersPaged: true });
		expect((await call(sandbox, 'GET', '/v3/users')).json).toMatchObject({ count: 3, data: rows });
	});

	it('lose a phone in a wrong format without a word', async () => {
		const reply = await call(sandbox, 'POST', '/v3/users', [
			{ id: '9', name: 'Wrong', phone: '+7 901' },
		]);
		expect(reply.status).toBe(200);
		expect((await call(sandbox, 'GET', '/v3/users/9')).json).toEqual({ id: '9', name: 'Wrong' });
	});

	it('may not share a phone', async () => {
		const { status, json } = await call(sandbox, 'POST', '/v3/users', [
			{ id: '9', name: 'Twin', phone: '79261234501' },
		]);
		expect([status, json]).toEqual([
			400,
			{
				status: 400,
				requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
				error: 'DUPLICATE_PHONE_NUMBER',
				description: 'User with phone number 79261234501 already exists in the CRM.',
				data: { phone: '79261234501' },
			},
		]);
		const same = [{ id: '1', name: 'Kate', phone: '79261234501' }];
		expect((await call(sandbox, 'POST', '/v3/users', same)).status).toBe(200);
	});

	it('are at most 1000', async () => {
		sandbox.control.seed({ users: 997 });
		const reply = await call(sandbox, 'POST', '/v3/users', [{ id: 'new', name: 'New' }]);
		expect([reply.status, reply.json]).toMatchObject([
			400,
			{ error: 'USER_LIMIT_EXCEEDED', data: { limit: 1000 } },
		]);
		const known = await call(sandbox, 'POST', '/v3/users', [{ id: '1', name: 'Kate' }]);
		expect(known.status).toBe(200);
	});
});

describe('funnels', () => {
	it('are read back, and refused with an empty list of stages', async () => {
		const funnels = [{ id: 1, name: 'Sales', stages: [{ id: 'a', name: 'New' }] }];
		expect((await call(sandbox, 'POST', '/v3/pipelines', funnels)).status).toBe(200);
		const wrong = [{ id: 2, name: 'Empty', stages: [] }];
		expect((await call(sandbox, 'POST', '/v3/pipelines', wrong)).json).toMatchObject({
			error: 'INVALID_PIPELINES_DATA',
			data: [{ index: 0, fields: ['stages'] }],
		});
		expect((await call(sandbox, 'GET', '/v3/pipelines')).json).toEqual(funnels);
	});
});
