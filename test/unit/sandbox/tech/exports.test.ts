import { exportStageOf } from '../../../../api/tech/messageExports';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { event, type Crm } from '../client';
import { channelOf, member, request, subscribedCrm } from './client';

let sandbox: Sandbox;
let crm: Crm;
let items: (event: string) => unknown[];

beforeAll(async () => {
	sandbox = await startSandbox({ statusSteps: false, exportTime: 60_000 });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
	sandbox.control.reset();
	({ crm, items } = await subscribedCrm(sandbox, 'messages_dump.status_update'));
});
afterEach(() => crm.close());

const day = 24 * 3_600_000;
const at = (ms: number) => new Date(Date.parse(sandbox.control.state().now) + ms).toISOString();
const start = async (changes: object = {}) => {
	const period = { start_at: at(-day), end_at: at(day), ...changes };
	const { data } = await request(sandbox, 'POST', '/v2/messages/messages_dump', period);
	expect(member(data, 'status')).toBe('pending');
	return member(data, 'export_id');
};
const read = async (id: string) =>
	(await request(sandbox, 'GET', `/v2/messages/messages_dump/${id}`)).data as {
		status: string;
		url?: string;
	};
const write = (transport: string, text: string) =>
	sandbox.control.customerWrites({
		channelId: channelOf(sandbox, transport).channelId,
		chatId: '7901',
		text,
		contact: { name: 'Anna', username: 'anna', phone: '7901' },
	});
async function rows(id: string): Promise<string[]> {
	const { url = '' } = await read(id);
	const file = await fetch(url);
	expect(file.headers.get('content-type')).toContain('text/csv');
	const bytes = Buffer.from(await file.arrayBuffer());
	expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	return bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
}

it('takes its time by the sandbox clock, and tells the CRM of each step', async () => {
	const id = await start();
	expect(await read(id)).toEqual({ status: 'pending' });
	sandbox.control.advanceClock(30_000);
	expect(await read(id)).toEqual({ status: 'processing' });
	sandbox.control.advanceClock(30_000);
	await sandbox.control.idle();
	expect(items('messages_dump.status_update')).toHaveLength(2);
	const done = await read(id);
	expect([done.status, exportStageOf(done)]).toEqual(['done', 'ready']);
	expect(items('messages_dump.status_update')).toEqual([
		{ export_id: id, status: 'processing' },
		{ export_id: id, status: 'done', url: done.url },
	]);
});

it('is finished by time alone', async () => {
	sandbox.control.changeSettings({ exportTime: 4 });
	const told = event(sandbox, 'delivery', ({ body }) => JSON.stringify(body).includes('"done"'));
	const id = await start();
	await told;
	expect(sandbox.control.tech.account().exports).toMatchObject([{ exportId: id, status: 'done' }]);
});

it('may take no time at all', async () => {
	const id = await start();
	sandbox.control.changeSettings({ exportTime: 0 });
	expect((await read(id)).status).toBe('done');
});

it('ends in a CSV of the period, of all channels or of one', async () => {
	write('whatsapp', 'first, "quoted"');
	write('tgapi', 'second');
	const channel_id = channelOf(sandbox, 'tgapi').channelId;
	const all = await start();
	const one = await start({ channel_id });
	const none = await start({ start_at: at(day), end_at: at(2 * day) });
	sandbox.control.advanceClock(60_000);
	const [header, ...lines] = await rows(all);
	expect(header).toContain(
		'"message_id","channel_id","transport","chat_type","chat_id","direction","datetime"',
	);
	expect(lines).toHaveLength(2);
	expect(lines[0]).toContain('"inbound"');
	expect(lines[0]).toContain('"first, ""quoted"""');
	expect(lines[0]).toContain('"anna","7901"');
	expect((await rows(one)).slice(1)).toEqual([expect.stringContaining('"second"')]);
	expect(await rows(none)).toEqual([header]);
});

it('can fail, or lose its notice', async () => {
	const id = await start();
	expect(sandbox.control.tech.changeExport(id, 'failed')).toEqual({
		from: expect.any(String),
		to: expect.any(String),
		exportId: id,
		status: 'failed',
	});
	sandbox.control.advanceClock(60_000);
	expect(await read(id)).toEqual({ status: 'failed' });
	sandbox.control.tech.changeExport(id, 'webhook_failed');
	expect(exportStageOf(await read(id))).toBe('ready');
	sandbox.control.tech.changeExport(id, 'failed');
	expect(await read(id)).toEqual({ status: 'failed' });
});

it.each([
	[{ start_at: 'yesterday' }, 'start_at'],
	[{ end_at: '2000-01-01T00:00:00Z' }, 'end_at'],
	[{ channel_id: 'c0000000-0000-4000-8000-000000000001' }, 'channel_id is unknown'],
	[{ format: 'xml' }, 'property format should not exist'],
])('is refused with %p', async (changes, sentence) => {
	const period = { start_at: at(-day), end_at: at(day), ...changes };
	const { errors } = await request(sandbox, 'POST', '/v2/messages/messages_dump', period);
	expect(errors?.[0]).toContain(sentence);
});

it('is unknown in another account', async () => {
	const path = `/v2/messages/messages_dump/${await start()}`;
	expect((await request(sandbox, 'GET', path, undefined, { account: '87654321' })).status).toBe(
		404,
	);
});
