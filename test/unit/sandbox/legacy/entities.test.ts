import { startSandbox, type Sandbox } from '../../../../sandbox';
import { request } from './client';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const send = (method: string, path: string, body?: unknown) =>
	request(sandbox, method, `/v2/${path}`, body);
const read = async (path: string) => (await send('GET', path)).json;
const invalid = { error: { code: 'VALIDATION_ERROR' } };

describe('users', () => {
	it('are added and changed one by one, what is left out stays', async () => {
		await send('PUT', 'users', [{ id: 7, name: 'Kate' }]);
		const changed = await send('PATCH', 'users', [{ id: 'b', name: 'Alex' }, { id: 7 }]);
		expect([changed.status, changed.text]).toEqual([200, '']);
		expect(await read('users')).toEqual([
			{ id: 7, name: 'Kate' },
			{ id: 'b', name: 'Alex' },
		]);
	});

	it('are replaced all at once', async () => {
		expect(await read('users')).toHaveLength(3);
		await send('PUT', 'users', [{ id: 'new', name: 'New' }]);
		expect(await read('users')).toEqual([{ id: 'new', name: 'New' }]);
		await send('PUT', 'users', []);
		expect(await read('users')).toEqual([]);
	});

	it('stay as they were when one of the list does not fit', async () => {
		for (const method of ['PUT', 'PATCH']) {
			const refused = await send(method, 'users', [{ id: 'a' }, { id: 'x'.repeat(65) }]);
			expect([refused.status, refused.json]).toEqual([400, invalid]);
		}
		expect((await send('PUT', 'users', { id: 'a' })).status).toBe(400);
		expect(await read('users')).toHaveLength(3);
	});
});

it('an id keeps its type, and is found by what stands in the path', async () => {
	await send('PATCH', 'contacts', [{ id: 5, name: 'Five' }]);
	expect(await read('contacts/5')).toEqual({ id: 5, name: 'Five' });
	await send('PATCH', 'contacts', [{ id: '5', chats: [{ chatType: 'vk', chatId: 1 }] }]);
	expect(await read('contacts/5')).toEqual({
		id: '5',
		name: 'Five',
		chats: [{ chatType: 'vk', chatId: 1 }],
	});
	expect((await send('PATCH', 'deals', [{ id: '5' }])).json).toEqual(invalid);
	expect((await send('PATCH', 'deals', [{ id: 5, closed: true }])).status).toBe(200);
	expect(await read('deals/5')).toEqual({ id: 5, closed: true });
});

it.each(['users', 'contacts', 'deals'])('unknown %s are 404', async (kind) => {
	for (const method of ['GET', 'DELETE']) {
		const reply = await send(method, `${kind}/404`);
		expect([reply.status, reply.text]).toEqual([404, '']);
	}
});

it('what is deleted is gone', async () => {
	await send('PATCH', 'deals', [{ id: 1 }, { id: 2 }]);
	expect((await send('DELETE', 'deals/1')).status).toBe(200);
	expect(await read('deals')).toEqual([{ id: 2 }]);
});

describe('lists', () => {
	const idsOf = async (query: string) =>
		((await read(`contacts${query}`)) as Array<{ id: unknown }>).map(({ id }) => id);

	it('come by the hundred', async () => {
		await send(
			'PATCH',
			'contacts',
			Array.from({ length: 130 }, (_, index) => ({ id: index })),
		);
		expect(await idsOf('')).toEqual(Array.from({ length: 100 }, (_, index) => index));
		expect(await idsOf('?offset=100')).toHaveLength(30);
		expect(await idsOf('?offset=130')).toEqual([]);
	});

	it('are sorted as asked, numbers before texts, absent values last', async () => {
		await send('PATCH', 'contacts', [
			{ id: 'b', name: 'Anna', responsibleUserId: 2 },
			{ id: 10, name: 'Vera', responsibleUserId: 'x' },
			{ id: 9 },
		]);
		expect(await idsOf('')).toEqual([9, 10, 'b']);
		expect(await idsOf('?orderDirection=desc')).toEqual(['b', 10, 9]);
		expect(await idsOf('?orderBy=name')).toEqual(['b', 10, 9]);
		expect(await idsOf('?orderBy=responsibleUserId')).toEqual(['b', 10, 9]);
		for (const query of ['?orderBy=closed', '?orderDirection=up', '?offset=-1']) {
			expect((await send('GET', `contacts${query}`)).json).toEqual(invalid);
		}
	});
});

it('entities of v3 are others', async () => {
	sandbox.control.seed({ contacts: 2, deals: 2 });
	expect(await read('contacts')).toEqual([]);
	await send('PATCH', 'contacts', [{ id: 1 }]);
	expect(sandbox.control.state()).toMatchObject({
		contacts: [{}, {}],
		legacy: { contacts: [{ id: 1 }], webhooksUrl: null },
	});
});
