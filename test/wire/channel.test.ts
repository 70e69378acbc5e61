import { byId, capture, expectRequest } from './capture';

/** Replies in the form of the channels page, `name` as live replies have it (A.3). */
const channels = [
	{
		channelId: 'a0000000-0000-4000-8000-000000000001',
		transport: 'whatsapp',
		plainId: '79011112233',
		state: 'active',
		name: 'Sales',
	},
	{
		channelId: 'a0000000-0000-4000-8000-000000000002',
		transport: 'whatsapp',
		plainId: '79011112234',
		state: 'openelsewhere',
	},
	{
		channelId: 'a0000000-0000-4000-8000-000000000003',
		transport: 'tgapi',
		plainId: 'shop',
		state: 'active',
	},
	{
		channelId: 'a0000000-0000-4000-8000-000000000004',
		transport: 'smoke',
		plainId: 'x',
		state: 'asleep',
	},
];
const getMany = { resource: 'channel', operation: 'getMany', returnAll: true };
const plainIds = (items: object[]) =>
	items.map((item) => ('plainId' in item ? item.plainId : undefined));

test('Get Many', async () => {
	const { requests, result } = await capture(getMany, { body: channels });
	expect(requests).toHaveLength(1);
	expectRequest(requests[0], { method: 'GET', path: '/v3/channels' });
	expect(result.items).toEqual(channels);
});

test.each([
	[{ transports: ['whatsapp'] }, ['79011112233', '79011112234']],
	[{ states: ['openElsewhere'] }, ['79011112234']],
	[{ transports: ['whatsapp', 'tgapi'], states: ['active'] }, ['79011112233', 'shop']],
	[{ ableToSend: true }, ['79011112233', 'shop']],
	[{ ableToSend: false }, ['79011112234', 'x']],
	[{ transports: [], states: [] }, ['79011112233', '79011112234', 'shop', 'x']],
])('Get Many with the filters %j', async (filters, expected) => {
	const { result } = await capture({ ...getMany, filters }, { body: channels });
	expect(plainIds(result.items)).toEqual(expected);
});

test('Get Many with a limit counts what the filters keep', async () => {
	const { result } = await capture(
		{ ...getMany, returnAll: false, limit: 1, filters: { transports: ['tgapi'] } },
		{ body: channels },
	);
	expect(plainIds(result.items)).toEqual(['shop']);
});

test('Get picks from the list, which is read once for all items', async () => {
	const ids = channels.slice(0, 3).map(({ channelId }) => channelId);
	const { requests, result } = await capture(
		{ resource: 'channel', operation: 'get', channelId: byId('={{ $json.id }}') },
		{ body: channels },
		{ items: ids.map((id) => ({ id })) },
	);
	expect(requests).toHaveLength(1);
	expectRequest(requests[0], { method: 'GET', path: '/v3/channels' });
	expect(result.items).toEqual(channels.slice(0, 3));
});

test('Get of a channel that is not there says what to do', async () => {
	const { result } = await capture(
		{ resource: 'channel', operation: 'get', channelId: byId('nowhere') },
		{ body: channels },
	);
	expect(result.error?.message).toContain('no channel with the ID "nowhere"');
	expect(result.error?.description).toContain('Pick the channel from the list');
});
