import type { IDataObject } from 'n8n-workflow';
import { range } from 'lodash';
import { useTech } from './useTech';

/** What contacts, deals and users of a partner's customers have in common; what tells them apart is given. */
export function entitySuite(kind: {
	resource: 'contact' | 'deal' | 'user';
	/** An entity with this id that Wazzup takes. */
	entity: (id: string) => IDataObject;
}) {
	const { resource, entity } = kind;
	const path = `/v2/${resource}s`;
	const tech = useTech();
	const write = (operation: string) => ({ resource, operation, dataMode: 'autoMapInputData' });
	const one = (operation: string) => ({ resource, operation, id: '={{ $json.id }}' });
	const onError = { onError: 'continueErrorOutput' as const };
	const stored = (accountId?: string) => {
		const { contacts, deals, users } = tech.control.tech.account(accountId);
		const entities = { contact: contacts, deal: deals, user: users }[resource] as IDataObject[];
		return entities.map(({ id }) => String(id)).sort();
	};

	test('is created, changed, read and deleted', async () => {
		const before = stored();
		const created = await tech.run(write('create'), [entity('x1'), entity('x2')]);
		expect(created.error).toBeUndefined();
		expect(created.items).toEqual([entity('x1'), entity('x2')]);
		expect(created.output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(tech.requests('POST', path)).toHaveLength(1);

		const renamed = { ...entity('x1'), name: 'Renamed' };
		await tech.run(write('update'), [renamed]);
		const got = await tech.run(one('get'), [{ id: 'x1' }, { id: 'x2' }]);
		expect(got.items).toEqual([renamed, entity('x2')]);
		const many = await tech.run({ resource, operation: 'getMany', returnAll: true });
		expect(many.items.map(({ id }) => id)).toEqual(expect.arrayContaining(['x1', 'x2']));

		const deleted = await tech.run(one('delete'), [{ id: 'x1' }, { id: 'x2' }, { id: 'nobody' }]);
		expect(deleted.items).toEqual(['x1', 'x2', 'nobody'].map((id) => ({ deleted: true, id })));
		expect(tech.requests('DELETE', path)).toHaveLength(1);
		expect(stored()).toEqual(before);
	});

	test('Raw is the reply as it comes', async () => {
		await tech.run(write('create'), [entity('x1')]);
		const got = await tech.run({ ...one('get'), raw: true }, [{ id: 'x1' }]);
		expect(got.items).toEqual([
			{ data: [entity('x1')], meta: { timestamp: expect.any(Number) as number } },
		]);
	});

	test('250 go in three requests, and all of them are read', async () => {
		const items = range(250).map((index) => entity(`x${index}`));
		const created = await tech.run(write('create'), items);
		expect(created.error).toBeUndefined();
		expect(created.items).toEqual(items);
		expect(tech.requests('POST', path)).toHaveLength(3);
		const all = await tech.run({ resource, operation: 'getMany', returnAll: true });
		expect(all.items.map(({ id }) => String(id)).sort()).toEqual(stored());
		const few = await tech.run({ resource, operation: 'getMany', limit: 30 });
		expect(few.items).toHaveLength(30);
	});

	test('Continue On Fail: bad ones fail by name, the others are stored', async () => {
		const { name: _name, ...nameless } = entity('x2');
		const result = await tech.run(write('create'), [entity('x1'), nameless, entity('x3')], onError);
		expect(result.error).toBeUndefined();
		expect(result.items.map(({ id }) => id)).toEqual(['x1', 'x3']);
		expect(result.failed).toMatchObject([
			{ id: 'x2', error: expect.stringContaining('name is required') as string },
		]);
		expect(stored()).toEqual(expect.arrayContaining(['x1', 'x3']));
		expect(stored()).not.toContain('x2');
	});

	test('an update of unknown ones says that Wazzup did not process all', async () => {
		await tech.run(write('create'), [entity('x1')]);
		const alone = await tech.run(write('update'), [entity('nobody')]);
		expect(alone.items[0]?.note).toContain(`did not process this ${resource}`);
		const mixed = await tech.run(write('update'), [entity('x1'), entity('nobody')]);
		for (const { note } of mixed.items) expect(note).toContain(`1 of the 2 ${resource}s`);
		expect(stored()).not.toContain('nobody');
	});

	test('an ID that comes twice goes later, and the later one wins', async () => {
		await tech.run(write('create'), [entity('x1'), { ...entity('x1'), name: 'Second' }]);
		expect(tech.requests('POST', path)).toHaveLength(2);
		const { items } = await tech.run(one('get'), [{ id: 'x1' }]);
		expect(items).toMatchObject([{ name: 'Second' }]);
	});

	test('items of two accounts go to their own account, in a request each', async () => {
		const { accountId: other } = tech.control.tech.createAccount({ partner: tech.login().email });
		const items = range(6).map((index) => ({
			...entity(`x${index}`),
			accountId: index % 2 ? other : tech.accountId,
		}));
		const accountId = '={{ $json.accountId }}';
		const result = await tech.runForAccount({ ...write('create'), accountId }, items);
		expect(result.error).toBeUndefined();
		expect(result.items.map(({ id }) => id)).toEqual(items.map((item) => (item as IDataObject).id));
		expect(tech.requests('POST', path)).toHaveLength(2);
		expect(stored(other)).toEqual(['x1', 'x3', 'x5']);
		expect(stored()).toEqual(expect.arrayContaining(['x0', 'x2', 'x4']));
		await tech.runForAccount({ ...one('delete'), accountId }, items);
		expect(stored(other)).toEqual([]);
	});

	test('Get of an unknown ID fails, the others go on', async () => {
		await tech.run(write('create'), [entity('x1')]);
		const result = await tech.run(one('get'), [{ id: 'nobody' }, { id: 'x1' }], onError);
		expect(result.items).toEqual([entity('x1')]);
		expect(result.failed).toMatchObject([{ details: { httpStatus: 404 } }]);
	});

	test('a write and a deletion whose answers are lost are repeated', async () => {
		tech.control.addFault({ kind: 'dropAfter', match: { method: 'POST', path }, times: 1 });
		tech.control.addFault({ kind: 'dropAfter', match: { method: 'DELETE', path }, times: 1 });
		const created = await tech.run(write('create'), [entity('x1')]);
		expect(created.items).toEqual([entity('x1')]);
		expect(tech.requests('POST', path)).toHaveLength(2);
		const deleted = await tech.run(one('delete'), [{ id: 'x1' }]);
		expect(deleted.items).toEqual([{ deleted: true, id: 'x1' }]);
		expect(stored()).not.toContain('x1');
	});

	return { tech, write, stored, onError };
}
