import { counterClient } from '../../unit/sandbox/counterClients';
import { itemsOf } from './counterHost';
import { item, surfaces, until, useCounter } from './useCounter';

const counter = useCounter();

describe.each(surfaces)('%s', (api) => {
	test('three messages come in, three items go out', async () => {
		const workflow = counter.workflow(api);
		await workflow.publish();
		expect(workflow.items).toEqual([]);
		for (const _ of [1, 2, 3]) counter.customerWrites();
		const [user] = counter.users();
		expect(await workflow.count(3)).toEqual([
			item[api](user, 1, 0),
			item[api](user, 2, 1),
			item[api](user, 3, 2),
		]);
	});

	test('a real client of socket.io is told what the node is told', async () => {
		const [user] = counter.users();
		const client = await counterClient(api, counter.sandbox, { userId: user });
		await client.count(1);
		const workflow = counter.workflow(api);
		await workflow.publish();
		for (const _ of [1, 2, 3]) counter.customerWrites();
		const items = await workflow.count(3);
		await client.count(4);
		client.close();
		const told = client.received as Array<Record<string, unknown>>;
		expect(items).toEqual(
			told.slice(1).map((now, index) => ({
				...item[api](user, 0, 0),
				...now,
				previous: { ...item[api](user, 0, 0).previous, ...told[index] },
			})),
		);
	});

	test('each of several users has one connection, and their own items', async () => {
		const users = counter.users().slice(0, 2);
		const workflow = counter.workflow(api, { users: [...users, users[0], ` ${users[1]} `] });
		await workflow.publish();
		const asked = counter.control.counterSockets();
		expect(asked.map(({ userId }) => userId).sort()).toEqual([...users].sort());
		expect(counter.control.openSockets()).toBe(2);
		counter.customerWrites();
		const items = await workflow.count(2);
		expect(items.map(({ userId }) => userId).sort()).toEqual([...users].sort());
	});

	test('a service that tells nothing before the first change', async () => {
		counter.customerWrites();
		counter.control.changeSettings({ firstCounter: false });
		const workflow = counter.workflow(api);
		await workflow.publish();
		counter.customerWrites();
		const [user] = counter.users();
		const before = api === 'v3' ? { counter: null, counterV2: 1, type: 'grey' } : {};
		const expected = item[api](user, 2, null);
		expect(await workflow.count(1)).toEqual([
			{ ...expected, previous: { ...expected.previous, ...before } },
		]);
	});

	test('the values of the start start nothing, unless they are asked for', async () => {
		counter.customerWrites();
		const quiet = counter.workflow(api);
		const eager = counter.workflow(api, { options: { startsWithCurrent: true } });
		await Promise.all([quiet.publish(), eager.publish()]);
		const [user] = counter.users();
		expect(eager.items).toEqual([item[api](user, 1, null)]);
		counter.customerWrites();
		expect(await quiet.count(1)).toEqual([item[api](user, 2, 1)]);
	});

	test('with a threshold only what rises above it starts', async () => {
		const workflow = counter.workflow(api, { options: { risesAbove: 1 } });
		await workflow.publish();
		const [user] = counter.users();
		for (const _ of [1, 2, 3]) counter.customerWrites();
		await workflow.count(1);
		counter.control.reset();
		for (const _ of [1, 2, 3]) counter.customerWrites();
		expect(await workflow.count(2)).toEqual([item[api](user, 2, 1), item[api](user, 2, 1)]);
	});

	test('a test run ends with the first change', async () => {
		const workflow = counter.workflow(api);
		const { run } = workflow.test();
		let isOver = false;
		void run.then(() => (isOver = true));
		await until(() => counter.control.counterSockets().length === 1);
		// What comes before the node has its first value is part of that value.
		await until(() => {
			if (!isOver) counter.customerWrites();
			return isOver;
		});
		const [user] = counter.users();
		const [first, ...more] = itemsOf(await run);
		const now = Number(first?.counter);
		expect([first, ...more]).toEqual([item[api](user, now, now - 1)]);
		await until(() => counter.control.openSockets() === 0);
	});

	test('a test run that is cancelled leaves nothing', async () => {
		const { cancel } = counter.workflow(api).test();
		await until(() => counter.control.counterSockets().length === 1);
		cancel();
		await until(() => counter.control.openSockets() === 0);
	});
});

test('ids keep their type with legacy, and a text holds several', async () => {
	const [first, second] = counter.users();
	const workflow = counter.workflow('legacy', { users: `${first}, ${second}` });
	await workflow.publish();
	expect(counter.control.openSockets()).toBe(2);
});

test('the key is in no line of the log, in no item and in no address', async () => {
	const workflow = counter.workflow('v3');
	await workflow.publish();
	counter.control.dropSockets();
	await until(() => workflow.log.length > 0 && counter.control.counterSockets().length === 1);
	counter.customerWrites();
	const items = await workflow.count(1);
	const all = JSON.stringify([items, workflow.log, counter.control.journal()]);
	expect(all).not.toContain(counter.sandbox.apiKey);
});
