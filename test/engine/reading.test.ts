import { startSandbox, type Sandbox } from '../../sandbox';
import { runNode } from './harness';

let sandbox: Sandbox;
const getMany = async (parameters: object = {}, resource = 'contact', items = 1) =>
	await runNode({
		parameters: { resource, operation: 'getMany', ...parameters },
		items: [...Array(items).keys()].map((index) => ({ index })),
		credentials: { apiKey: sandbox.apiKey, baseUrl: sandbox.url },
	});
const requests = () => sandbox.control.journal();

beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => await sandbox.close());

test('Return All reads every contact once, a request for each hundred', async () => {
	sandbox.control.seed({ contacts: 1_050 });
	const { items } = await getMany({ returnAll: true });
	expect(new Set(items.map(({ id }) => id)).size).toBe(1_050);
	expect(items).toHaveLength(1_050);
	expect(requests()).toHaveLength(11);
});

test('Limit fetches only the pages it needs', async () => {
	sandbox.control.seed({ contacts: 1_000 });
	expect((await getMany({ limit: 50 })).items).toHaveLength(50);
	expect(requests()).toHaveLength(1);
	expect((await getMany({ limit: 150 })).items).toHaveLength(150);
	expect(requests()).toHaveLength(3);
});

test('pages are read side by side where the reply tells the count', async () => {
	sandbox.control.seed({ contacts: 2_000 });
	sandbox.control.changeSettings({ delay: 50 });
	await getMany({ returnAll: true });
	const spans = requests().map(({ time, ms = 0 }) => ({
		from: Date.parse(time),
		to: Date.parse(time) + ms,
	}));
	const most = Math.max(
		...spans.map(({ from }) => spans.filter((span) => span.from <= from && from < span.to).length),
	);
	expect(most).toBeGreaterThan(5);
});

test('a list that answers every offset with the same page is read once', async () => {
	sandbox.control.seed({ users: 250 });
	const all = sandbox.control.state().users.length;
	const { items } = await getMany({ returnAll: true }, 'user');
	expect(items).toHaveLength(all);
	expect(requests().length).toBeLessThanOrEqual(2);
});

test('a list of exactly one full page ends without a needless row', async () => {
	sandbox.control.seed({ contacts: 100 });
	expect((await getMany({ returnAll: true })).items).toHaveLength(100);
});

test('each input item gets its own rows, paired with it', async () => {
	sandbox.control.seed({ contacts: 3 });
	const { output } = await getMany({ returnAll: true }, 'contact', 2);
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
		[0, 0, 0, 1, 1, 1].map((item) => ({ item })),
	);
});

test('half a list is never passed off as a whole one', async () => {
	sandbox.control.seed({ contacts: 300 });
	sandbox.control.addFault({
		match: { method: 'GET', path: '/v3/contacts' },
		kind: 'status',
		status: 400,
		every: 3,
	});
	const { items, error } = await getMany({ returnAll: true });
	expect(error).toBeDefined();
	expect(items).toEqual([]);
});

test.each([
	'dropBefore',
	'dropAfter',
	'cutOff',
	'notJson',
	'html',
	'status',
	'429',
	'slow',
] as const)('reading survives: %s once in three requests', async (kind) => {
	sandbox.control.seed({ contacts: 300 });
	sandbox.control.addFault({ match: { path: '/v3/contacts' }, kind, every: 3 });
	const { items, error } = await getMany({ returnAll: true });
	expect(error).toBeUndefined();
	expect(new Set(items.map(({ id }) => id)).size).toBe(300);
});
