import { useTech } from './useTech';

const tech = useTech();
const upload = { resource: 'funnel', operation: 'upload', dataMode: 'autoMapInputData' };
const getMany = { resource: 'funnel', operation: 'getMany', returnAll: true };
const sales = {
	id: '10',
	name: 'Sales',
	stages: [
		{ id: '11', name: 'New' },
		{ id: '12', name: 'Won' },
	],
};
const service = { id: '20', name: 'Service' };

test('go up in one request and come back', async () => {
	const uploaded = await tech.run(upload, [sales, service]);
	expect(uploaded.error).toBeUndefined();
	const counts = { pipelines_created: 2, stages_created: 2 };
	expect(uploaded.items).toEqual([
		{ ...sales, upload: counts },
		{ ...service, upload: counts },
	]);
	expect(tech.requests('POST', '/v2/pipelines')).toHaveLength(1);

	const { items } = await tech.run(getMany);
	expect(items).toEqual([sales, { ...service, stages: [] }]);
	const limited = await tech.run({ ...getMany, returnAll: false, limit: 1 });
	expect(limited.items).toEqual([sales]);
	const raw = await tech.run({ ...getMany, raw: true });
	expect(raw.items).toMatchObject([{ data: [sales, service], meta: {} }]);
});

test('Continue On Fail: bad ones fail by name, the others go up', async () => {
	const result = await tech.run(
		upload,
		[
			sales,
			{ id: '30' },
			{ id: '40', name: 'Long', stages: [{ id: '41', name: 'x'.repeat(101) }] },
			service,
		],
		{ onError: 'continueErrorOutput' },
	);
	expect(result.items.map(({ id }) => id)).toEqual(['10', '20']);
	expect(result.failed).toMatchObject([
		{ id: '30', error: expect.stringContaining('name is required') as string },
		{ id: '40', error: expect.stringContaining('stages[0].name has more than 100') as string },
	]);
});

test('items of two accounts go to their own account', async () => {
	const { accountId: other } = tech.control.tech.createAccount({ partner: tech.login().email });
	const { error } = await tech.runForAccount({ ...upload, accountId: '={{ $json.accountId }}' }, [
		{ ...sales, accountId: tech.accountId },
		{ ...service, accountId: other },
	]);
	expect(error).toBeUndefined();
	expect(tech.control.tech.account().pipelines).toEqual([sales]);
	expect(tech.control.tech.account(other).pipelines).toEqual([service]);
});
