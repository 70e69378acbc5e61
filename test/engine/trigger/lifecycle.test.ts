import { startSandbox, type Sandbox } from '../../../sandbox';
import { TriggerHost } from './triggerHost';
import { TriggerWorkflow, type TriggerOptions } from './triggerWorkflow';

let sandbox: Sandbox;
let host: TriggerHost;

beforeEach(async () => {
	sandbox = await startSandbox({ statusSteps: false, echo: false });
	host = await TriggerHost.start();
});
afterEach(async () => {
	await host.close();
	await sandbox.close();
});

const MESSAGES = {
	messagesAndStatuses: true,
	contactsAndDealsCreation: false,
	channelsUpdates: false,
	templateStatus: false,
};
const NOTHING = { ...MESSAGES, messagesAndStatuses: false };
const OTHERS = { ...NOTHING, channelsUpdates: true, templateStatus: true };

const webhooks = () => sandbox.control.state().webhooks;
const address = () => webhooks().webhooksUri?.split('?')[0];
const patches = () =>
	sandbox.control
		.journal()
		.filter(({ method, path }) => method === 'PATCH' && path === '/v3/webhooks');
const trigger = (options: Partial<TriggerOptions> = {}) =>
	new TriggerWorkflow(host, {
		parameters: { events: ['messageReceived'] },
		credentials: { apiKey: sandbox.apiKey, baseUrl: sandbox.url },
		...options,
	});
const write = async (text: string) => {
	const [channel] = sandbox.control.state().channels;
	sandbox.control.customerWrites({
		channelId: channel?.channelId ?? '',
		chatId: '79011112233',
		text,
	});
	await sandbox.control.idle();
	await host.settled();
};
const texts = () => host.started.map(({ mode, items }) => `${mode}: ${String(items[0]?.text)}`);

/** Another program at the account's address. */
async function occupy(): Promise<string> {
	host.others.set('/other', 200);
	const uri = `${host.origin}/other?key=secret-of-another`;
	await setWebhooks({ webhooksUri: uri, subscriptions: OTHERS });
	sandbox.control.clearJournal();
	return uri;
}

async function setWebhooks(body: object): Promise<void> {
	const answer = await fetch(`${sandbox.url}/v3/webhooks`, {
		method: 'PATCH',
		headers: { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	expect(answer.status).toBe(200);
}

test('publishing sets the address with a token and the switches of the chosen events; the ping is answered', async () => {
	const workflow = trigger({
		parameters: { events: ['messageStatus', 'templateStatus', 'dealRequested'] },
	});
	await workflow.publish();
	expect(address()).toBe(workflow.productionUrl);
	expect(webhooks().webhooksUri).toMatch(/\?wazzupToken=[0-9a-f]{32}$/);
	const subscriptions = {
		messagesAndStatuses: true,
		contactsAndDealsCreation: true,
		channelsUpdates: false,
		templateStatus: true,
	};
	expect(webhooks().subscriptions).toEqual(subscriptions);
	expect(patches()).toMatchObject([{ body: { subscriptions } }]);
	expect(sandbox.control.deliveries()).toMatchObject([{ kind: 'test', status: 200 }]);
	expect(host.started).toEqual([]);
});

test('a message starts the published workflow, and none starts it once it is unpublished', async () => {
	const workflow = trigger();
	await workflow.publish();
	await write('hello');
	await workflow.unpublish();
	await write('anybody there?');
	expect(texts()).toEqual(['production: hello']);
	expect(webhooks().subscriptions).toEqual(NOTHING);
	expect(host.warnings).toEqual([]);
});

test("another program's address is named without its query, and left alone", async () => {
	const other = await occupy();
	const publishing = trigger().publish();
	const message = await publishing.catch((error: unknown) => String(error));
	expect(message).toContain(`${host.origin}/other`);
	expect(message).toContain('Take Over Existing Address');
	await expect(publishing).rejects.not.toMatchObject({
		message: expect.stringContaining('secret-of-another'),
	});
	expect(webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
	expect(patches()).toEqual([]);
});

test('an address that was taken over comes back with its subscriptions', async () => {
	const other = await occupy();
	const workflow = trigger({ parameters: { events: ['messageReceived'], takeOver: true } });
	await workflow.publish();
	expect(address()).toBe(workflow.productionUrl);
	expect(webhooks().subscriptions).toEqual(MESSAGES);
	await workflow.unpublish();
	expect(webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
	expect(host.warnings).toEqual([]);
});

test('when the earlier address is dead, all events are switched off and the log says so', async () => {
	await occupy();
	const workflow = trigger({ parameters: { events: ['messageReceived'], takeOver: true } });
	await workflow.publish();
	host.others.set('/other', 404);
	await workflow.unpublish();
	expect(address()).toBe(workflow.productionUrl);
	expect(webhooks().subscriptions).toEqual(NOTHING);
	expect(host.warnings).toEqual([
		expect.stringContaining(`${host.origin}/other could not be put back`),
	]);
	expect(host.warnings.join()).not.toContain('secret-of-another');
});

test('the address of a trigger that was unpublished is free for another one', async () => {
	const first = trigger();
	const second = trigger({ id: 'workflow-2' });
	await first.publish();
	await expect(second.publish()).rejects.toThrow(first.productionUrl);
	await first.unpublish();
	await second.publish();
	expect(address()).toBe(second.productionUrl);
	await second.unpublish();
	// What was left behind is nobody's, so it is not put back.
	expect(address()).toBe(second.productionUrl);
	expect(webhooks().subscriptions).toEqual(NOTHING);
	expect(host.warnings).toEqual([]);
});

test('listening for a test event borrows the address of the active workflow and gives it back', async () => {
	const workflow = trigger({ parameters: { events: ['messageReceived'] } });
	await workflow.publish();
	const production = webhooks();
	workflow.parameters = { events: ['messageReceived', 'channelUpdated'] };
	await workflow.listen();
	expect(address()).toBe(workflow.testUrl);
	expect(webhooks().subscriptions).toEqual({ ...MESSAGES, channelsUpdates: true });
	await write('a test');
	expect(webhooks()).toEqual(production);
	await write('for real');
	expect(texts()).toEqual(['test: a test', 'production: for real']);
	expect(host.warnings).toEqual([]);
});

test('the address comes back when nothing was received, and after listening twice', async () => {
	const workflow = trigger();
	await workflow.publish();
	const production = webhooks();
	await workflow.listen();
	await workflow.stopListening();
	expect(webhooks()).toEqual(production);
	// The editor was reloaded: n8n registers again, with static data that knows nothing of the first time.
	await workflow.listen();
	await workflow.listen();
	await workflow.stopListening();
	expect(webhooks()).toEqual(production);
	await workflow.listen();
	workflow.parameters = { events: ['messageReceived', 'templateStatus'] };
	await workflow.listen();
	await workflow.stopListening();
	expect(webhooks()).toEqual(production);
});

test('a test without an active workflow puts the address of another program back', async () => {
	const other = await occupy();
	const workflow = trigger({ parameters: { events: ['messageReceived'], takeOver: true } });
	await workflow.listen();
	await workflow.stopListening();
	expect(webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
});

test('after a test that n8n did not survive, publishing puts back what was there before, never the test address', async () => {
	const other = await occupy();
	const workflow = trigger({ parameters: { events: ['messageReceived'], takeOver: true } });
	await workflow.publish();
	await workflow.listen();
	workflow.interrupt();
	expect(address()).toBe(workflow.testUrl);
	await workflow.publish('init');
	expect(address()).toBe(workflow.productionUrl);
	await workflow.unpublish();
	expect(webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
});

describe('unpublishing while a test listens', () => {
	const takesOver = { parameters: { events: ['messageReceived'], takeOver: true } };

	test('the end of the test puts back what the workflow had taken over', async () => {
		const other = await occupy();
		const workflow = trigger(takesOver);
		await workflow.publish();
		await workflow.listen();
		await workflow.unpublish();
		expect(address()).toBe(workflow.testUrl);
		await workflow.stopListening();
		expect(webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
		expect(host.warnings).toEqual([]);
	});

	test('also when the test is started anew', async () => {
		const other = await occupy();
		const workflow = trigger(takesOver);
		await workflow.publish();
		await workflow.listen();
		await workflow.unpublish();
		await workflow.listen();
		await workflow.stopListening();
		expect(webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
	});

	test('also when the workflow is published again before the test ends', async () => {
		const other = await occupy();
		const workflow = trigger(takesOver);
		await workflow.publish();
		await workflow.listen();
		await workflow.unpublish();
		await workflow.publish();
		await workflow.stopListening();
		expect(address()).toBe(workflow.productionUrl);
		await workflow.unpublish();
		expect(webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
		expect(host.warnings).toEqual([]);
	});

	test('where nothing was taken over, the end of the test switches the events off', async () => {
		const workflow = trigger();
		await workflow.publish();
		await workflow.listen();
		await workflow.unpublish();
		await workflow.stopListening();
		expect(webhooks().subscriptions).toEqual(NOTHING);
		expect(host.warnings).toEqual([]);
	});

	test('a test that n8n did not survive is not waited for', async () => {
		const other = await occupy();
		const workflow = trigger(takesOver);
		await workflow.publish();
		await workflow.listen();
		workflow.interrupt();
		workflow.restart();
		await workflow.unpublish();
		expect(webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
	});
});

test('publishing while a test listens takes the address, and the end of the test leaves it there', async () => {
	const workflow = trigger();
	await workflow.listen();
	await workflow.publish();
	await workflow.stopListening();
	expect(address()).toBe(workflow.productionUrl);
	expect(webhooks().subscriptions).toEqual(MESSAGES);
	await workflow.unpublish();
	expect(webhooks().subscriptions).toEqual(NOTHING);
});

describe('publishing without taking over, while a test that took over listens', () => {
	const listening = async () => {
		const other = await occupy();
		const workflow = trigger({ parameters: { events: ['messageReceived'], takeOver: true } });
		await workflow.listen();
		return { other, workflow };
	};

	test('is refused, and the end of the test puts the address of the other program back', async () => {
		const { other, workflow } = await listening();
		workflow.parameters = { ...workflow.parameters, takeOver: false };
		await expect(workflow.publish()).rejects.toThrow(`events to ${host.origin}/other,`);
		expect(address()).toBe(workflow.testUrl);
		await workflow.stopListening();
		expect(webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
		expect(host.warnings).toEqual([]);
	});

	test('is refused too when the workflow was published before and has let go', async () => {
		const { other, workflow } = await listening();
		await workflow.publish();
		await workflow.listen();
		await workflow.unpublish();
		workflow.parameters = { ...workflow.parameters, takeOver: false };
		await expect(workflow.publish()).rejects.toThrow(`events to ${host.origin}/other,`);
		await workflow.stopListening();
		expect(webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
	});

	test('a test without it still borrows what its published workflow took over', async () => {
		const other = await occupy();
		const workflow = trigger({ parameters: { events: ['messageReceived'], takeOver: true } });
		await workflow.publish();
		const production = webhooks();
		workflow.parameters = { ...workflow.parameters, takeOver: false };
		await workflow.listen();
		expect(address()).toBe(workflow.testUrl);
		await workflow.stopListening();
		expect(webhooks()).toEqual(production);
		await workflow.unpublish();
		expect(webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
	});
});

test('a trigger never takes its own address for the earlier one, also when it is published anew during a test', async () => {
	const workflow = trigger();
	await workflow.publish();
	await workflow.listen();
	workflow.parameters = { events: ['messageReceived', 'channelUpdated'] };
	await workflow.publish('update');
	await workflow.stopListening();
	expect(webhooks().subscriptions).toEqual({ ...MESSAGES, channelsUpdates: true });
	await workflow.unpublish();
	expect(webhooks().subscriptions).toEqual(NOTHING);
});

test('an address that somebody else set meanwhile is left alone', async () => {
	const workflow = trigger();
	await workflow.publish();
	const other = await occupy();
	await workflow.unpublish();
	expect(webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
	expect(patches()).toEqual([]);
});

test('after a restart nothing is set again, unless the events have changed', async () => {
	const other = await occupy();
	const workflow = trigger({ parameters: { events: ['messageReceived'], takeOver: true } });
	await workflow.publish();
	await workflow.publish('init');
	expect(patches()).toHaveLength(1);
	workflow.parameters = { ...workflow.parameters, events: ['channelUpdated'] };
	await workflow.publish('init');
	expect(patches()).toHaveLength(2);
	expect(webhooks().subscriptions).toEqual({ ...NOTHING, channelsUpdates: true });
	await workflow.unpublish();
	expect(webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
});

test('a trigger whose n8n has moved keeps what it had registered', async () => {
	const workflow = trigger();
	await workflow.publish();
	const before = webhooks().webhooksUri;
	host.origin = host.origin.replace('127.0.0.1', 'localhost');
	await workflow.publish('init');
	expect(webhooks().webhooksUri).not.toBe(before);
	expect(address()).toBe(workflow.productionUrl);
});

test.each(['http://n8n:5678', 'http://localhost:5678', 'http://192.168.1.7'])(
	'Wazzup is not asked to deliver to %s',
	async (origin) => {
		host.origin = origin;
		const workflow = trigger({
			credentials: { apiKey: 'key', baseUrl: 'https://api.wazzup24.com' },
		});
		// checkExists would ask Wazzup itself, which no test reaches.
		jest.spyOn(workflow['type'].webhookMethods.default, 'checkExists').mockResolvedValue(false);
		await expect(workflow.publish()).rejects.toMatchObject({
			message: expect.stringContaining('Wazzup cannot reach this n8n'),
			description: expect.stringContaining('WEBHOOK_URL'),
		});
	},
);

test('an address of more than 200 characters is refused before Wazzup is asked', async () => {
	host.origin = `${host.origin}/${'long'.repeat(30)}`;
	await expect(trigger().publish()).rejects.toThrow('Wazzup takes at most 200');
	expect(sandbox.control.journal()).toEqual([]);
});

test('when the test of the address fails, the error says what Wazzup saw, and nothing is registered', async () => {
	const workflow = trigger();
	host.listenAt = () => undefined;
	await expect(workflow.publish()).rejects.toMatchObject({
		context: { wazzup: { code: 'testPostNotPassed', httpStatus: 400 } },
	});
	expect(webhooks().webhooksUri).toBeNull();
	expect(workflow.staticData).toEqual({});
});

test('unpublishing goes through when Wazzup refuses, and what was borrowed is not forgotten', async () => {
	const other = await occupy();
	const workflow = trigger({ parameters: { events: ['messageReceived'], takeOver: true } });
	await workflow.publish();
	const fault = { kind: 'status', status: 403, match: { path: '/v3/webhooks' } } as const;
	sandbox.control.addFault(fault);
	await workflow.unpublish();
	expect(host.warnings).toEqual([expect.stringContaining('could not be given back')]);
	sandbox.control.clearFaults();
	await workflow.publish();
	await workflow.unpublish();
	expect(webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
});

test('a wrong key stops the activation with the error of the credential', async () => {
	const credentials = { apiKey: 'wrong', baseUrl: sandbox.url };
	await expect(trigger({ credentials }).publish()).rejects.toMatchObject({ httpCode: '401' });
});

test('by hand: nothing is registered, and an empty token stops the activation', async () => {
	const manual = (addressToken: string) =>
		trigger({ parameters: { events: ['messageReceived'], registration: 'manual', addressToken } });
	await expect(manual(' ').publish()).rejects.toThrow('Address Token is empty');
	const workflow = manual('made-up-by-hand');
	await workflow.publish();
	await workflow.unpublish();
	expect(sandbox.control.journal()).toEqual([]);
});

test('a trigger that is now registered by hand still gives back what it had set itself', async () => {
	const workflow = trigger();
	await workflow.publish();
	workflow.parameters = { ...workflow.parameters, registration: 'manual', addressToken: 'abc' };
	await workflow.unpublish();
	expect(webhooks().subscriptions).toEqual(NOTHING);
});
