import { byId, useSandbox } from './useSandbox';

const sandbox = useSandbox();
const get = { resource: 'channel', operation: 'get', channelId: byId('={{ $json.id }}') };
const idsOf = (transport: string) =>
	sandbox.control
		.state()
		.channels.filter((channel) => channel.transport === transport)
		.map(({ channelId }) => channelId);

test('Get Many gives every channel, or those that the filters keep', async () => {
	const all = await sandbox.run({ resource: 'channel', operation: 'getMany', returnAll: true });
	expect(all.items).toHaveLength(sandbox.control.state().channels.length);

	const attention = await sandbox.run({
		resource: 'channel',
		operation: 'getMany',
		returnAll: true,
		filters: { ableToSend: false, transports: ['whatsapp'] },
	});
	expect(attention.items.map(({ state }) => state)).toEqual(['qr', 'notEnoughMoney']);
});

test('Get: an unknown ID fails alone, the list is read once', async () => {
	const [id] = idsOf('telegram');
	const result = await sandbox.runOn(get, [{ id }, { id: 'nowhere' }, { id }]);
	expect(result.items).toMatchObject([{ channelId: id }, { channelId: id }]);
	expect(result.failed).toMatchObject([{ error: expect.stringContaining('"nowhere"') }]);
	expect(sandbox.requests('GET', '/v3/channels')).toHaveLength(1);
});

test('an internal error and a 429 are survived', async () => {
	sandbox.control.addFault({ kind: 'status', status: 500, times: 1 });
	sandbox.control.addFault({ kind: '429', retryAfter: 0, times: 1 });
	const [id = ''] = idsOf('vk');
	const result = await sandbox.run(get, [{ id }]);
	expect(result.error).toBeUndefined();
	expect(result.items).toMatchObject([{ channelId: id }]);
	expect(sandbox.requests('GET', '/v3/channels').map(({ status }) => status)).toEqual([
		500, 429, 200,
	]);
});

test('a wrong key is told as such, at every item', async () => {
	const result = await sandbox.run(get, [{ id: 'a' }, { id: 'b' }], {
		onError: 'continueErrorOutput',
		credentials: { ...sandbox.credentials(), apiKey: 'wrong' },
	});
	expect(result.failed).toMatchObject([
		{ id: 'a', details: { httpStatus: 401 } },
		{ id: 'b', details: { httpStatus: 401 } },
	]);
});
