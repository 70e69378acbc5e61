import { MESSAGES, NOTHING, OTHERS, useLifecycle } from './useLifecycle';

const use = useLifecycle();

test('publishing sets the address with a token and the switches of the chosen events; the ping is answered', async () => {
	const workflow = use.trigger({
		parameters: { events: ['messageStatus', 'templateStatus', 'dealRequested'] },
	});
	await workflow.publish();
	expect(use.address()).toBe(workflow.productionUrl);
	expect(use.webhooks().webhooksUri).toMatch(/\?wazzupToken=[0-9a-f]{32}$/);
	const subscriptions = {
		messagesAndStatuses: true,
		contactsAndDealsCreation: true,
		channelsUpdates: false,
		templateStatus: true,
	};
	expect(use.webhooks().subscriptions).toEqual(subscriptions);
	expect(use.patches()).toMatchObject([{ body: { subscriptions } }]);
	expect(use.sandbox.control.deliveries()).toMatchObject([{ kind: 'test', status: 200 }]);
	expect(use.host.started).toEqual([]);
});

test('a message starts the published workflow, and none starts it once it is unpublished', async () => {
	const workflow = use.trigger();
	await workflow.publish();
	await use.write('hello');
	await workflow.unpublish();
	await use.write('anybody there?');
	expect(use.texts()).toEqual(['production: hello']);
	expect(use.webhooks().subscriptions).toEqual(NOTHING);
	expect(use.host.warnings).toEqual([]);
});

test("another program's address is named without its query, and left alone", async () => {
	const other = await use.occupy();
	const publishing = use.trigger().publish();
	const message = await publishing.catch((error: unknown) => String(error));
	expect(message).toContain(`${use.host.origin}/other`);
	expect(message).toContain('Take Over Existing Address');
	await expect(publishing).rejects.not.toMatchObject({
		message: expect.stringContaining('secret-of-another'),
	});
	expect(use.webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
	expect(use.patches()).toEqual([]);
});

test('an address that was taken over comes back with its subscriptions', async () => {
	const other = await use.occupy();
	const workflow = use.trigger({ parameters: { events: ['messageReceived'], takeOver: true } });
	await workflow.publish();
	expect(use.address()).toBe(workflow.productionUrl);
	expect(use.webhooks().subscriptions).toEqual(MESSAGES);
	await workflow.unpublish();
	expect(use.webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
	expect(use.host.warnings).toEqual([]);
});

test('when the earlier address is dead, all events are switched off and the log says so', async () => {
	await use.occupy();
	const workflow = use.trigger({ parameters: { events: ['messageReceived'], takeOver: true } });
	await workflow.publish();
	use.host.others.set('/other', 404);
	await workflow.unpublish();
	expect(use.address()).toBe(workflow.productionUrl);
	expect(use.webhooks().subscriptions).toEqual(NOTHING);
	expect(use.host.warnings).toEqual([
		expect.stringContaining(`${use.host.origin}/other could not be put back`),
	]);
	expect(use.host.warnings.join()).not.toContain('secret-of-another');
});

test('the address of a trigger that was unpublished is free for another one', async () => {
	const first = use.trigger();
	const second = use.trigger({ id: 'workflow-2' });
	await first.publish();
	await expect(second.publish()).rejects.toThrow(first.productionUrl);
	await first.unpublish();
	await second.publish();
	expect(use.address()).toBe(second.productionUrl);
	await second.unpublish();
	// What was left behind is nobody's, so it is not put back.
	expect(use.address()).toBe(second.productionUrl);
	expect(use.webhooks().subscriptions).toEqual(NOTHING);
	expect(use.host.warnings).toEqual([]);
});

test('an address that somebody else set meanwhile is left alone', async () => {
	const workflow = use.trigger();
	await workflow.publish();
	const other = await use.occupy();
	await workflow.unpublish();
	expect(use.webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
	expect(use.patches()).toEqual([]);
});

test('after a restart nothing is set again, unless the events have changed', async () => {
	const other = await use.occupy();
	const workflow = use.trigger({ parameters: { events: ['messageReceived'], takeOver: true } });
	await workflow.publish();
	await workflow.publish('init');
	expect(use.patches()).toHaveLength(1);
	workflow.parameters = { ...workflow.parameters, events: ['channelUpdated'] };
	await workflow.publish('init');
	expect(use.patches()).toHaveLength(2);
	expect(use.webhooks().subscriptions).toEqual({ ...NOTHING, channelsUpdates: true });
	await workflow.unpublish();
	expect(use.webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
});

test('a trigger whose n8n has moved keeps what it had registered', async () => {
	const workflow = use.trigger();
	await workflow.publish();
	const before = use.webhooks().webhooksUri;
	use.host.origin = use.host.origin.replace('127.0.0.1', 'localhost');
	await workflow.publish('init');
	expect(use.webhooks().webhooksUri).not.toBe(before);
	expect(use.address()).toBe(workflow.productionUrl);
});
