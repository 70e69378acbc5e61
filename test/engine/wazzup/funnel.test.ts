import { useSandbox } from './useSandbox';

const sandbox = useSandbox();
const upload = { resource: 'funnel', operation: 'upload', dataMode: 'autoMapInputData' };
const sales = {
	id: '10',
	name: 'Sales',
	stages: [
		{ id: '11', name: 'New' },
		{ id: '12', name: 'Won' },
	],
};
const service = { id: '20', name: 'Service' };

test('go up as one list and come back', async () => {
	const uploaded = await sandbox.run(upload, [sales, service]);
	expect(uploaded.error).toBeUndefined();
	expect(uploaded.items).toEqual([sales, service]);
	expect(sandbox.requests('POST', '/v3/pipelines')).toHaveLength(1);

	const { items } = await sandbox.run({
		resource: 'funnel',
		operation: 'getMany',
		returnAll: true,
	});
	expect(items).toEqual([sales, service]);
	const limited = await sandbox.run({ resource: 'funnel', operation: 'getMany', limit: 1 });
	expect(limited.items).toEqual([sales]);
});

test('Continue On Fail: a part of the list is not uploaded, and every item says so', async () => {
	await sandbox.run(upload, [sales, service]);
	const before = sandbox.control.state().pipelines;
	const result = await sandbox.runOn(upload, [
		{ ...sales, name: 'Renamed' },
		{ id: '30', name: '' },
	]);
	expect(result.items).toEqual([]);
	expect(result.failed.map(({ error }) => error)).toEqual([
		expect.stringContaining('another one of the list'),
		expect.stringContaining('name'),
	]);
	expect(sandbox.requests('POST', '/v3/pipelines')).toHaveLength(1);
	expect(sandbox.control.state().pipelines).toEqual(before);
});

test('a funnel that Wazzup refuses is named', async () => {
	const result = await sandbox.runOn(upload, [sales, { ...service, name: 'x #invalid:name' }]);
	expect(result.items).toEqual([]);
	expect(result.failed).toMatchObject([
		{ error: expect.stringContaining('another one of the list') },
		{ id: '20', details: { code: 'INVALID_PIPELINES_DATA', fields: ['name'] } },
	]);
	expect(sandbox.control.state().pipelines).toEqual([]);
});

test('an upload whose answer is lost is repeated, a list that breaks off is read again', async () => {
	sandbox.control.addFault({ kind: 'dropAfter', match: { method: 'POST' }, times: 1 });
	sandbox.control.addFault({ kind: 'notJson', match: { method: 'GET' }, times: 1 });
	const uploaded = await sandbox.run(upload, [sales]);
	expect(uploaded.items).toEqual([sales]);
	expect(sandbox.requests('POST', '/v3/pipelines')).toHaveLength(2);
	const { items } = await sandbox.run({
		resource: 'funnel',
		operation: 'getMany',
		returnAll: true,
	});
	expect(items).toEqual([sales]);
});
