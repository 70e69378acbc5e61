import { useLegacy } from './useLegacy';

const sandbox = useLegacy();

const replaceAll = { resource: 'user', operation: 'replaceAll', dataMode: 'autoMapInputData' };
const users = [
	{ id: '1', name: 'Kate' },
	{ id: 7, name: 'New' },
];

test('all users are replaced by those of all items, and it says how many are gone', async () => {
	const { items, output, error } = await sandbox.run(replaceAll, users);
	expect(error).toBeUndefined();
	expect(sandbox.stored.users).toEqual(users);
	expect(items).toEqual(
		users.map((user) => ({ ...user, usersBefore: 3, usersNow: 2, usersGone: 2 })),
	);
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(sandbox.requests('PUT', '/v2/users')).toHaveLength(1);
});

test('counting alone changes nothing', async () => {
	const { items } = await sandbox.run({ ...replaceAll, onlyCount: true }, users);
	expect(items[0]).toMatchObject({ usersBefore: 3, usersGone: 2, onlyCounted: true });
	expect(sandbox.stored.users).toHaveLength(3);
});

test.each([
	['a user that does not fit', [...users, { id: 'x'.repeat(65), name: 'Long' }], 3],
	['an item without a user', [...users, { other: 1 }], 3],
	['no user at all', [{}], 1],
])('%s: nobody is replaced', async (_name, items, failures) => {
	const { items: done, failed } = await sandbox.runOn(replaceAll, items);
	expect(done).toEqual([]);
	expect(failed).toHaveLength(failures);
	expect(sandbox.stored.users).toHaveLength(3);
	expect(sandbox.control.journal()).toEqual([]);
});

test('an empty list deletes all users once that is confirmed', async () => {
	const { items, error } = await sandbox.run({ ...replaceAll, allowEmptyList: true }, [{}]);
	expect(error).toBeUndefined();
	expect(items).toEqual([{ usersBefore: 3, usersNow: 0, usersGone: 3 }]);
	expect(sandbox.stored.users).toEqual([]);
});

test('a refusal fails every item, and so does a list that cannot be read before', async () => {
	const bad = [...users, { id: 9, name: 'Nine #invalid:name' }];
	const refused = await sandbox.runOn(replaceAll, bad);
	expect(refused.failed).toHaveLength(3);
	expect(refused.failed).toMatchObject([{ details: { code: 'VALIDATION_ERROR' } }, {}, {}]);
	sandbox.control.addFault({ kind: 'status', status: 403, match: { method: 'GET' } });
	const unread = await sandbox.runOn(replaceAll, users);
	expect(unread.failed).toHaveLength(2);
	expect(sandbox.stored.users).toHaveLength(3);
	const empty = await sandbox.runOn({ ...replaceAll, allowEmptyList: true }, [{}]);
	expect(empty.failed).toMatchObject([{ details: { httpStatus: 403 } }]);
});

test('a refused empty list fails its item', async () => {
	sandbox.control.addFault({ kind: 'status', status: 400, match: { method: 'PUT' } });
	const { failed } = await sandbox.runOn({ ...replaceAll, allowEmptyList: true }, [{}]);
	expect(failed).toMatchObject([{ details: { httpStatus: 400 } }]);
});
