import { useSandbox } from './useSandbox';

const sandbox = useSandbox();
const send = { resource: 'apiRequest', operation: 'send' };
const upsertUser = {
	...send,
	method: 'POST',
	path: '/v3/users',
	body: '[{ "id": "x1", "name": "One" }]',
};

test('reads a list as items, page after page', async () => {
	sandbox.control.seed({ contacts: 250 });
	const all = await sandbox.run({ ...send, path: '/v3/contacts', returnAll: true });
	expect(all.items).toHaveLength(250);
	const few = await sandbox.run({ ...send, path: '/v3/contacts?offset=245', limit: 50 });
	expect(few.items.map(({ id }) => id)).toEqual(
		[...Array(5).keys()].map((index) => `contact-000${246 + index}`),
	);
});

test('reads one entity, writes with a body', async () => {
	const written = await sandbox.run(upsertUser);
	expect(written.items).toEqual([{ success: true }]);
	const read = await sandbox.run({ ...send, path: '/v3/users/x1' });
	expect(read.items).toEqual([{ id: 'x1', name: 'One' }]);
});

test('Continue On Fail: a path that leads elsewhere and an unknown ID fail alone', async () => {
	const result = await sandbox.runOn({ ...send, path: '={{ $json.path }}' }, [
		{ path: 'https://example.com/v3/users/1' },
		{ path: '/v3/users/nobody' },
		{ path: '/v3/users/1' },
	]);
	expect(result.items).toMatchObject([{ id: '1' }]);
	expect(result.failed).toMatchObject([
		{ error: expect.stringContaining('full address') },
		{ details: { httpStatus: 404 } },
	]);
});

test('a write is repeated only when the user says that this is safe', async () => {
	sandbox.control.addFault({ kind: 'dropAfter', match: { method: 'POST' }, every: 2 });
	sandbox.control.addFault({ kind: 'dropAfter', match: { method: 'POST' }, times: 1 });
	const lost = await sandbox.run(upsertUser);
	expect(lost.error?.description).toContain('may have carried it out');
	expect(sandbox.requests('POST', '/v3/users')).toHaveLength(1);

	const repeated = await sandbox.run({ ...upsertUser, safeToRepeat: true });
	expect(repeated.error).toBeUndefined();
	expect(repeated.items).toEqual([{ success: true }]);
	expect(sandbox.requests('POST', '/v3/users')).toHaveLength(3);
});

test('a read survives an internal error', async () => {
	sandbox.control.addFault({ kind: 'status', status: 500, times: 1 });
	const { items } = await sandbox.run({ ...send, path: '/v3/channels', returnAll: true });
	expect(items).toHaveLength(sandbox.control.state().channels.length);
});
