import { useLegacy } from './useLegacy';

const sandbox = useLegacy();

describe.each(['contact', 'deal', 'user'] as const)('a %s', (resource) => {
	const path = `/v2/${resource}s`;
	const upsert = { resource, operation: 'upsert', dataMode: 'autoMapInputData' };
	const picker = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
	const one = (operation: string) => ({
		resource,
		operation,
		id: resource === 'user' ? picker : '={{ $json.id }}',
	});
	const stored = (): unknown[] =>
		({
			contact: sandbox.stored.contacts,
			deal: sandbox.stored.deals,
			user: sandbox.stored.users,
		})[resource];

	test('is created, changed, read and deleted, its id a number', async () => {
		const before = stored().length;
		const created = await sandbox.run(upsert, [
			{ id: 11, name: 'One' },
			{ id: 12, name: 'Two' },
		]);
		expect(created.error).toBeUndefined();
		expect(created.items).toEqual([
			{ id: 11, name: 'One' },
			{ id: 12, name: 'Two' },
		]);
		await sandbox.run(upsert, [{ id: 11, name: 'Renamed' }]);
		const got = await sandbox.run(one('get'), [{ id: 12 }, { id: 11 }]);
		expect(got.items).toEqual([
			{ id: 12, name: 'Two' },
			{ id: 11, name: 'Renamed' },
		]);
		expect(got.output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		const deleted = await sandbox.run(one('delete'), [{ id: 11 }, { id: 404 }, { id: 12 }]);
		expect(deleted.items).toEqual([
			{ deleted: true, id: 11 },
			{ deleted: false, id: 404 },
			{ deleted: true, id: 12 },
		]);
		expect(stored()).toHaveLength(before);
	});

	test('that Wazzup does not take fails alone, though it names none', async () => {
		const items = Array.from({ length: 20 }, (_, index) => ({
			id: 100 + index,
			name: index === 13 ? 'Bad #invalid:name' : `Name ${index}`,
		}));
		const result = await sandbox.runOn(upsert, items);
		expect(result.items).toHaveLength(19);
		expect(result.failed).toMatchObject([{ id: 113, details: { code: 'VALIDATION_ERROR' } }]);
		expect(stored()).toEqual(expect.arrayContaining([{ id: 119, name: 'Name 19' }]));
	});

	test('whose deletion lost its answer is not reported as unknown', async () => {
		await sandbox.run(upsert, [{ id: 11 }]);
		sandbox.control.addFault({ kind: 'dropAfter', match: { method: 'DELETE' }, times: 1 });
		const { items } = await sandbox.run(one('delete'), [{ id: 11 }]);
		expect(items).toMatchObject([
			{ deleted: true, id: 11, note: expect.stringContaining('first answer was lost') },
		]);
	});

	test('that is unknown fails, the others are read', async () => {
		await sandbox.run(upsert, [{ id: 11 }]);
		const result = await sandbox.runOn(one('get'), [{ id: 404 }, { id: 11 }]);
		expect(result.items).toEqual([{ id: 11 }]);
		expect(result.failed).toMatchObject([{ details: { httpStatus: 404 } }]);
	});

	test('is listed with all others', async () => {
		const many = Array.from({ length: 230 }, (_, index) => ({ id: 1_000 + index }));
		await sandbox.send('PATCH', path, many);
		sandbox.control.clearJournal();
		const { items } = await sandbox.run({ resource, operation: 'getMany', returnAll: true });
		expect(items).toEqual(expect.arrayContaining(many));
		expect(items).toHaveLength(stored().length);
		// Users come as one array, the others in pages.
		expect(sandbox.requests('GET', path)).toHaveLength(resource === 'user' ? 1 : 3);
	});
});

test('lists come in the order that is asked for', async () => {
	await sandbox.send('PATCH', '/v2/contacts', [
		{ id: 1, name: 'Vera' },
		{ id: 2, name: 'Anna' },
	]);
	const options = { orderBy: 'name', orderDirection: 'desc' };
	const parameters = { resource: 'contact', operation: 'getMany' };
	const sorted = await sandbox.run({ ...parameters, options });
	expect(sorted.items.map(({ name }) => name)).toEqual(['Vera', 'Anna']);
	const plain = await sandbox.run({ ...parameters, options: { orderBy: 'name' } });
	expect(plain.items.map(({ name }) => name)).toEqual(['Anna', 'Vera']);
});
