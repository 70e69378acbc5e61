import type { IDataObject } from 'n8n-workflow';
import { WazzupClient } from '../../../nodes/WazzupClient/WazzupClient.node';
import { useTech } from './useTech';

const tech = useTech({ exportTime: 0 });

const day = 24 * 3_600_000;
/** Shorter than tokens are good for. */
const halfAnHour = 1_800_000;
const at = (days: number) =>
	new Date(Date.parse(tech.control.state().now) + days * day).toISOString();
const period = () => ({ resource: 'message', startAt: at(-1), endAt: at(1) });
const exportAll = (): IDataObject => ({ ...period(), operation: 'export' });
const channelOf = (transport: string) => {
	const found = tech.control.tech.account().channels.find((each) => each.transport === transport);
	return found?.channelId ?? '';
};
const write = (text: string, transport = 'whatsapp') =>
	tech.control.customerWrites({ channelId: channelOf(transport), chatId: '7901', text });
const started = () => tech.requests('POST', '/v2/messages/messages_dump');
const looks = () =>
	tech.control
		.journal()
		.filter(({ method, path }) => method === 'GET' && path.includes('messages_dump'));
const until = async (isTrue: () => boolean) => {
	while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
};

const strange = 'first; "quoted", with\nlines\r\nand émoji 👋 – привет,\t';

test('Export gives one item for each message, whatever it says', async () => {
	write(strange);
	write('second', 'tgapi');
	const { items, output, error } = await tech.run(exportAll());
	expect(error).toBeUndefined();
	expect(items).toMatchObject([
		{ text: strange, direction: 'inbound', chat_type: 'whatsapp', chat_id: '7901' },
		{ text: 'second', channel_id: channelOf('tgapi') },
	]);
	expect(output[1]?.pairedItem).toEqual({ item: 0 });
});

test('Export of one channel, and of a time without messages', async () => {
	write('first');
	write('second', 'tgapi');
	const channelId = { __rl: true, mode: 'id', value: channelOf('tgapi') };
	const one = await tech.run({ ...exportAll(), channelId });
	expect(one.items).toMatchObject([{ text: 'second' }]);
	const none = await tech.run({ ...exportAll(), startAt: at(2), endAt: at(3) });
	expect(none.error).toBeUndefined();
	expect(none.items).toEqual([]);
});

test('Export as a file', async () => {
	write(strange);
	const { output } = await tech.run({ ...exportAll(), output: 'file' });
	const file = Buffer.from(output[0]?.binary?.data?.data ?? '', 'base64').toString();
	expect(output[0]?.json.export_id).toEqual(expect.any(String));
	expect(file.startsWith('\uFEFF"message_id","channel_id"')).toBe(true);
	expect(file).toContain('émoji 👋');
});

test('Export waits until it is ready', async () => {
	tech.control.changeSettings({ exportTime: halfAnHour });
	write('first');
	const running = tech.run(exportAll());
	await until(() => looks().length === 1);
	tech.control.advanceClock(halfAnHour);
	const { items, error } = await running;
	expect(error).toBeUndefined();
	expect(items).toMatchObject([{ text: 'first' }]);
	expect(started()).toHaveLength(1);
	expect(looks()).toHaveLength(2);
});

test('Export: cancelling ends the wait within a second', async () => {
	tech.control.changeSettings({ exportTime: halfAnHour });
	let cancel: () => void = () => {};
	// n8n itself does not wait for a node that it cancels.
	const nodeType = new WazzupClient();
	const inner = new WazzupClient();
	let end: () => void = () => {};
	const nodeEnded = new Promise<void>((resolve) => (end = resolve));
	let waits = 0;
	nodeType.execute = async function () {
		// Said at the beginning of each wait.
		this.sendMessageToUI = () => {
			waits++;
		};
		return await inner.execute.call(this).finally(end);
	};
	const cancellable = (stop: () => void) => (cancel = stop);
	const running = tech.run(exportAll(), undefined, { nodeType, cancellable });
	// The pauses grow, so the third one is longer than a second.
	await until(() => waits === 3);
	const cancelledAt = Date.now();
	cancel();
	await Promise.all([running, nodeEnded]);
	expect(Date.now() - cancelledAt).toBeLessThan(1_000);
	expect(looks()).toHaveLength(3);
});

test('Export: a limit that is over is told, with the ID under which the export goes on', async () => {
	tech.control.changeSettings({ exportTime: halfAnHour });
	write('first');
	const { error } = await tech.run({ ...exportAll(), waitAtMost: 0.01 });
	expect(error?.message).toBe('The export was not ready within 0.01 minutes');
	const [exportId = ''] = tech.control.tech.account().exports.map((each) => each.exportId);
	expect(error?.description).toContain(exportId);
	tech.control.advanceClock(halfAnHour);
	const { items } = await tech.run({ resource: 'message', operation: 'getExport', exportId });
	expect(items).toEqual([
		{ export_id: exportId, status: 'done', url: expect.stringMatching(/^http/) },
	]);
});

test.each(['failed', 'expired', 'done'])(
	'Export: the status %s without a file is an error that says so',
	async (status) => {
		tech.control.addFault({
			match: { method: 'GET', path: '/v2/messages/messages_dump/{export_id}' },
			...{ kind: 'status', status: 200, body: { data: { status }, meta: {} } },
		});
		const { error } = await tech.run(exportAll());
		expect(error?.message).toContain(`its status is "${status}"`);
		expect(looks()).toHaveLength(1);
	},
);

test('Export: a lost look is repeated, a lost start is not', async () => {
	write('first');
	const path = '/v2/messages/messages_dump';
	tech.control.addFault({ match: { method: 'GET' }, kind: 'dropBefore', times: 1 });
	const { items } = await tech.run(exportAll());
	expect(items).toHaveLength(1);
	tech.control.addFault({ match: { method: 'POST', path }, kind: 'dropAfter', times: 1 });
	const { error } = await tech.run(exportAll());
	expect(error?.description).toContain('may have carried it out');
	expect(started()).toHaveLength(2);
});

test('Export: what fails on the way names the export that remains', async () => {
	tech.control.addFault({ match: { method: 'GET' }, kind: 'status', status: 403 });
	const { error } = await tech.run(exportAll());
	const [each] = tech.control.tech.account().exports;
	expect(error?.description).toContain(each?.exportId);
});

test('exports of two accounts, beside one of a bad period', async () => {
	write('first');
	const other = tech.control.tech.createAccount({ partner: tech.login().email }).accountId;
	const { items, failed } = await tech.runForAccount(
		{ ...exportAll(), accountId: '={{ $json.accountId }}', startAt: '={{ $json.from }}' },
		[
			{ accountId: tech.accountId, from: at(-1) },
			{ accountId: other, from: at(-1) },
			{ accountId: other, from: 'yesterday' },
			{ accountId: other, from: at(2) },
		],
		{ onError: 'continueErrorOutput' },
	);
	expect(items).toMatchObject([{ text: 'first' }]);
	expect(failed).toMatchObject([
		{ error: 'From "yesterday" is not a time' },
		{ error: expect.stringContaining('The period ends before it starts') },
	]);
	expect(
		started()
			.map(({ account }) => account)
			.sort(),
	).toEqual([tech.accountId, other].sort());
});

test('Start Export and Get Export, with an export that nobody knows', async () => {
	const { items } = await tech.run({ ...period(), operation: 'startExport' });
	expect(items).toEqual([{ export_id: expect.any(String), status: 'pending' }]);
	const { items: found, failed } = await tech.run(
		{ resource: 'message', operation: 'getExport', exportId: '={{ $json.id }}' },
		[{ id: items[0]?.export_id }, { id: 'nobody' }],
		{ onError: 'continueErrorOutput' },
	);
	expect(found).toMatchObject([{ status: 'done' }]);
	expect(failed).toMatchObject([{ details: { httpStatus: 404 } }]);
});
