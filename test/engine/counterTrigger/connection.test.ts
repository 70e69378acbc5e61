import { legacyCounterSocket, v3CounterSocket } from '../../../api/counterSockets';
import { sessionUrl } from '../../../nodes/WazzupCounterTrigger/session';
import { item, surfaces, until, useCounter, type CounterApi } from './useCounter';

const counter = useCounter({ pingInterval: 30, pingTimeout: 1_500 });

describe.each(surfaces)('%s', (api) => {
	test('after a loss the connection comes back, and a change in between counts once', async () => {
		const workflow = counter.workflow(api);
		await workflow.publish();
		counter.control.changeSettings({ sockets: false });
		counter.customerWrites();
		counter.customerWrites();
		await until(() => workflow.log.length >= 2);
		expect(workflow.items).toEqual([]);
		counter.control.changeSettings({ sockets: true });
		const [user] = counter.users();
		expect(await workflow.count(1)).toEqual([item[api](user, 2, 0)]);
		counter.customerWrites();
		expect(await workflow.count(2)).toContainEqual(item[api](user, 3, 2));
	});

	test('a loss without a change starts nothing', async () => {
		const workflow = counter.workflow(api);
		await workflow.publish();
		counter.customerWrites();
		await workflow.count(1);
		counter.control.dropSockets();
		await until(() => workflow.log.length > 0 && counter.control.counterSockets().length === 1);
		counter.customerWrites();
		const [user] = counter.users();
		expect(await workflow.count(2)).toEqual([item[api](user, 1, 0), item[api](user, 2, 1)]);
	});

	test('the server goes down and comes back at the same port', async () => {
		const workflow = counter.workflow(api);
		await workflow.publish();
		counter.customerWrites();
		await workflow.count(1);
		const comeBack = await counter.goDown();
		await until(() => workflow.log.length > 0);
		await comeBack();
		const [user] = counter.users();
		// Another server knows of no message.
		expect(await workflow.count(2)).toContainEqual(item[api](user, 0, 1));
		counter.customerWrites();
		expect(await workflow.count(3)).toContainEqual(item[api](user, 1, 0));
	});

	test('pings go to and fro, so that neither side gives the other up', async () => {
		const workflow = counter.workflow(api);
		await workflow.publish();
		// The server gives up whoever does not take part.
		for (const _ of [1, 2]) await givenUp(api);
		expect(workflow.log).toEqual([]);
		counter.customerWrites();
		await workflow.count(1);
	});

	test('unpublishing closes the connection at once, and nothing starts any more', async () => {
		const workflow = counter.workflow(api, { users: counter.users().slice(0, 2) });
		await workflow.publish();
		await workflow.stop();
		await until(() => counter.control.openSockets() === 0);
		expect(counter.control.counterSockets()).toEqual([]);
		counter.customerWrites();
		expect(workflow.items).toEqual([]);
		expect(workflow.log).toEqual([]);
	});

	test('unpublishing while the connection is lost ends the tries', async () => {
		const workflow = counter.workflow(api);
		await workflow.publish();
		counter.control.changeSettings({ sockets: false });
		await until(() => workflow.log.length > 0);
		await workflow.stop();
		counter.control.changeSettings({ sockets: true });
		const other = counter.workflow(api);
		await other.publish();
		counter.customerWrites();
		await other.count(1);
		expect(workflow.items).toEqual([]);
		expect(workflow.errors).toEqual([]);
	});

	test('a wrong key stops the publishing, and says what to do', async () => {
		const workflow = counter.workflow(api, { apiKey: 'wrong-key' });
		const error: unknown = await workflow.publish().catch((each: unknown) => each);
		const refusal = error instanceof Error ? error.message : 'it was published';
		expect(refusal).toContain('Wazzup does not accept this API key');
		expect(refusal).toContain('Copy the key again');
		expect(refusal).not.toContain('wrong-key');
		expect(counter.control.openSockets()).toBe(0);
	});

	test('a user that Wazzup does not know stops the publishing of all', async () => {
		const workflow = counter.workflow(api, { users: [...counter.users().slice(0, 1), 'nobody'] });
		await expect(workflow.publish()).rejects.toThrow(
			/user nobody.*Check that a user with this ID/s,
		);
		await until(() => counter.control.openSockets() === 0);
	});

	test('no user at all stops it too', async () => {
		await expect(counter.workflow(api, { users: '' }).publish()).rejects.toThrow(
			'No user is given',
		);
	});

	test('a Node.js without WebSocket is told', async () => {
		const { WebSocket: ours } = globalThis;
		try {
			Reflect.deleteProperty(globalThis, 'WebSocket');
			await expect(counter.workflow(api).publish()).rejects.toThrow(/Node.js 22 or later/);
		} finally {
			globalThis.WebSocket = ours;
		}
	});

	test('a key that is refused later stops the workflow, and n8n gets the error', async () => {
		const workflow = counter.workflow(api);
		await workflow.publish();
		counter.control.changeSettings({ sockets: false });
		await until(() => workflow.log.length > 0);
		await dismiss(api, counter.users()[0]);
		counter.control.changeSettings({ sockets: true });
		expect((await workflow.failure()).message).toMatch(/sent the connection away/);
		await until(() => counter.control.openSockets() === 0);
	});
});

test('legacy asks once for the users of all connections', async () => {
	const workflow = counter.workflow('legacy', { users: counter.users().slice(0, 2) });
	await workflow.publish();
	const asked = counter.control.journal().map(({ method, path }) => `${method} ${path}`);
	expect(asked).toEqual(['GET /v2/users']);
});

test('a user whom the API of 2021 does not know stops the publishing before anybody connects', async () => {
	counter.control.changeSettings({ sockets: false });
	await expect(counter.workflow('legacy', { users: ['nobody'] }).publish()).rejects.toThrow(
		/Wazzup does not know the user nobody/,
	);
});

test('the key is not sent to a host that the credential does not name', async () => {
	counter.control.addFault({
		kind: 'status',
		status: 200,
		body: { host: 'counters.example.com' },
		match: { path: '/counters/ws_host/api_v3/{apiKey}' },
	});
	await expect(counter.workflow('v3').publish()).rejects.toThrow(
		/counters\.example\.com, which the API key is not sent to/,
	);
});

test('a sidecar key is told that it does not reach the counter', async () => {
	const { sidecarKey: apiKey } = counter.sandbox;
	await expect(counter.workflow('v3', { apiKey }).publish()).rejects.toThrow(
		/no access.*need the key of an API integration/s,
	);
});

/** Resolves once the server has given up a client that connects and never says a word about being alive. */
async function givenUp(api: CounterApi): Promise<void> {
	const { path, protocol } = api === 'v3' ? v3CounterSocket : legacyCounterSocket;
	const mute = new WebSocket(sessionUrl(counter.sandbox.url, path, protocol));
	await new Promise((resolve) => mute.addEventListener('close', resolve, { once: true }));
}

/** Deletes a user as a CRM does. */
async function dismiss(api: CounterApi, user = ''): Promise<void> {
	const { url, apiKey } = counter.sandbox;
	const [path, scheme] = api === 'v3' ? ['v3', 'Bearer'] : ['v2', 'Basic'];
	await fetch(`${url}/${path}/users/${user}`, {
		method: 'DELETE',
		headers: { authorization: `${scheme} ${apiKey}` },
	});
}
