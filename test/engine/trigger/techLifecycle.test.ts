import { useTechTrigger } from './useTechTrigger';

const use = useTechTrigger();

test('publishing subscribes to each chosen event, messages in both directions as one; unpublishing takes all back', async () => {
	const workflow = use.trigger({
		events: ['messageReceived', 'messageSent', 'message.status_update', 'channel.qr_update'],
	});
	await workflow.publish();
	const { productionUrl } = workflow;
	expect(use.subscriptions()).toEqual([
		`channel.qr_update ${productionUrl}`,
		`message.add ${productionUrl}`,
		`message.status_update ${productionUrl}`,
	]);
	for (const { url } of use.control.tech.account().webhooks) {
		expect(url).toMatch(/\?wazzupToken=[0-9a-f]{32}$/);
	}
	expect(use.requests('POST')).toHaveLength(1);
	await workflow.unpublish();
	expect(use.subscriptions()).toEqual([]);
	expect(workflow.staticData).toEqual({ 'node:Wazzup Trigger': {} });
	expect(use.host.warnings).toEqual([]);
});

test('a message starts the published workflow, and none once it is unpublished', async () => {
	const workflow = use.trigger();
	await workflow.publish();
	await use.write('hello');
	await workflow.unpublish();
	await use.write('anybody there?');
	expect(use.texts()).toEqual(['production: hello']);
});

test('subscriptions of others stay, also to the same events', async () => {
	use.host.others.set('/other', 200);
	const other = `${use.host.origin}/other`;
	await use.subscribe(other, 'message.add');
	const workflow = use.trigger();
	await workflow.publish();
	expect(use.subscriptions()).toHaveLength(2);
	await use.write('for both');
	expect(use.texts()).toEqual(['production: for both']);
	expect(use.control.deliveries().map(({ status }) => status)).toEqual([200, 200]);
	await workflow.unpublish();
	expect(use.subscriptions()).toEqual([`message.add ${other}`]);
});

test('two workflows on one account: stopping one leaves the events of the other', async () => {
	const first = use.trigger();
	const second = use.trigger({ events: ['messageReceived', 'message.edit'] });
	await first.publish();
	await second.publish();
	await use.write('for both');
	await first.unpublish();
	await use.write('for the second');
	expect(use.host.started.map(({ workflow }) => workflow)).toEqual([
		first.id,
		second.id,
		second.id,
	]);
	expect(use.subscriptions()).toHaveLength(2);
});

test('after a restart nothing is set again, unless the events have changed', async () => {
	const workflow = use.trigger();
	await workflow.publish();
	workflow.restart();
	await workflow.publish('init');
	expect(use.requests('POST')).toHaveLength(1);
	const [before] = use.control.tech.account().webhooks;
	workflow.parameters = { ...workflow.parameters, events: ['messageSent', 'channel.create'] };
	await workflow.publish('update');
	// message.add serves both directions and is kept.
	expect(use.control.tech.account().webhooks).toEqual([
		before,
		expect.objectContaining({ event: 'channel.create' }),
	]);
	workflow.parameters = { ...workflow.parameters, events: ['channel.create'] };
	await workflow.publish('update');
	expect(use.subscriptions()).toEqual([`channel.create ${workflow.productionUrl}`]);
	await workflow.unpublish();
	expect(use.subscriptions()).toEqual([]);
});

test('a subscription that somebody removed comes back at the next start, and is not missed when stopping', async () => {
	const workflow = use.trigger({ events: ['messageReceived', 'message.edit'] });
	await workflow.publish();
	const remove = () => {
		const [one] = use.control.tech.account().webhooks;
		use.control.tech.removeWebhook(one?.id ?? '');
	};
	remove();
	await workflow.publish('init');
	expect(use.subscriptions()).toHaveLength(2);
	expect(use.requests('POST').at(-1)?.body).toMatchObject({ data: [{ event: 'message.add' }] });
	remove();
	await workflow.unpublish();
	expect(use.subscriptions()).toEqual([]);
	expect(use.host.warnings).toEqual([]);
});

test('what n8n did not live to note is found by its address', async () => {
	const workflow = use.trigger();
	await workflow.publish();
	workflow.staticData = {};
	await workflow.publish('init');
	expect(use.requests('POST')).toHaveLength(1);
	await workflow.unpublish();
	expect(use.subscriptions()).toEqual([]);
});

test('also when it is not asked for any more', async () => {
	const workflow = use.trigger({ events: ['messageReceived', 'channel.create'] });
	await workflow.publish();
	workflow.staticData = {};
	workflow.parameters = { ...workflow.parameters, events: ['channel.create'] };
	await workflow.publish('init');
	expect(use.subscriptions()).toEqual([`channel.create ${workflow.productionUrl}`]);
});

test('a trigger whose n8n has moved takes its subscriptions along', async () => {
	const workflow = use.trigger();
	await workflow.publish();
	use.host.origin = use.host.origin.replace('127.0.0.1', 'localhost');
	await workflow.publish('init');
	expect(use.subscriptions()).toEqual([`message.add ${workflow.productionUrl}`]);
});

test('a client token that was pasted anew leads to the same account: nothing is doubled, nothing is left', async () => {
	const workflow = use.trigger();
	await workflow.publish();
	workflow.credentials = {
		...workflow.credentials,
		clientAccessToken: use.sandbox.clientToken(),
	};
	await workflow.publish('init');
	expect(use.subscriptions()).toHaveLength(1);
	await use.write('still there');
	expect(use.texts()).toEqual(['production: still there']);
	await workflow.unpublish();
	expect(use.subscriptions()).toEqual([]);
	expect(use.host.warnings).toEqual([]);
});

describe('a test event', () => {
	test('comes beside production, and the end of the test leaves the subscriptions of production', async () => {
		const workflow = use.trigger();
		await workflow.publish();
		await workflow.listen();
		expect(use.subscriptions()).toEqual([
			`message.add ${workflow.testUrl}`,
			`message.add ${workflow.productionUrl}`,
		]);
		await use.write('for both');
		expect(use.texts().sort()).toEqual(['production: for both', 'test: for both']);
		expect(use.subscriptions()).toEqual([`message.add ${workflow.productionUrl}`]);
	});

	test('is still awaited when production stops meanwhile', async () => {
		const workflow = use.trigger();
		await workflow.publish();
		await workflow.listen();
		await workflow.unpublish();
		expect(use.subscriptions()).toEqual([`message.add ${workflow.testUrl}`]);
		await use.write('for the test');
		expect(use.texts()).toEqual(['test: for the test']);
		expect(use.subscriptions()).toEqual([]);
	});

	test('that n8n did not survive leaves nothing behind after the next one', async () => {
		const workflow = use.trigger();
		await workflow.listen();
		workflow.interrupt();
		await workflow.listen();
		expect(use.subscriptions()).toHaveLength(1);
		await workflow.stopListening();
		expect(use.subscriptions()).toEqual([]);
	});
});

test('a workflow of before, on v3, has no choice of account in it and stays on v3', async () => {
	const { sandbox } = use;
	const workflow = use.trigger(
		{},
		{
			parameters: { events: ['messageReceived'] },
			credentialType: 'wazzupApi',
			credentials: { apiKey: sandbox.apiKey, baseUrl: sandbox.url },
		},
	);
	await workflow.publish();
	expect(sandbox.control.state().webhooks.webhooksUri).toContain(workflow.productionUrl);
	expect(use.subscriptions()).toEqual([]);
});

test('events that were chosen for another account are not asked for', async () => {
	const workflow = use.trigger({ events: ['messageReceived', 'channelUpdated'] });
	await workflow.publish();
	expect(use.subscriptions()).toEqual([`message.add ${workflow.productionUrl}`]);
});

test('by hand: nothing is registered', async () => {
	const workflow = use.trigger({ registration: 'manual', addressToken: 'made-up-by-hand' });
	await workflow.publish();
	await workflow.unpublish();
	expect(use.control.journal()).toEqual([]);
});

test('an address that Wazzup cannot reach is refused', async () => {
	use.host.origin = 'http://n8n:5678';
	const workflow = use.trigger();
	workflow.credentials = { ...workflow.credentials, baseUrl: 'https://tech.wazzup24.com' };
	// Reading the list would ask Wazzup itself, which no test reaches.
	const { Subscriptions } = jest.requireActual<
		typeof import('../../../nodes/WazzupTrigger/tech/subscriptions')
	>('../../../nodes/WazzupTrigger/tech/subscriptions');
	const read = jest.spyOn(Subscriptions.prototype, 'read').mockResolvedValue([]);
	await expect(workflow.publish()).rejects.toMatchObject({
		message: expect.stringContaining('Wazzup cannot reach this n8n'),
	});
	read.mockRestore();
});
