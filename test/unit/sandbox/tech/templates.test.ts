import { startSandbox, type Sandbox } from '../../../../sandbox';
import { channelOf, member, request, subscribedCrm } from './client';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ repeats: 0 });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const send = (method: string, path: string, body?: object) =>
	request(sandbox, method, `/v2/templates/${path}`, body);

describe('templates of Wazzup', () => {
	it('are created, listed by their place, changed and deleted', async () => {
		const { data } = await send('POST', 'wz', { name: 'Bye', text: 'Goodbye', order: -1 });
		const id = member(data, 'id');
		const names = async () =>
			((await send('GET', 'wz')).data as object[]).map((each) => member(each, 'name'));
		expect(await names()).toEqual(['Bye', 'Greeting']);
		await send('PATCH', `wz/${id}`, { order: 5 });
		expect(await names()).toEqual(['Greeting', 'Bye']);
		expect((await send('GET', `wz/${id}`)).data).toEqual([
			{ id, name: 'Bye', text: 'Goodbye', order: 5, files: [] },
		]);
		expect((await send('DELETE', `wz/${id}`)).data).toBeNull();
		expect((await send('GET', `wz/${id}`)).status).toBe(404);
		expect((await send('DELETE', `wz/${id}`)).status).toBe(404);
		expect((await send('POST', 'wz', { name: 'x' })).errors).toEqual([
			'text should not be empty',
			'order should not be empty',
		]);
	});
});

describe('WABA templates', () => {
	const template = () => ({
		title: 'Order',
		waba: { waba_id: '1', waba_name: 'Shop' },
		channels: [channelOf(sandbox, 'wapi').channelId],
		category: 'UTILITY',
		language: 'en',
		components: [{ type: 'BODY', text: 'Hello' }],
	});
	const create = async (is_draft: boolean) =>
		(await send('POST', 'waba', { template: template(), is_draft })).data;

	it('wait for Meta, whose verdict comes as an event', async () => {
		const { crm, items } = await subscribedCrm(sandbox, 'waba_template.status_update');
		const created = await create(false);
		const id = member(created, 'id');
		expect(created).toMatchObject({ ...template(), status: 'PENDING' });
		sandbox.control.tech.moderate(id, 'REJECTED', 'PROMOTIONAL');
		await sandbox.control.idle();
		const verdict = { status: 'REJECTED', reason: 'PROMOTIONAL' };
		expect(items('waba_template.status_update')).toEqual([
			{ template_id: id, title: 'Order', ...verdict },
		]);
		expect((await send('GET', `waba/${id}`)).data).toMatchObject([verdict]);
		await send('PATCH', `waba/${id}`, { template: { title: 'Order 2' } });
		expect((await send('GET', `waba/${id}`)).data).toMatchObject([
			{ title: 'Order 2', status: 'PENDING', reason: null },
		]);
		await crm.close();
	});

	it('may be drafts', async () => {
		expect(await create(true)).toMatchObject({ status: 'DRAFT' });
	});

	it('are deleted', async () => {
		const id = member(await create(true), 'id');
		expect((await send('GET', 'waba')).data).toHaveLength(3);
		await send('DELETE', `waba/${id}`);
		expect((await send('GET', 'waba')).data).toHaveLength(2);
		expect((await send('DELETE', `waba/${id}`)).status).toBe(404);
	});

	it.each([
		[
			{ category: 'SPAM' },
			'template.category must be one of the following values: MARKETING, UTILITY',
		],
		[{ channels: ['ghost'] }, 'template.channels must be WABA channels'],
		[{ footer: 'x' }, 'template.property footer should not exist'],
	])('are refused with %p', async (changes, sentence) => {
		const body = { template: { ...template(), ...changes }, is_draft: false };
		expect((await send('POST', 'waba', body)).errors?.[0]).toContain(sentence);
	});

	it('may have the member that the page names without a word', async () => {
		const body = { template: { ...template(), tricky_templates_priority: 1 }, is_draft: false };
		expect((await send('POST', 'waba', body)).status).toBe(200);
	});
});

it('has prices', async () => {
	const { data } = await request(sandbox, 'GET', '/v2/waba/pricing');
	expect(data).toContainEqual({
		country: 'US',
		currency: 'USD',
		category: 'MARKETING',
		price: expect.any(Number),
	});
});
