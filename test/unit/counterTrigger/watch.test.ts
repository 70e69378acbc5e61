import fc from 'fast-check';
import { NodeOperationError, type INode } from 'n8n-workflow';
import { v3CounterSocket } from '../../../api/counterSockets';
import type { Counter } from '../../../nodes/WazzupCounterTrigger/counter';
import type { CounterSource, Found } from '../../../nodes/WazzupCounterTrigger/source';
import { pauseBefore } from '../../../nodes/WazzupCounterTrigger/time';
import { Watch } from '../../../nodes/WazzupCounterTrigger/watch';
import { FakeClock } from '../transport/fakeClock';
import { FakeSocket, useFakeSocket } from './fakeSocket';

useFakeSocket();
// Every pause in the middle of what it may be.
beforeEach(() => void jest.spyOn(Math, 'random').mockReturnValue(0.5));
afterEach(() => jest.restoreAllMocks());

const node: INode = {
	id: '1',
	name: 'Counter',
	type: 'test',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const push = (counter: number) =>
	`42["counterUpdate",{"counter":${counter},"counterV2":${counter},"type":${counter ? '"red"' : null}}]`;

function watch(
	rest: () => Found<Counter> = () => ({ found: true, value: { counterV2: 0, type: null } }),
) {
	const clock = new FakeClock();
	const stop = new AbortController();
	const changes: Array<[Counter, Counter]> = [];
	const errors: Error[] = [];
	const log: string[] = [];
	let lookups = 0;
	const source: CounterSource = {
		socket: v3CounterSocket,
		question: (userId) => ({ userId }),
		concealed: (text) => text,
		origin: async () => {
			lookups++;
			return await Promise.resolve({ found: true, value: `https://ws${lookups}.example.com` });
		},
		check: async () => await Promise.resolve(rest()),
		read: async () => await Promise.resolve(rest()),
	};
	const watching = new Watch({
		userId: 'u1',
		source,
		clock,
		signal: stop.signal,
		changed: (...change) => changes.push(change),
		failed: (error) => errors.push(error),
		errorOf: ({ kind }) => new NodeOperationError(node, kind),
		log: (line) => log.push(line),
	});
	const socket = () => FakeSocket.all.at(-1) as FakeSocket;
	/** The server lets the newest connection in; gives what it was sent then. */
	const letIn = async () => {
		await clock.run(0);
		socket().hear('0{"pingInterval":25000,"pingTimeout":20000}', '40{"sid":"b"}');
		await clock.run(0);
		return socket().sent;
	};
	return { clock, stop, changes, errors, log, watching, socket, letIn };
}

test('asks once it is let in, and takes the first push as the start', async () => {
	const { watching, letIn, socket, changes } = watch();
	const started = watching.start();
	expect(await letIn()).toEqual(['40', '42["counterConnecting",{"userId":"u1"}]']);
	expect(socket().url).toBe('wss://ws1.example.com/ws-counters/?EIO=4&transport=websocket');
	socket().hear(push(2));
	expect(await started).toEqual({ first: { counter: 2, counterV2: 2, type: 'red' } });
	socket().hear(push(2), push(3));
	expect(changes).toEqual([
		[
			{ counter: 2, counterV2: 2, type: 'red' },
			{ counter: 3, counterV2: 3, type: 'red' },
		],
	]);
});

test('where nothing is pushed, the start is what REST says', async () => {
	const { watching, letIn, clock, changes, socket } = watch();
	const started = watching.start();
	await letIn();
	await clock.run(3_000);
	expect(await started).toEqual({ first: { counterV2: 0, type: null } });
	socket().hear(push(0), push(1));
	expect(changes.map(([, now]) => now.counter)).toEqual([1]);
});

test('after each loss it waits longer, asks for the host and the counter again, and sees what it missed', async () => {
	const { watching, letIn, clock, socket, changes, log } = watch();
	const started = watching.start();
	await letIn();
	socket().hear(push(0));
	await started;
	socket().break();
	for (const seconds of [1, 2, 4, 8, 16, 32, 60, 60]) {
		const before = FakeSocket.all.length;
		await clock.run(seconds * 750 - 1);
		expect(FakeSocket.all).toHaveLength(before);
		await clock.run(1);
		expect(FakeSocket.all).toHaveLength(before + 1);
		socket().break();
	}
	await clock.run(45_000);
	expect(await letIn()).toContain('42["counterConnecting",{"userId":"u1"}]');
	expect(socket().url).toContain('wss://ws10.example.com/');
	socket().hear(push(4));
	expect(changes.map(([before, now]) => [before.counter, now.counter])).toEqual([[0, 4]]);
	expect(log.join()).not.toContain('counterConnecting');
});

test('a push during the look at REST is newer than what REST says', async () => {
	let answer: (found: Found<Counter>) => void = () => undefined;
	const { watching, letIn, clock, socket, changes } = watch();
	const started = watching.start();
	await letIn();
	socket().hear(push(1));
	await started;
	socket().break();
	await clock.run(1_000);
	const source = Reflect.get(watching, 'options') as { source: CounterSource };
	source.source.read = async () => await new Promise((resolve) => (answer = resolve));
	await letIn();
	await clock.run(3_000);
	socket().hear(push(5));
	answer({ found: true, value: { counterV2: 1, type: 'red' } });
	await clock.run(0);
	expect(changes.map(([, now]) => now.counterV2)).toEqual([5]);
});

test('who is refused is not tried again, who meets a passing error is', async () => {
	const refusals: Found<Counter>[] = [
		{ found: true, value: { counterV2: 0 } },
		{ found: false, error: new NodeOperationError(node, 'HTTP 502'), passing: true },
		{ found: false, error: new NodeOperationError(node, 'HTTP 401'), passing: false },
	];
	const { watching, letIn, clock, socket, errors } = watch(
		() => refusals.shift() as Found<Counter>,
	);
	const started = watching.start();
	await letIn();
	socket().hear(push(0));
	await started;
	socket().break();
	await clock.run(1_000);
	await letIn();
	await clock.run(3_000);
	expect(errors).toEqual([]);
	await clock.run(2_000);
	await letIn();
	await clock.run(3_000);
	expect(errors.map(({ message }) => message)).toEqual(['HTTP 401']);
	const opened = FakeSocket.all.length;
	await clock.run(600_000);
	expect(FakeSocket.all).toHaveLength(opened);
});

test.each([
	['before the connection is open', 0],
	['while it waits to try again', 1],
])('a stop %s ends it for good', async (_, losses) => {
	const { watching, letIn, clock, socket, stop, errors, changes } = watch();
	const started = watching.start();
	await clock.run(0);
	if (losses > 0) {
		await letIn();
		socket().hear(push(0));
		await started;
		socket().break();
		await clock.run(0);
	}
	const opened = FakeSocket.all.length;
	stop.abort();
	await started;
	await clock.run(600_000);
	expect(FakeSocket.all).toHaveLength(opened);
	expect([errors, changes]).toEqual([[], []]);
});

test('pauses grow twofold up to a minute, with a jitter of half', () => {
	const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
	fc.assert(
		fc.property(fc.nat(2_000), random, (failures, jitter) => {
			const longest = Math.min(60_000, 1_000 * 2 ** failures);
			const pause = pauseBefore(failures, jitter);
			expect(Number.isInteger(pause)).toBe(true);
			expect(pause).toBeGreaterThanOrEqual(longest / 2);
			expect(pause).toBeLessThanOrEqual(longest);
		}),
	);
	expect(pauseBefore(0, 0)).not.toBe(pauseBefore(0, 0.9));
});
