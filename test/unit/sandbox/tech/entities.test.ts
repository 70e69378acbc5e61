import { startSandbox, type Sandbox } from '../../../../sandbox';
import { contact, deal, funnel, user } from '../../api/tech/entities';
import { channelOf, request } from './client';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ statusSteps: false });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const send = (method: string, path: string, body?: unknown) =>
	request(sandbox, method, `/v2/${path}`, body);

const kinds = [
	{ path: 'deals', ids: 'deal_ids', entity: deal },
	{ path: 'contacts', ids: 'contact_ids', entity: contact },
	{ path: 'users', ids: 'user_ids', entity: user },
];

describe.each(kinds)('$path', ({ path, ids, entity }) => {
	beforeEach(() => send('DELETE', path, { [ids]: ['1', '2'] }));

	it('are created, changed, read, listed and deleted', async () => {
		const other = { ...entity, id: 'another', phone: undefined };
		const written = await send('POST', path, { [path]: [entity, other] });
		expect(written.data).toEqual({ processed: 2 });
		const changed = await send('PATCH', path, { [path]: [{ ...entity, name: 'New name' }] });
		expect(changed.data).toEqual({ processed: 1 });
		expect((await send('GET', `${path}/${entity.id}`)).data).toEqual([
			{ ...entity, name: 'New name' },
		]);
		const all = (await send('GET', path)).data as Array<{ id: string }>;
		expect(all.map(({ id }) => id)).toEqual(['another', entity.id].sort());
		expect((await send('DELETE', path, { [ids]: ['another', 'ghost'] })).data).toBeNull();
		expect((await send('GET', path)).data).toHaveLength(1);
		expect((await send('GET', `${path}/another`)).code).toBe('NOT_FOUND');
	});

	it('count only the known ones of a change', async () => {
		await send('POST', path, { [path]: [entity] });
		const ghost = { ...entity, id: 'ghost', phone: undefined };
		const { data } = await send('PATCH', path, { [path]: [entity, ghost] });
		expect(data).toEqual({ processed: 1 });
		expect((await send('GET', path)).data).toHaveLength(1);
	});

	it('are all refused for one that is wrong', async () => {
		const { id: _id, ...nameless } = entity;
		const code = path === 'users' ? 'INVALID_USER_DATA' : 'VALIDATION_FAILED';
		const reply = await send('POST', path, { [path]: [entity, nameless] });
		expect([reply.status, reply.code, reply.errors]).toEqual([
			400,
			code,
			[`${path}.1.id should not be empty`],
		]);
		expect((await send('POST', path, { [path]: [] })).code).toBe(code);
		expect((await send('POST', path)).code).toBe(code);
		const strange = await send('POST', path, { [path]: [{ ...entity, colour: 'red' }] });
		expect([strange.code, strange.errors]).toEqual([
			'VALIDATION_FAILED',
			[`${path}.0.property colour should not exist`],
		]);
		expect((await send('GET', path)).data).toEqual([]);
		expect((await send('DELETE', path, {})).errors).toEqual([`${ids} should not be empty`]);
	});
});

describe('deals', () => {
	it('have a number for an id or a text, and give a text', async () => {
		await send('POST', 'deals', { deals: [{ ...deal, id: 7 }] });
		expect((await send('GET', 'deals/7')).data).toEqual([{ ...deal, id: '7' }]);
	});

	it('need all their fields for a change too', async () => {
		const { errors } = await send('PATCH', 'deals', { deals: [{ id: 'deal1' }] });
		expect(errors).toContain('deals.0.closed should not be empty');
	});

	it('come page by page', async () => {
		const deals = Array.from({ length: 5 }, (_, index) => ({ ...deal, id: `d${index}` }));
		await send('POST', 'deals', { deals });
		const idsOf = async (query: string) =>
			((await send('GET', `deals?${query}`)).data as Array<{ id: string }>).map(({ id }) => id);
		expect(await idsOf('offset=1&limit=2')).toEqual(['d1', 'd2']);
		expect(await idsOf('offset=4&limit=2')).toEqual(['d4']);
		expect(await idsOf('offset=5&limit=2')).toEqual([]);
		expect(await idsOf('')).toHaveLength(5);
		expect((await send('GET', 'deals?page=2')).errors).toEqual(['property page should not exist']);
		expect((await send('GET', 'deals?limit=many')).errors).toEqual(['limit must be a number']);
	});
});

describe('users', () => {
	it('have phones that nobody else has; one in a wrong form is dropped', async () => {
		await send('POST', 'users', { users: [user] });
		const twin = await send('POST', 'users', { users: [{ ...user, id: 'twin' }] });
		expect([twin.status, twin.code]).toEqual([400, 'DUPLICATE_PHONE_NUMBER']);
		await send('POST', 'users', { users: [{ id: 'x', name: 'X', phone: '+7 926' }] });
		expect((await send('GET', 'users/x')).data).toEqual([{ id: 'x', name: 'X' }]);
	});

	it('come a hundred at a time', async () => {
		const users = Array.from({ length: 101 }, (_, index) => ({ id: `u${index}`, name: 'U' }));
		expect((await send('POST', 'users', { users })).code).toBe('INVALID_USER_DATA');
		expect((await send('POST', 'users', { users: users.slice(1) })).data).toEqual({
			processed: 100,
		});
	});
});

describe('funnels', () => {
	it('count what is new, and keep what is known', async () => {
		const upload = async (pipelines: object[]) =>
			(await send('POST', 'pipelines', { pipelines })).data;
		expect(await upload([funnel])).toEqual({ pipelines_created: 1, stages_created: 2 });
		const more = { ...funnel, stages: [...funnel.stages, { id: 'stage-3', name: 'won' }] };
		expect(await upload([more, { id: 'p2', name: 'bare' }])).toEqual({
			pipelines_created: 1,
			stages_created: 1,
		});
		expect((await send('GET', 'pipelines')).data).toEqual([
			more,
			{ id: 'p2', name: 'bare', stages: [] },
		]);
	});

	it('are refused with an empty list of stages', async () => {
		const { status, errors } = await send('POST', 'pipelines', {
			pipelines: [{ ...funnel, stages: [] }],
		});
		expect([status, errors]).toEqual([400, ['pipelines.0.stages should not be empty']]);
	});
});

describe('settings', () => {
	it('are replaced as a whole', async () => {
		const before = (await send('GET', 'settings')).data as { user_roles: unknown[] };
		expect(before.user_roles.length).toBeGreaterThan(1);
		const only = { hide_phone_numbers_for_user_ids: ['9'] };
		await send('PATCH', 'settings', only);
		expect((await send('GET', 'settings')).data).toEqual({
			user_roles: [],
			...only,
			push_input_output_message_events_for_managers: false,
		});
		expect((await send('PATCH', 'settings', { theme: 'dark' })).errors).toEqual([
			'property theme should not exist',
		]);
	});
});

describe('the counter', () => {
	const counter = async (userId: string) =>
		(await send('GET', `counters/unanswered/${userId}`)).data;
	const write = (chatId: string) =>
		sandbox.control.customerWrites({
			channelId: channelOf(sandbox, 'whatsapp').channelId,
			chatId,
			text: 'hello',
		});

	it('is red for own chats, grey for those that a manager supervises, 0 without a role', async () => {
		const own = { ...contact, responsible_user_id: '2' };
		await send('POST', 'contacts', { contacts: [own] });
		write('79011112233');
		write('79011112233');
		write('79990000000');
		expect(await counter('2')).toEqual({ counter: 2, type: 'red' });
		expect(await counter('1')).toEqual({ counter: 3, type: 'grey' });
		expect(await counter('ghost')).toEqual({ counter: 0, type: 'red' });
		await send('PATCH', 'settings', {});
		expect(await counter('2')).toEqual({ counter: 0, type: 'red' });
	});

	it('is cleared for all chats', async () => {
		write('79990000000');
		expect((await send('DELETE', 'chats/unanswered')).data).toEqual({
			account_id: sandbox.accountId,
			cleared: true,
		});
		expect(await counter('1')).toEqual({ counter: 0, type: 'red' });
	});
});
