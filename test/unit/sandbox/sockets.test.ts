import { startSandbox, type Sandbox } from '../../../sandbox';
import { call, channelOf } from './client';
import { counterClient, type Ask, type CounterClient, type CounterSurface } from './counterClients';

let sandbox: Sandbox;
let userId: string;
const clients: CounterClient[] = [];

beforeEach(async () => {
	sandbox = await startSandbox({ statusSteps: false });
	userId = idOf(sandbox.control.state().users[0]);
});
afterEach(async () => {
	for (const client of clients.splice(0)) client.close();
	await sandbox.close();
});

const idOf = (user: unknown) => (user as { id: string }).id;

async function connect(surface: CounterSurface, ask: Ask = { userId }): Promise<CounterClient> {
	const client = await counterClient(surface, sandbox, ask);
	clients.push(client);
	return client;
}

const writes = (chatId: string, text = 'hello') =>
	sandbox.control.customerWrites({
		channelId: channelOf(sandbox, 'whatsapp'),
		chatId,
		text,
	});

const counter = {
	v3: (count: number, type: 'red' | 'grey' = 'grey') => ({
		counter: count,
		counterV2: count,
		type: count > 0 ? type : null,
	}),
	legacy: (count: number, _type?: 'red' | 'grey') => ({ counter: count }),
};

describe.each(['v3', 'legacy'] as const)('the socket of %s', (surface) => {
	it('tells a real client the counter, and each change of it', async () => {
		const client = await connect(surface);
		await client.count(1);
		writes('79001112233');
		writes('79001112233');
		writes('79004445566');
		await client.count(4);
		await call(sandbox, 'POST', '/v3/message', {
			channelId: channelOf(sandbox, 'whatsapp'),
			chatType: 'whatsapp',
			chatId: '79001112233',
			text: 'an answer',
		});
		await client.count(5);
		expect(client.received).toEqual([0, 1, 2, 3, 1].map((count) => counter[surface](count)));
	});

	it('tells it to a client that only polls', async () => {
		const client = await connect(surface, { userId, transport: 'polling' });
		await client.count(1);
		writes('79001112233');
		await client.count(2);
		expect(client.received).toEqual([counter[surface](0), counter[surface](1)]);
	});

	it('can leave the first counter out', async () => {
		sandbox.control.changeSettings({ firstCounter: false });
		const client = await connect(surface);
		await until(() => sandbox.control.counterSockets().length === 1);
		writes('79001112233');
		await client.count(1);
		expect(client.received).toEqual([counter[surface](1)]);
	});

	it('tells each user of their own chats', async () => {
		const [one, other] = sandbox.control.state().users.map(idOf);
		await call(sandbox, 'POST', '/v3/contacts', [
			{
				id: 'c1',
				responsibleUserId: one,
				name: 'Anna',
				contactData: [{ chatType: 'whatsapp', chatId: '79001112233' }],
			},
		]);
		const [first, second] = [
			await connect(surface, { userId: one }),
			await connect(surface, { userId: other }),
		];
		await first.count(1);
		await second.count(1);
		writes('79001112233');
		await first.count(2);
		writes('79009990000');
		await second.count(2);
		expect(first.received).toEqual([counter[surface](0), counter[surface](1, 'red')]);
		expect(second.received).toEqual([counter[surface](0), counter[surface](1)]);
	});

	it('follows the clock and a reset', async () => {
		const client = await connect(surface);
		await client.count(1);
		writes('79001112233');
		await client.count(2);
		sandbox.control.advanceClock(8 * 24 * 3_600_000);
		await client.count(3);
		writes('79001112233');
		await client.count(4);
		sandbox.control.reset();
		await client.count(5);
		expect(client.received).toEqual([0, 1, 0, 1, 0].map((count) => counter[surface](count)));
	});

	it.each([
		['a wrong key', () => ({ apiKey: 'wrong', userId })],
		['a sidecar key', () => ({ apiKey: sandbox.sidecarKey, userId })],
		['a user that Wazzup does not know', () => ({ userId: 'nobody' })],
		['no user', () => ({})],
	])('turns away %s', async (_what, ask) => {
		const client = await connect(surface, ask());
		expect(await client.gone).toBe('io server disconnect');
		expect(client.received).toEqual([]);
		expect(sandbox.control.counterSockets()).toEqual([]);
	});

	it('forgets a client that is gone', async () => {
		const client = await connect(surface);
		await client.count(1);
		expect(sandbox.control.counterSockets()).toEqual([{ surface, userId }]);
		client.close();
		await until(() => sandbox.control.openSockets() === 0);
		expect(sandbox.control.counterSockets()).toEqual([]);
	});

	it('can break all connections, and keep new ones away', async () => {
		const client = await connect(surface);
		await client.count(1);
		expect(sandbox.control.dropSockets()).toBe(1);
		expect(String(await client.gone)).toMatch(/transport (close|error)/);

		sandbox.control.changeSettings({ sockets: false });
		const second = await connect(surface);
		await second.gone;
		expect(second.received).toEqual([]);
	});
});

it('names the host of the v3 socket to whoever has the key, and the key to nobody', async () => {
	const ask = async (key: string) => await fetch(`${sandbox.url}/counters/ws_host/api_v3/${key}`);
	const reply = await ask(sandbox.apiKey);
	expect(await reply.json()).toEqual({ host: new URL(sandbox.url).host });
	expect((await ask('wrong')).status).toBe(401);
	expect(sandbox.control.journal().map(({ path, status }) => [path, status])).toEqual([
		['/counters/ws_host/api_v3/•••', 200],
		['/counters/ws_host/api_v3/•••', 401],
	]);
	expect(JSON.stringify(sandbox.control.journal())).not.toContain(sandbox.apiKey);
});

it('shows its sockets over HTTP', async () => {
	const client = await connect('v3');
	await client.count(1);
	const reply = await fetch(`${sandbox.url}/_sandbox/sockets`);
	expect(await reply.json()).toEqual({ open: 1, asked: [{ surface: 'v3', userId }] });
	const drop = await fetch(`${sandbox.url}/_sandbox/sockets/drop`, { method: 'POST' });
	expect(await drop.json()).toEqual({ dropped: 1 });
	await client.gone;
});

it('closes with its sockets open', async () => {
	const own = await startSandbox();
	const ask = { userId: idOf(own.control.state().users[0]) };
	const open = [await counterClient('v3', own, ask), await counterClient('legacy', own, ask)];
	await Promise.all(open.map(async (client) => await client.count(1)));
	await own.close();
	await Promise.all(open.map(async (client) => await client.gone));
});

/** Resolves once it is so. */
async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
