import { useLegacyTrigger } from './useLegacyTrigger';

const use = useLegacyTrigger();
const write = async (text: string) => {
	use.sandbox.control.customerWrites({
		channelId: use.channelOf('whatsapp'),
		chatId: '79011112233',
		text,
	});
	await use.quiet();
};

test('publishing sets the address with a token; the test of it is answered with 200 and starts nothing', async () => {
	const workflow = await use.published();
	expect(await use.webhooksUrl()).toMatch(
		new RegExp(`^${workflow.productionUrl}\\?wazzupToken=[0-9a-f]{32}$`),
	);
	expect(use.sandbox.control.deliveries()).toMatchObject([
		{
			kind: 'test',
			surface: 'legacy',
			status: 200,
			body: { messages: [], channels: [], statuses: [] },
		},
	]);
	expect(use.host.started).toEqual([]);
	// The address of v3 is another one.
	expect(use.sandbox.control.state().webhooks.webhooksUri).toBeNull();
});

test('a message starts the published workflow; unpublishing switches deliveries off', async () => {
	const workflow = await use.published();
	await write('hello');
	await workflow.unpublish();
	await write('anybody there?');
	expect(use.texts()).toEqual(['production: hello']);
	expect(await use.webhooksUrl()).toBeNull();
	expect(workflow.staticData).toEqual({ 'node:Wazzup Trigger': {} });
	expect(use.host.warnings).toEqual([]);
});

test("another program's address is named without its query, and left alone", async () => {
	const other = await use.occupy();
	const publishing = use.trigger().publish();
	const message = await publishing.catch((error: unknown) => String(error));
	expect(message).toContain(`${use.host.origin}/other`);
	expect(message).toContain('Take Over Existing Address');
	expect(message).not.toContain('secret-of-another');
	expect(await use.webhooksUrl()).toBe(other);
	expect(use.puts()).toEqual([]);
});

test('an address that was taken over is put back', async () => {
	const other = await use.occupy();
	const workflow = await use.published({ takeOver: true });
	expect(await use.webhooksUrl()).toContain(workflow.productionUrl);
	await workflow.unpublish();
	expect(await use.webhooksUrl()).toBe(other);
	expect(use.host.warnings).toEqual([]);
});

test('when the earlier address is dead, deliveries are switched off and the log says so', async () => {
	await use.occupy();
	const workflow = await use.published({ takeOver: true });
	use.host.others.set('/other', 404);
	await workflow.unpublish();
	expect(await use.webhooksUrl()).toBeNull();
	expect(use.host.warnings).toEqual([
		expect.stringContaining(`${use.host.origin}/other could not be put back`),
	]);
	expect(use.host.warnings.join()).not.toContain('secret-of-another');
});

test('an address that somebody else set meanwhile is left alone', async () => {
	const workflow = await use.published();
	const other = await use.occupy();
	await workflow.unpublish();
	expect(await use.webhooksUrl()).toBe(other);
	expect(use.puts()).toEqual([]);
});

test('after a restart nothing is set again, whatever events are chosen', async () => {
	const workflow = await use.published();
	workflow.parameters = { ...workflow.parameters, events: ['channelList'] };
	await workflow.publish('init');
	expect(use.puts()).toHaveLength(1);
});

test('a test event borrows the address from the published workflow and gives it back', async () => {
	const other = await use.occupy();
	const workflow = await use.published({ takeOver: true });
	const production = await use.webhooksUrl();
	await workflow.listen();
	expect(await use.webhooksUrl()).toContain(workflow.testUrl);
	await write('for the test');
	expect(await use.webhooksUrl()).toBe(production);
	await write('for production');
	expect(use.texts()).toEqual(['test: for the test', 'production: for production']);
	await workflow.unpublish();
	expect(await use.webhooksUrl()).toBe(other);
});

test('when the test of the address fails, the error says so, and nothing is registered', async () => {
	const workflow = use.trigger();
	use.host.listenAt = () => undefined;
	await expect(workflow.publish()).rejects.toMatchObject({
		context: { wazzup: { code: 'testPostNotPassed' } },
	});
	expect(await use.webhooksUrl()).toBeNull();
	expect(workflow.staticData).toEqual({});
});

test('a wrong key stops the activation with the error of the credential', async () => {
	const credentials = { apiKey: 'wrong', baseUrl: use.sandbox.url };
	await expect(use.trigger({}, { credentials }).publish()).rejects.toMatchObject({
		httpCode: '401',
	});
});

test('another API, chosen later: the node gives back what it had in the first one', async () => {
	const other = await use.occupy();
	const workflow = await use.published({ takeOver: true });
	workflow.parameters = { ...workflow.parameters, surface: 'v3' };
	await workflow.unpublish();
	expect(await use.webhooksUrl()).toBe(other);
	await workflow.publish();
	expect(use.sandbox.control.state().webhooks.webhooksUri).toContain(workflow.productionUrl);
});

test('a test of the other API takes nothing from what the published workflow has to put back', async () => {
	const other = await use.occupy();
	const workflow = await use.published({ takeOver: true });
	const published = { ...workflow.parameters };
	workflow.parameters = { ...published, surface: 'v3' };
	await workflow.listen();
	await workflow.stopListening();
	workflow.parameters = published;
	expect(await use.webhooksUrl()).toContain(workflow.productionUrl);
	await workflow.unpublish();
	expect(await use.webhooksUrl()).toBe(other);
});

test('what could not be given back in one API is not forgotten over the other', async () => {
	const other = await use.occupy();
	const workflow = await use.published({ takeOver: true });
	use.sandbox.control.addFault({ kind: 'status', status: 403, match: { path: '/v2/webhooks' } });
	await workflow.unpublish();
	use.sandbox.control.clearFaults();
	expect(use.host.warnings).toEqual([expect.stringContaining('could not be given back')]);
	workflow.parameters = { ...workflow.parameters, surface: 'v3' };
	await workflow.publish();
	await workflow.unpublish();
	expect(await use.webhooksUrl()).toBe(other);
});

test('what a test borrows in one API is not put back in the other', async () => {
	const other = await use.occupy();
	const workflow = await use.published({ surface: 'v3', takeOver: true });
	const { webhooksUri } = use.sandbox.control.state().webhooks;
	workflow.parameters = { ...workflow.parameters, surface: 'legacy' };
	await workflow.listen();
	workflow.parameters = { ...workflow.parameters, surface: 'v3' };
	await workflow.publish('init');
	await workflow.unpublish();
	expect(use.sandbox.control.state().webhooks.webhooksUri).toBe(webhooksUri);
	await workflow.stopListening();
	expect(await use.webhooksUrl()).toBe(other);
});
