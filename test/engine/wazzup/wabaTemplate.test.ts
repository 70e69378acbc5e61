import { useSandbox } from './useSandbox';

const sandbox = useSandbox();
const getMany = { resource: 'wabaTemplate', operation: 'getMany', returnAll: true };
const path = '/v3/templates/whatsapp';

test('simplified: what it says, whether it can be sent, what has to be filled in', async () => {
	const { items } = await sandbox.run(getMany);
	expect(items).toHaveLength(sandbox.control.state().templates.length);
	expect(items[0]).toMatchObject({
		name: 'order_status',
		headerFormat: 'TEXT',
		text: 'Hello {{1}}, your order is {{2}}.',
		variables: ['headerVar1', 'bodyVar1', 'bodyVar2'],
	});
	expect(items[0]).not.toHaveProperty('components');
});

test('raw, and with filters', async () => {
	const raw = await sandbox.run({ ...getMany, simplify: false });
	expect(raw.items).toEqual(sandbox.control.state().templates);

	const { items } = await sandbox.run({
		...getMany,
		filters: { statuses: ['rejected', 'archived'] },
	});
	expect(items.map(({ status }) => status)).toEqual(['rejected', 'archived']);
});

test('an answer that breaks off and a page of a gateway are read again', async () => {
	sandbox.control.addFault({ kind: 'cutOff', match: { path }, times: 1 });
	sandbox.control.addFault({ kind: 'html', match: { path }, times: 1 });
	const result = await sandbox.run(getMany);
	expect(result.error).toBeUndefined();
	expect(result.items).toHaveLength(sandbox.control.state().templates.length);
	expect(sandbox.requests('GET', path)).toHaveLength(3);
});

test('each item has its own limit, and its templates are paired with it', async () => {
	const { output } = await sandbox.run(
		{ ...getMany, returnAll: false, limit: '={{ $json.limit }}' },
		[{ limit: 1 }, { limit: 2 }],
	);
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual([
		{ item: 0 },
		{ item: 1 },
		{ item: 1 },
	]);
});

test('Continue On Fail: a request that is refused fails its item, the other one goes on', async () => {
	sandbox.control.addFault({ kind: 'status', status: 403, match: { path }, times: 1 });
	const result = await sandbox.runOn({ ...getMany, returnAll: false, limit: 1 }, [{}, {}]);
	expect(result.items).toHaveLength(1);
	expect(result.failed).toMatchObject([{ details: { httpStatus: 403 } }]);
});
