import type { IDataObject } from 'n8n-workflow';
import { byId } from '../wazzup/useSandbox';
import { useTech } from './useTech';

const tech = useTech();
const channels = (accountId?: string) => tech.control.tech.account(accountId).channels;
const channelOf = (name: string) => channels().find((channel) => channel.name === name);
const of = (operation: string, more: IDataObject = {}) => ({
	resource: 'channel',
	operation,
	channelId: byId('={{ $json.id }}'),
	...more,
});
const onError = 'continueErrorOutput';
const create = of('create', {
	transport: '={{ $json.transport }}',
	telegramToken: '={{ $json.token }}',
});

test('Create, scan, second factor, Get: a channel comes to work', async () => {
	const made = await tech.run(of('create', { transport: 'whatsapp' }));
	const id = String(made.items[0]?.channel_id);
	expect(made.items).toMatchObject([{ transport: 'whatsapp' }]);
	await tech.scan(id, 'secret-canary');

	const wrong = await tech.run(of('submitPassword', { password: 'wrong-canary' }), [{ id }]);
	expect(wrong.error?.description).toContain('password is not right');
	expect(JSON.stringify(wrong.error)).not.toContain('wrong-canary');

	const right = await tech.run(of('submitPassword', { password: 'secret-canary' }), [{ id }]);
	expect(right.items).toMatchObject([{ channel_id: id, state: 'active' }]);
	const { items } = await tech.run(of('get'), [{ id }]);
	expect(items).toMatchObject([{ channel_id: id, state: 'active' }]);
});

test('Create: a bad item beside good ones fails alone', async () => {
	const before = channels().length;
	const result = await tech.run(
		create,
		[
			{ transport: 'telegram', token: '123:abc' },
			{ transport: 'telegram', token: '' },
			{ transport: 'smoke', token: '' },
			{ transport: 'viber', token: 'not sent' },
		],
		{ onError },
	);
	expect(result.items.map(({ transport }) => transport)).toEqual(['telegram', 'viber']);
	expect(result.failed).toMatchObject([
		{ error: 'Bot Token is empty' },
		{ details: { httpStatus: 400 } },
	]);
	expect(channels()).toHaveLength(before + 2);
});

test('items of two accounts each get a channel in their own', async () => {
	const other = tech.control.tech.createAccount({}).accountId;
	const { items, error } = await tech.runForAccount(
		{ ...of('create', { transport: 'vk' }), accountId: '={{ $json.account }}' },
		[{ account: other }, { account: tech.accountId }],
	);
	expect(error).toBeUndefined();
	const [first, second] = items.map(({ channel_id }) => channel_id);
	expect(channels(other).map(({ channelId }) => channelId)).toEqual([first]);
	expect(channels().map(({ channelId }) => channelId)).toContain(second);
	// Where a person has to sign in, the reply says where.
	expect(items[0]?.url).toContain('/connect');
});

test('Get Many keeps what the filters say', async () => {
	const { items } = await tech.run(
		of('getMany', { returnAll: true, filters: { transports: ['whatsapp'], states: ['qridle'] } }),
	);
	expect(items).toMatchObject([{ name: 'Client WhatsApp Signed Out' }]);
});

test('Reinitialize shows a new code, Get Pairing Code gives one to type in', async () => {
	const id = channelOf('Client WhatsApp Signed Out')?.channelId ?? '';
	const again = await tech.run(of('reinitialize'), [{ id }]);
	expect(again.items).toMatchObject([{ channel_id: id, state: 'qr' }]);
	const { items } = await tech.run(of('getPairingCode'), [{ id }]);
	expect(tech.control.tech.pair(id, String(items[0]?.code)).state).toBe('active');
});

test('Get Pairing Code of a channel that works is refused, the other one goes on', async () => {
	const ids = ['Client WhatsApp', 'Client WhatsApp Signed Out'].map((name) => ({
		id: channelOf(name)?.channelId ?? '',
	}));
	const result = await tech.run(of('getPairingCode'), ids, { onError });
	expect(result.items).toHaveLength(1);
	expect(result.failed).toMatchObject([{ details: { httpStatus: 400 } }]);
});

test('Delete: an unknown ID fails alone; an answer that was lost is no failure', async () => {
	const id = channelOf('Client Telegram')?.channelId ?? '';
	tech.control.addFault({ match: { method: 'DELETE' }, kind: 'dropAfter', times: 1 });
	const result = await tech.run(of('delete'), [{ id }], { onError });
	expect(result.items).toMatchObject([{ deleted: true, id, note: expect.any(String) }]);

	const next = channelOf('Client Instagram')?.channelId ?? '';
	const mixed = await tech.run(of('delete', { deleteChats: true }), [{ id }, { id: next }], {
		onError,
	});
	expect(mixed.items).toEqual([{ deleted: true, id: next }]);
	expect(mixed.failed).toMatchObject([{ details: { httpStatus: 404 } }]);
	expect(channels().map(({ channelId }) => channelId)).not.toContain(next);
});

test('Get Connect Link: the page behind it connects the channel again', async () => {
	const id = channelOf('Client WhatsApp Signed Out')?.channelId ?? '';
	const { items } = await tech.run(of('getConnectLink', { transport: 'whatsapp' }), [{ id }]);
	await fetch(`${String(items[0]?.link)}&_auto=connect`);
	expect(channelOf('Client WhatsApp Signed Out')?.state).toBe('active');
});

test('Get Connect Link of an unknown channel is refused', async () => {
	const { error } = await tech.run(of('getConnectLink', { transport: 'any' }), [{ id: 'none' }]);
	expect(error?.description).toContain('channel_id is unknown');
});

test('an ID that no address can carry fails by itself, and holds nobody up', async () => {
	const id = channels()[0]?.channelId ?? '';
	const { items, failed } = await tech.run(of('get'), [{ id }, { id: 'a\ud83d' }, { id }], {
		onError,
	});
	expect(items).toHaveLength(2);
	expect(failed).toMatchObject([
		{ error: expect.stringContaining('cannot be part of an address') },
	]);
});

test.each([
	['submitPassword', { password: 'first-canary' }],
	['create', { transport: 'telegram', telegramToken: 'first-canary' }],
] as const)('%s: a secret that Wazzup repeats is not shown', async (operation, parameters) => {
	const body = { code: 'VALIDATION_FAILED', errors: ['first-canary is not right'] };
	tech.control.addFault({ match: { method: 'POST' }, kind: 'status', status: 400, body });
	const id = channels()[0]?.channelId ?? '';
	const { error } = await tech.run(of(operation, parameters), [{ id }]);
	expect(error?.description).toContain('••• is not right');
	expect(JSON.stringify(error)).not.toContain('first-canary');
});
