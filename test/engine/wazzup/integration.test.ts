import { useSandbox } from './useSandbox';

const sandbox = useSandbox();
const secret = 'only-the-servers-know';
const register = {
	resource: 'integration',
	operation: 'registerInMarketplace',
	crmCode: '={{ $json.code }}',
	secret,
	authRedirectUri: 'https://crm.example.com/connect',
};
const confirm = {
	resource: 'integration',
	operation: 'confirmConnection',
	state: '={{ $json.state }}',
	secret,
	crmKey: 'key-of-the-crm',
};
const migrate = {
	resource: 'integration',
	operation: 'migrateClient',
	clientApiKey: '={{ $json.key }}',
	webhook: { messagesAndStatuses: true },
};

test('a CRM is registered, a client connects it', async () => {
	const registered = await sandbox.run(register, [{ code: 'my-crm' }]);
	expect(registered.items).toEqual([{ registered: true, crmCode: 'my-crm' }]);
	const { state } = sandbox.control.marketplaceState('my-crm');
	const confirmed = await sandbox.run(confirm, [{ state }]);
	expect(confirmed.items).toEqual([{ connected: true, apiKey: sandbox.credentials().apiKey }]);
});

test('clients move to v3', async () => {
	const { items } = await sandbox.run(migrate, [{ key: 'one' }, { key: 'two' }]);
	expect(items).toEqual([{ migrated: true }, { migrated: true }]);
	const moved = sandbox.control.state().migrations;
	expect(moved).toHaveLength(2);
	for (const clientApiKey of ['one', 'two']) {
		expect(moved).toContainEqual({ clientApiKey, subscriptions: { messagesAndStatuses: true } });
	}
});

test('Continue On Fail: what Wazzup refuses fails alone, and no secret is told', async () => {
	const twice = await sandbox.runOn(register, [{ code: 'my crm' }, { code: 'my-crm' }]);
	expect(twice.items).toEqual([{ registered: true, crmCode: 'my-crm' }]);
	expect(twice.failed).toMatchObject([{ error: expect.stringContaining('crmCode') }]);
	const { state } = sandbox.control.marketplaceState('my-crm');
	const connected = await sandbox.runOn(confirm, [{ state: 'stale' }, { state }]);
	expect(connected.items).toHaveLength(1);
	expect(connected.failed).toMatchObject([{ details: { code: 'VALIDATION_ERROR' } }]);
	expect(JSON.stringify([twice.output, twice.failed, connected.failed])).not.toContain(secret);
});

test.each([
	['registration', register, { code: 'my-crm' }, '/v3/marketplace'],
	['connection', confirm, { state: 'any' }, '/v3/connect'],
	['migration', migrate, { key: 'one' }, '/v3/migration'],
])(
	'a %s whose answer is lost is not repeated, and says that it may have happened',
	async (_name, parameters, item, path) => {
		sandbox.control.addFault({ kind: 'dropAfter', match: { path }, times: 1 });
		const { error } = await sandbox.run(parameters, [item]);
		expect(error?.message).toContain('connection to Wazzup was lost');
		expect(error?.description).toContain('may have carried it out');
		expect(sandbox.requests('POST', path)).toHaveLength(1);
	},
);

test('a request that never arrived is sent again, and registers once', async () => {
	sandbox.control.addFault({
		kind: '429',
		retryAfter: 0,
		match: { path: '/v3/marketplace' },
		times: 1,
	});
	const { items } = await sandbox.run(register, [{ code: 'my-crm' }]);
	expect(items).toEqual([{ registered: true, crmCode: 'my-crm' }]);
	expect(sandbox.requests('POST', '/v3/marketplace').map(({ status }) => status)).toEqual([
		429, 200,
	]);
});
