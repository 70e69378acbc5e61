import type { IDataObject } from 'n8n-workflow';
import { byId, useSandbox } from './useSandbox';

/** What contacts, deals and users have in common; what tells them apart is given. */
export function entitySuite(kind: {
	resource: 'contact' | 'deal' | 'user';
	/** An entity with this id that Wazzup takes. */
	entity: (id: string) => IDataObject;
	/** Whether the field of an id is a picker. */
	picker?: boolean;
}) {
	const { resource, entity } = kind;
	const path = `/v3/${resource}s`;
	const sandbox = useSandbox();
	const upsert = { resource, operation: 'upsert', dataMode: 'autoMapInputData' };
	const idField = '={{ $json.id }}';
	const one = (operation: string) => ({
		resource,
		operation,
		id: kind.picker ? byId(idField) : idField,
	});
	const stored = () => {
		const { contacts, deals, users } = sandbox.control.state();
		return { contact: contacts, deal: deals, user: users }[resource].map(({ id }) => String(id));
	};

	test('is created, changed, read and deleted', async () => {
		const before = stored().length;
		const created = await sandbox.run(upsert, [entity('x1'), entity('x2')]);
		expect(created.error).toBeUndefined();
		expect(created.items).toEqual([entity('x1'), entity('x2')]);
		expect(stored()).toHaveLength(before + 2);

		await sandbox.run(upsert, [{ ...entity('x1'), name: 'Renamed' }]);
		const got = await sandbox.run(one('get'), [{ id: 'x1' }, { id: 'x2' }]);
		expect(got.items).toEqual([{ ...entity('x1'), name: 'Renamed' }, entity('x2')]);
		expect(got.output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);

		const deleted = await sandbox.run(one('delete'), [{ id: 'x1' }]);
		expect(deleted.items).toEqual([{ deleted: true, id: 'x1' }]);
		const many = await sandbox.run({ resource, operation: 'deleteMany', ids: 'x2, nobody' });
		expect(many.items).toEqual([
			{ deleted: true, id: 'x2' },
			{ deleted: false, id: 'nobody' },
		]);
		expect(stored()).toHaveLength(before);
	});

	test('Get Many reads as many pages as it needs', async () => {
		sandbox.control.seed({ contacts: 230, deals: 230, users: 230 });
		const all = await sandbox.run({ resource, operation: 'getMany', returnAll: true });
		expect(all.items).toHaveLength(stored().length);
		expect(new Set(all.items.map(({ id }) => id)).size).toBe(stored().length);

		sandbox.control.clearJournal();
		const few = await sandbox.run({ resource, operation: 'getMany', limit: 30 });
		expect(few.items).toHaveLength(30);
		expect(sandbox.requests('GET', path)).toHaveLength(1);
	});

	test('Continue On Fail: the bad ones fail by name, the others are stored', async () => {
		const items = [
			entity('x1'),
			{ ...entity('x2'), name: '' },
			{ ...entity('x3'), name: 'Three #invalid:name' },
			entity('x4'),
		];
		const result = await sandbox.runOn(upsert, items);
		expect(result.error).toBeUndefined();
		expect(result.items.map(({ id }) => id)).toEqual(['x1', 'x4']);
		expect(result.failed.map(({ id }) => id)).toEqual(['x2', 'x3']);
		for (const { error } of result.failed) expect(error).toContain('name');
		expect(stored()).toEqual(expect.arrayContaining(['x1', 'x4']));
		expect(stored()).not.toEqual(expect.arrayContaining(['x2']));
		// One request that is refused because of x3, one with the rest.
		expect(sandbox.requests('POST', path)).toHaveLength(2);
	});

	test('an upsert whose answer is lost is repeated', async () => {
		sandbox.control.addFault({ kind: 'dropAfter', match: { path }, times: 1 });
		const result = await sandbox.run(upsert, [entity('x1')]);
		expect(result.error).toBeUndefined();
		expect(result.items).toEqual([entity('x1')]);
		expect(sandbox.requests('POST', path)).toHaveLength(2);
	});

	test('a deletion whose answer is lost is not reported as an unknown ID', async () => {
		await sandbox.run(upsert, [entity('x1')]);
		sandbox.control.addFault({ kind: 'dropAfter', match: { method: 'DELETE' }, times: 1 });
		const result = await sandbox.run(one('delete'), [{ id: 'x1' }]);
		expect(result.items).toMatchObject([{ deleted: true, id: 'x1' }]);
		expect(result.items[0]?.note).toContain('first answer was lost');
	});

	test('a page that breaks off is read again', async () => {
		await sandbox.run(upsert, [entity('x1')]);
		sandbox.control.addFault({ kind: 'cutOff', match: { method: 'GET' }, times: 1 });
		const result = await sandbox.run({ resource, operation: 'getMany', returnAll: true });
		expect(result.error).toBeUndefined();
		expect(result.items.map(({ id }) => id)).toEqual(expect.arrayContaining(['x1']));
		expect(sandbox.requests('GET', path)).toHaveLength(2);
	});

	test('Get of an unknown ID fails, the others go on', async () => {
		await sandbox.run(upsert, [entity('x1')]);
		const result = await sandbox.runOn(one('get'), [{ id: 'nobody' }, { id: 'x1' }]);
		expect(result.items).toEqual([entity('x1')]);
		expect(result.failed).toMatchObject([{ details: { httpStatus: 404 } }]);
	});

	return sandbox;
}
