import { MESSAGES, NOTHING, OTHERS, useLifecycle } from './useLifecycle';

const use = useLifecycle();

test('listening for a test event borrows the address of the active workflow and gives it back', async () => {
	const workflow = use.trigger({ parameters: { events: ['messageReceived'] } });
	await workflow.publish();
	const production = use.webhooks();
	workflow.parameters = { events: ['messageReceived', 'channelUpdated'] };
	await workflow.listen();
	expect(use.address()).toBe(workflow.testUrl);
	expect(use.webhooks().subscriptions).toEqual({ ...MESSAGES, channelsUpdates: true });
	await use.write('a test');
	expect(use.webhooks()).toEqual(production);
	await use.write('for real');
	expect(use.texts()).toEqual(['test: a test', 'production: for real']);
	expect(use.host.warnings).toEqual([]);
});

test('the address comes back when nothing was received, and after listening twice', async () => {
	const workflow = use.trigger();
	await workflow.publish();
	const production = use.webhooks();
	await workflow.listen();
	await workflow.stopListening();
	expect(use.webhooks()).toEqual(production);
	// The editor was reloaded: n8n registers again, with static data that knows nothing of the first time.
	await workflow.listen();
	await workflow.listen();
	await workflow.stopListening();
	expect(use.webhooks()).toEqual(production);
	await workflow.listen();
	workflow.parameters = { events: ['messageReceived', 'templateStatus'] };
	await workflow.listen();
	await workflow.stopListening();
	expect(use.webhooks()).toEqual(production);
});

test('a test without an active workflow puts the address of another program back', async () => {
	const other = await use.occupy();
	const workflow = use.trigger({ parameters: { events: ['messageReceived'], takeOver: true } });
	await workflow.listen();
	await workflow.stopListening();
	expect(use.webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
});

test('after a test that n8n did not survive, publishing puts back what was there before, never the test address', async () => {
	const other = await use.occupy();
	const workflow = use.trigger({ parameters: { events: ['messageReceived'], takeOver: true } });
	await workflow.publish();
	await workflow.listen();
	workflow.interrupt();
	expect(use.address()).toBe(workflow.testUrl);
	await workflow.publish('init');
	expect(use.address()).toBe(workflow.productionUrl);
	await workflow.unpublish();
	expect(use.webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
});

describe('unpublishing while a test listens', () => {
	const takesOver = { parameters: { events: ['messageReceived'], takeOver: true } };

	test('the end of the test puts back what the workflow had taken over', async () => {
		const other = await use.occupy();
		const workflow = use.trigger(takesOver);
		await workflow.publish();
		await workflow.listen();
		await workflow.unpublish();
		expect(use.address()).toBe(workflow.testUrl);
		await workflow.stopListening();
		expect(use.webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
		expect(use.host.warnings).toEqual([]);
	});

	test('also when the test is started anew', async () => {
		const other = await use.occupy();
		const workflow = use.trigger(takesOver);
		await workflow.publish();
		await workflow.listen();
		await workflow.unpublish();
		await workflow.listen();
		await workflow.stopListening();
		expect(use.webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
	});

	test('also when the workflow is published again before the test ends', async () => {
		const other = await use.occupy();
		const workflow = use.trigger(takesOver);
		await workflow.publish();
		await workflow.listen();
		await workflow.unpublish();
		await workflow.publish();
		await workflow.stopListening();
		expect(use.address()).toBe(workflow.productionUrl);
		await workflow.unpublish();
		expect(use.webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
		expect(use.host.warnings).toEqual([]);
	});

	test('where nothing was taken over, the end of the test switches the events off', async () => {
		const workflow = use.trigger();
		await workflow.publish();
		await workflow.listen();
		await workflow.unpublish();
		await workflow.stopListening();
		expect(use.webhooks().subscriptions).toEqual(NOTHING);
		expect(use.host.warnings).toEqual([]);
	});

	test('a test that n8n did not survive is not waited for', async () => {
		const other = await use.occupy();
		const workflow = use.trigger(takesOver);
		await workflow.publish();
		await workflow.listen();
		workflow.interrupt();
		workflow.restart();
		await workflow.unpublish();
		expect(use.webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
	});
});

test('publishing while a test listens takes the address, and the end of the test leaves it there', async () => {
	const workflow = use.trigger();
	await workflow.listen();
	await workflow.publish();
	await workflow.stopListening();
	expect(use.address()).toBe(workflow.productionUrl);
	expect(use.webhooks().subscriptions).toEqual(MESSAGES);
	await workflow.unpublish();
	expect(use.webhooks().subscriptions).toEqual(NOTHING);
});

describe('publishing without taking over, while a test that took over listens', () => {
	const listening = async () => {
		const other = await use.occupy();
		const workflow = use.trigger({ parameters: { events: ['messageReceived'], takeOver: true } });
		await workflow.listen();
		return { other, workflow };
	};

	test('is refused, and the end of the test puts the address of the other program back', async () => {
		const { other, workflow } = await listening();
		workflow.parameters = { ...workflow.parameters, takeOver: false };
		await expect(workflow.publish()).rejects.toThrow(`events to ${use.host.origin}/other,`);
		expect(use.address()).toBe(workflow.testUrl);
		await workflow.stopListening();
		expect(use.webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
		expect(use.host.warnings).toEqual([]);
	});

	test('is refused too when the workflow was published before and has let go', async () => {
		const { other, workflow } = await listening();
		await workflow.publish();
		await workflow.listen();
		await workflow.unpublish();
		workflow.parameters = { ...workflow.parameters, takeOver: false };
		await expect(workflow.publish()).rejects.toThrow(`events to ${use.host.origin}/other,`);
		await workflow.stopListening();
		expect(use.webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
	});

	test('a test without it still borrows what its published workflow took over', async () => {
		const other = await use.occupy();
		const workflow = use.trigger({ parameters: { events: ['messageReceived'], takeOver: true } });
		await workflow.publish();
		const production = use.webhooks();
		workflow.parameters = { ...workflow.parameters, takeOver: false };
		await workflow.listen();
		expect(use.address()).toBe(workflow.testUrl);
		await workflow.stopListening();
		expect(use.webhooks()).toEqual(production);
		await workflow.unpublish();
		expect(use.webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
	});
});

test('a trigger never takes its own address for the earlier one, also when it is published anew during a test', async () => {
	const workflow = use.trigger();
	await workflow.publish();
	await workflow.listen();
	workflow.parameters = { events: ['messageReceived', 'channelUpdated'] };
	await workflow.publish('update');
	await workflow.stopListening();
	expect(use.webhooks().subscriptions).toEqual({ ...MESSAGES, channelsUpdates: true });
	await workflow.unpublish();
	expect(use.webhooks().subscriptions).toEqual(NOTHING);
});
