import type { Protocol } from '../../../nodes/WazzupCounterTrigger/packets';
import { Session } from '../../../nodes/WazzupCounterTrigger/session';
import { FakeClock } from '../transport/fakeClock';
import { FakeSocket, useFakeSocket } from './fakeSocket';

useFakeSocket();

const INTRODUCTION = '0{"sid":"a","pingInterval":25000,"pingTimeout":20000}';

function open(protocol: Protocol) {
	const clock = new FakeClock();
	const stop = new AbortController();
	const heard: unknown[] = [];
	const session = new Session({
		url: 'wss://example.com/',
		protocol,
		clock,
		signal: stop.signal,
		concealed: (text) => text.replace('key-1', '•••'),
		hear: (name, data) => heard.push([name, data]),
	});
	const socket = FakeSocket.all[0] as FakeSocket;
	return { clock, stop, heard, session, socket };
}

/** Nothing left to happen, whatever the clock says. */
async function isQuiet(clock: FakeClock, socket: FakeSocket): Promise<void> {
	const sent = socket.sent.length;
	await clock.run(600_000);
	expect(socket.sent).toHaveLength(sent);
}

test('version 4: the client joins, and answers pings', async () => {
	const { session, socket, heard, clock } = open(4);
	socket.hear(INTRODUCTION);
	expect(socket.sent).toEqual(['40']);
	socket.hear('40{"sid":"b"}');
	expect(await session.opened).toBeUndefined();
	session.emit('ask', { user: 1 });
	socket.hear('2', '42["told",{"counter":1},2]');
	expect(socket.sent).toEqual(['40', '42["ask",{"user":1}]', '3']);
	expect(heard).toEqual([['told', { counter: 1 }]]);
	await clock.run(40_000);
	expect(socket.sent).toHaveLength(3);
});

test('version 3: the server joins, and the client sends the pings', async () => {
	const { session, socket, clock } = open(3);
	socket.hear(INTRODUCTION, '40');
	expect(await session.opened).toBeUndefined();
	expect(socket.sent).toEqual([]);
	for (const _ of [1, 2, 3]) {
		await clock.run(25_000);
		socket.hear('3');
	}
	expect(socket.sent).toEqual(['2', '2', '2']);
});

test.each<Protocol>([3, 4])('version %d: a server that falls silent is lost', async (protocol) => {
	const { session, socket, clock } = open(protocol);
	socket.hear(INTRODUCTION, '40');
	await clock.run(40_000);
	socket.hear('6');
	await clock.run(44_999);
	expect(socket.readyState).toBe(FakeSocket.OPEN);
	await clock.run(1);
	expect(await session.ended).toEqual({ kind: 'lost', reason: 'the service fell silent' });
	expect(socket.readyState).toBe(3);
	await isQuiet(clock, socket);
});

test('a server that never introduces itself is lost', async () => {
	const { session, clock, socket } = open(4);
	await clock.run(20_000);
	const lost = { kind: 'lost', reason: 'nobody answered' };
	expect(await session.opened).toEqual(lost);
	expect(await session.ended).toEqual(lost);
	await isQuiet(clock, socket);
});

test.each([
	['a broken connection', (socket: FakeSocket) => socket.break(), 'lost'],
	['a server that closes', (socket: FakeSocket) => socket.hear('1'), 'lost'],
	['a server that sends away', (socket: FakeSocket) => socket.hear('41'), 'sentAway'],
	['a server that refuses', (socket: FakeSocket) => socket.hear('44{"message":"no"}'), 'sentAway'],
])('%s ends the session once', async (_, happens, kind) => {
	const { session, socket, clock, heard } = open(4);
	socket.hear(INTRODUCTION, '40');
	happens(socket);
	expect(await session.ended).toMatchObject({ kind });
	socket.hear('42["told",1]', '41');
	socket.break();
	expect(await session.ended).toMatchObject({ kind });
	expect(heard).toEqual([]);
	await isQuiet(clock, socket);
});

test.each<Protocol>([3, 4])('version %d: a stop leaves at once', async (protocol) => {
	const { session, socket, clock, stop, heard } = open(protocol);
	socket.hear(INTRODUCTION, '40');
	stop.abort();
	expect(socket.sent.at(-1)).toBe('41');
	expect(socket.readyState).toBe(3);
	expect(await session.ended).toEqual({ kind: 'closed' });
	socket.hear('42["told",1]', '2');
	expect(heard).toEqual([]);
	expect(socket.sent.at(-1)).toBe('41');
	await isQuiet(clock, socket);
});
