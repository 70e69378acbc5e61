import { startSandbox, type Sandbox } from '../../sandbox';
import { runNode, type EngineRun } from './harness';

let sandbox: Sandbox;
const run = async (options: Partial<EngineRun>) =>
	await runNode({
		parameters: { resource: 'contact', operation: 'get', id: '1' },
		credentials: { apiKey: sandbox.apiKey, baseUrl: sandbox.url },
		...options,
	});

beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => await sandbox.close());

test('a wrong key is told, with what to do, in one request, and never shown', async () => {
	const apiKey = 'canary-0123456789abcdef';
	const { error, run: whole } = await run({ credentials: { apiKey, baseUrl: sandbox.url } });
	expect(error?.message).toContain('does not accept this API key');
	expect(error?.description).toContain('credential');
	expect(sandbox.control.journal()).toHaveLength(1);
	expect(JSON.stringify(whole)).not.toContain(apiKey);
});

test('a sidecar key on a closed route is told what it may do', async () => {
	const { error } = await run({
		credentials: { apiKey: sandbox.sidecarKey, baseUrl: sandbox.url },
	});
	expect(error?.message).toMatch(/no access|may not/);
	expect(error?.description).toContain('FORBIDDEN');
});

test('an unknown id names the item and keeps the HTTP status', async () => {
	const { error } = await run({});
	expect(error?.message).toContain('does not know');
	expect(error?.context).toMatchObject({ itemIndex: 0, wazzup: { httpStatus: 404 } });
});

test('what the contract refuses is never sent and names the field', async () => {
	const { error } = await run({
		parameters: {
			resource: 'contact',
			operation: 'upsert',
			dataMode: 'json',
			entitiesJson: '{"id":"1","name":"Anna","responsibleUserId":"1","contactData":[]}',
		},
	});
	expect(error?.message).toContain('contactData must not be empty');
	expect(sandbox.control.journal()).toHaveLength(0);
});

test('JSON that is none is told as such', async () => {
	const { error } = await run({
		parameters: { resource: 'contact', operation: 'upsert', dataMode: 'json', entitiesJson: '[{' },
	});
	expect(error?.message).toContain('does not hold valid JSON');
});

test.each(['..', '.'])('the id %j is refused before anything is sent', async (id) => {
	const { error } = await run({ parameters: { resource: 'contact', operation: 'get', id } });
	expect(error?.message).toContain('cannot be part of an address');
	expect(sandbox.control.journal()).toHaveLength(0);
});

test('Continue On Fail keeps the good items and gives the bad one its reason, code and id', async () => {
	sandbox.control.seed({ contacts: 2 });
	const [first] = sandbox.control.state().contacts;
	const { items, output, error } = await run({
		parameters: { resource: 'contact', operation: 'get', id: '={{ $json.id }}' },
		items: [{ id: 'unknown' }, { id: first?.id }],
		onError: 'continueRegularOutput',
	});
	expect(error).toBeUndefined();
	expect(items[0]).toMatchObject({ error: expect.stringContaining('does not know') });
	expect(items[1]).toMatchObject({ id: first?.id });
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
});

test('without Continue On Fail the error says how much had gone through', async () => {
	sandbox.control.seed({ contacts: 1 });
	const [known] = sandbox.control.state().contacts;
	const { error } = await run({
		parameters: { resource: 'contact', operation: 'get', id: '={{ $json.id }}' },
		items: [{ id: known?.id }, { id: 'unknown' }, { id: 'neither' }],
	});
	expect(error?.description).toContain('1 of 3 items had already gone through. 1 more failed as');
});

test('a Base URL that is none is told before anything is sent', async () => {
	const { error } = await run({ credentials: { apiKey: 'k', baseUrl: 'api.wazzup24.com' } });
	expect(error?.message).toContain('Base URL');
});

test('a key that Wazzup repeats in a refusal is not shown', async () => {
	sandbox.control.addFault({
		match: { path: '/v3/contacts/{id}' },
		kind: 'status',
		status: 400,
		body: { error: 'UNHEARD_OF', description: `unknown credentials: Bearer ${sandbox.apiKey}` },
	});
	const { error, run: whole } = await run({});
	expect(error?.description).toContain('unknown credentials: Bearer •••');
	expect(JSON.stringify(whole)).not.toContain(sandbox.apiKey);
});

test('an answer of another form than documented says where it differs, and is not asked for again', async () => {
	sandbox.control.addFault({
		match: { path: '/v3/contacts/{id}' },
		kind: 'status',
		status: 200,
		body: { name: 'no id' },
	});
	const { error } = await run({});
	expect(error?.message).toContain('another form');
	expect(error?.message).toContain('id');
	expect(sandbox.control.journal()).toHaveLength(1);
});

test('a redirect is told as such and not followed', async () => {
	sandbox.control.addFault({ match: { path: '/v3/contacts/{id}' }, kind: 'status', status: 302 });
	const { error } = await run({});
	expect(error?.message).toContain('redirect');
});

test('nobody at the Base URL: told as not reachable, after repeats', async () => {
	const closed = sandbox.url;
	await sandbox.close();
	const { error } = await run({ credentials: { apiKey: 'k', baseUrl: closed } });
	sandbox = await startSandbox();
	expect(error?.message).toBe('Wazzup could not be reached');
	expect(error?.description).toContain('5 times');
});
