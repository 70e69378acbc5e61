import { startSandbox, type Sandbox } from '../../sandbox';
import { runNode } from './harness';

/** What DESIGN.md promises of every operation, shown on the two that matter most: contacts and messages. */

let sandbox: Sandbox;
const credentials = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });
const requests = (path: string) => sandbox.control.journal().filter((entry) => entry.path === path);
const whatsapp = () => {
	const channel = sandbox.control.state().channels.find((each) => each.transport === 'whatsapp');
	if (!channel) throw new Error('The sandbox has no WhatsApp channel');
	return channel.channelId;
};
const stored = () =>
	sandbox.control
		.chats()
		.flatMap(({ channelId, chatId }) => sandbox.control.messages(channelId, chatId))
		.filter(({ direction }) => direction === 'out');

const sendEach = {
	resource: 'message',
	operation: 'send',
	channelId: { mode: 'id', value: '={{ $json.channel }}' },
	chatId: '={{ $json.to }}',
	text: '={{ $json.text }}',
};
const people = (count: number) =>
	[...Array(count).keys()].map((index) => ({
		channel: whatsapp(),
		to: `7901${String(index).padStart(7, '0')}`,
		text: `message ${index}`,
	}));

beforeEach(async () => {
	sandbox = await startSandbox({ statusSteps: false, echo: false });
});
afterEach(async () => await sandbox.close());

test('2,000 contacts with 3 bad ones: 1,997 stored, 3 error items that name the field, at most 26 requests', async () => {
	const bad = new Set([150, 151, 1_204]);
	const items = [...Array(2_000).keys()].map((index) => ({
		id: String(index + 1),
		// What our own check lets through and the sandbox refuses, as only Wazzup can.
		name: `Contact ${index + 1}${bad.has(index) ? ' #invalid:contactData' : ''}`,
		responsibleUserId: '1',
		contactData: [{ chatType: 'whatsapp', chatId: `7902${index + 1_000_000}` }],
	}));
	const result = await runNode({
		parameters: { resource: 'contact', operation: 'upsert', dataMode: 'autoMapInputData' },
		items,
		credentials: credentials(),
		onError: 'continueErrorOutput',
	});
	expect(result.error).toBeUndefined();
	expect(result.items).toHaveLength(1_997);
	expect(sandbox.control.state().contacts).toHaveLength(1_997);
	expect(result.failed).toHaveLength(3);
	for (const item of result.failed) expect(String(item.error)).toContain('contactData');
	expect(requests('/v3/contacts').length).toBeLessThanOrEqual(26);
});

/** The most requests that were under way at the same moment. */
function mostAtOnce(path: string): number {
	const spans = requests(path).map(({ time, ms = 0 }) => [Date.parse(time), ms] as const);
	const underWay = (moment: number) =>
		spans.filter(([start, ms]) => start <= moment && moment < start + ms).length;
	return Math.max(...spans.map(([start]) => underWay(start)));
}

// A measured pace would be that of a busy machine; six at once at 100 ms are 60 a second.
test('300 messages to 300 chats: no 429, and at least as many at once as 60 a second take', async () => {
	sandbox.control.changeSettings({ delay: 100 });
	const result = await runNode({
		parameters: sendEach,
		items: people(300),
		credentials: credentials(),
	});
	expect(result.error).toBeUndefined();
	expect(result.items).toHaveLength(300);
	expect(requests('/v3/message').filter(({ status }) => status === 429)).toHaveLength(0);
	expect(mostAtOnce('/v3/message')).toBeGreaterThanOrEqual(6);
});

test('50 messages to one chat arrive in order', async () => {
	const items = people(50).map((item) => ({ ...item, to: '79010000000' }));
	await runNode({ parameters: sendEach, items, credentials: credentials() });
	expect(stored().map(({ text }) => text)).toEqual(items.map(({ text }) => text));
});

test('200 sends with every tenth connection dropped after handling: 200 stored, none twice, none reported as failed', async () => {
	sandbox.control.addFault({
		match: { method: 'POST', path: '/v3/message' },
		kind: 'dropAfter',
		every: 10,
	});
	const result = await runNode({
		parameters: sendEach,
		items: people(200),
		credentials: credentials(),
		onError: 'continueErrorOutput',
	});
	expect(result.failed).toEqual([]);
	expect(result.items).toHaveLength(200);
	expect(new Set(stored().map(({ text }) => text)).size).toBe(200);
	expect(stored()).toHaveLength(200);
	const unsure = result.items.filter(({ alreadySent }) => alreadySent === true);
	expect(unsure.length).toBeGreaterThan(0);
});

test('a send that may have gone out, and whose guard was refused by nobody, is told so', async () => {
	sandbox.control.addFault({ match: { path: '/v3/message' }, kind: 'dropBefore' });
	const result = await runNode({
		parameters: sendEach,
		items: people(1),
		credentials: credentials(),
	});
	expect(result.error?.message).toContain('connection to Wazzup was lost');
	expect(result.error?.description).toContain('may have carried it out');
});

test('Retry On Fail of n8n does not send twice what had gone out', async () => {
	await runNode({
		parameters: sendEach,
		items: [...people(2), { ...people(3)[2], text: 'third #error:MESSAGES_IS_SPAM' }],
		credentials: credentials(),
		retryOnFail: true,
	});
	// Three tries of the third message; the two that went out are not asked for again.
	expect(requests('/v3/message')).toHaveLength(5);
	expect(
		stored()
			.map(({ text }) => text)
			.sort(),
	).toEqual(['message 0', 'message 1']);
});

test('a retry that comes after the guard of Wazzup has run out does not send twice either', async () => {
	const again = {
		parameters: sendEach,
		items: people(2),
		credentials: credentials(),
		executionId: 'one',
	};
	const first = await runNode(again);
	sandbox.control.advanceClock(61_000);
	const second = await runNode(again);
	expect(stored()).toHaveLength(2);
	expect(second.items).toEqual(first.items);
});

test('what may have gone out is not sent again by a retry, and told as such again', async () => {
	sandbox.control.addFault({ match: { path: '/v3/message' }, kind: 'dropAfter' });
	const again = {
		parameters: sendEach,
		items: people(1),
		credentials: credentials(),
		executionId: 'two',
	};
	await runNode(again);
	sandbox.control.clearFaults();
	sandbox.control.advanceClock(61_000);
	const { error } = await runNode(again);
	expect(error?.description).toContain('may have carried it out');
	expect(stored()).toHaveLength(1);
});

test('a wrong key stops the run long before all items are sent', async () => {
	const result = await runNode({
		parameters: { ...sendEach, chatType: 'whatsapp' },
		items: people(600),
		credentials: { ...credentials(), apiKey: 'wrong' },
	});
	expect(result.error?.message).toContain('does not accept this API key');
	expect(requests('/v3/message').length).toBeLessThanOrEqual(200);
});

test('two runs of one workflow send the same text twice, since that is what they were asked for', async () => {
	await runNode({ parameters: sendEach, items: people(1), credentials: credentials() });
	await runNode({ parameters: sendEach, items: people(1), credentials: credentials() });
	expect(stored()).toHaveLength(2);
});

test('cancelling stops a waiting run within a second', async () => {
	sandbox.control.addFault({ match: { path: '/v3/message' }, kind: '429', retryAfter: 60 });
	let cancel: () => void = () => {};
	const running = runNode({
		parameters: sendEach,
		items: people(3),
		credentials: credentials(),
		cancellable: (stop) => (cancel = stop),
	});
	while (requests('/v3/message').length === 0)
		await new Promise((resolve) => setImmediate(resolve));
	const cancelledAt = Date.now();
	cancel();
	await running;
	expect(Date.now() - cancelledAt).toBeLessThan(1_000);
	expect(stored()).toHaveLength(0);
});
