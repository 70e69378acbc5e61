import type { IDataObject } from 'n8n-workflow';
import { channelId } from '../../unit/api/contracts';
import { byId } from '../capture';
import { captureTech, enveloped, expectTechRequest } from './capture';

const path = `/v2/channels/${channelId}`;
const of = (operation: string, more: IDataObject = {}) => ({
	resource: 'channel',
	operation,
	channelId: byId(channelId),
	...more,
});
const secrets = { code: 'c0', username: 'shop', pageId: 'p1', instId: 'i1', userToken: 'u1' };
const tokens = { telegramToken: 't1', accessToken: 'a1' };

test.each([
	['whatsapp', {}],
	['instagram', {}],
	['avito', { code: 'c0' }],
	['instAPI', { username: 'shop', page_id: 'p1', inst_id: 'i1', user_token: 'u1' }],
	['telegram', { telegram_token: 't1' }],
	['maxbot', { access_token: 'a1' }],
])('Create %s sends the credentials of its transport only', async (transport, credentials) => {
	// A transport from an expression: the editor then shows, and stores, all fields.
	const { requests } = await captureTech(
		of('create', { ...secrets, ...tokens, transport: '={{ $json.transport }}' }),
		enveloped([{ channel_id: channelId, state: 'init' }]),
		{ items: [{ transport }] },
	);
	expect(requests).toHaveLength(1);
	expectTechRequest(requests[0], {
		method: 'POST',
		path: '/v2/channels',
		body: { transport, credentials },
	});
});

test('Create without one of the credentials: the field is named, nothing is sent', async () => {
	const { requests, result } = await captureTech({
		...of('create', { transport: 'instAPI', ...secrets, instId: '' }),
	});
	expect(requests).toHaveLength(0);
	expect(result.error?.message).toBe('Instagram ID is empty');
});

test('Create of a transport that no list has sends the credentials that are given', async () => {
	const { requests } = await captureTech(
		of('create', { transport: '={{ "newbot" }}', ...tokens, accessToken: '' }),
	);
	expect(requests[0]?.body).toStrictEqual({
		transport: 'newbot',
		credentials: { telegram_token: 't1' },
	});
});

const create = of('create', { transport: 'whatsapp' });
const { channel_id, ...rest } = { channel_id: channelId, state: 'init' };

test.each([
	['a list of one', [{ channel_id, ...rest }], { channel_id, ...rest }],
	['an object', { channel_id, ...rest }, { channel_id, ...rest }],
	[
		'another name',
		{ channelId: channel_id, ...rest },
		{ channelId: channel_id, channel_id, ...rest },
	],
	['an id', { id: channel_id }, { id: channel_id, channel_id }],
	[
		'an object inside',
		{ channel: { id: channel_id } },
		{ channel: { id: channel_id }, channel_id },
	],
	['a list inside', { channels: [{ channel_id }] }, { channels: [{ channel_id }], channel_id }],
	['nothing but the id', channel_id, { reply: channel_id, channel_id }],
])('Create finds the id of the new channel in %s', async (_name, data, item) => {
	const { result } = await captureTech(create, enveloped(data));
	expect(result.error).toBeUndefined();
	expect(result.items).toEqual([item]);
});

test.each([
	['nothing', null],
	['an empty list', []],
	['the id of something else', { account: { id: 5 } }],
])('Create says so when the reply is %s', async (_name, data) => {
	const { result } = await captureTech(create, enveloped(data));
	expect(result.items).toMatchObject([{ note: expect.stringContaining('does not tell the ID') }]);
	expect(result.items[0]).not.toHaveProperty('channel_id');
});

test('Create with Raw gives the reply as it came', async () => {
	const { body } = enveloped([{ channel_id }]);
	const { result } = await captureTech({ ...create, raw: true }, { body });
	expect(result.items).toEqual([body]);
});

test('Create is not repeated after an internal error', async () => {
	const { requests, result } = await captureTech(create, { status: 500, body: {} });
	expect(requests).toHaveLength(1);
	expect(result.error?.description).toContain('may have carried it out');
});

const channels = [
	{ channel_id: 'a', transport: 'whatsapp', state: 'active', status: 'active' },
	{ channel_id: 'b', transport: 'whatsapp', state: 'openelsewhere', status: 'disabled' },
	{ channel_id: 'c', transport: 'TGAPI', status: 'active' },
	{ channel_id: 'd', transport: 'smoke', state: 'asleep' },
];

test.each([
	[{}, 'abcd'],
	[{ transports: ['whatsapp'] }, 'ab'],
	[{ transports: ['tgapi'] }, 'c'],
	[{ states: ['openElsewhere'] }, 'b'],
	[{ transports: ['whatsapp'], states: ['active'] }, 'a'],
	[{ ableToSend: true }, 'ac'],
	[{ ableToSend: false }, 'bd'],
])('Get Many with the filters %j', async (filters, expected) => {
	const { requests, result } = await captureTech(
		{ ...of('getMany'), returnAll: true, filters },
		enveloped(channels),
	);
	expectTechRequest(requests[0], { method: 'GET', path: '/v2/channels' });
	expect(result.items.map((item) => item.channel_id).join('')).toBe(expected);
});

test('Get', async () => {
	const { requests, result } = await captureTech(of('get'), enveloped([channels[0]]));
	expectTechRequest(requests[0], { method: 'GET', path });
	expect(result.items).toEqual([channels[0]]);
});

test.each([true, false])('Delete, with its chats: %s', async (deleteChats) => {
	const { requests, result } = await captureTech(of('delete', { deleteChats }));
	expectTechRequest(requests[0], {
		method: 'DELETE',
		path,
		query: { delete_chats: String(deleteChats) },
	});
	expect(result.items).toEqual([{ deleted: true, id: channelId }]);
});

const notFound = { status: 404, body: { code: 'NOT_FOUND', title: 'Not Found', detail: 'None' } };

test('Delete of an unknown channel fails; a repeat that does not find it any more does not', async () => {
	const unknown = await captureTech(of('delete'), notFound);
	expect(unknown.requests).toHaveLength(1);
	expect(unknown.result.error?.context).toMatchObject({ wazzup: { httpStatus: 404 } });

	const lost = await captureTech(of('delete'), [{ status: 502, body: 'Bad Gateway' }, notFound]);
	expect(lost.requests).toHaveLength(2);
	expect(lost.result.items).toEqual([
		{ deleted: true, id: channelId, note: expect.stringContaining('The first answer was lost') },
	]);
});

test.each([
	['reinitialize', `${path}/reinit`],
	['getPairingCode', `${path}/pairing-code`],
])('%s sends nothing but what is given', async (operation, route) => {
	const plain = await captureTech(of(operation));
	expectTechRequest(plain.requests[0], { method: 'POST', path: route });
	const more = await captureTech(of(operation, { additionalFieldsJson: '{ "phone": "7" }' }));
	expectTechRequest(more.requests[0], { method: 'POST', path: route, body: { phone: '7' } });
});

test('Submit Password', async () => {
	const { requests, result } = await captureTech(of('submitPassword', { password: 'p w' }));
	expectTechRequest(requests[0], {
		method: 'POST',
		path: `${path}/auth/2fa`,
		body: { password: 'p w' },
	});
	expect(result.items).toEqual([{ success: true }]);
});

test('Submit Password under another name, and without one', async () => {
	const other = await captureTech(of('submitPassword', { additionalFieldsJson: { code: '1' } }));
	expect(other.requests[0]?.body).toStrictEqual({ code: '1' });
	const none = await captureTech(of('submitPassword'));
	expect(none.requests).toHaveLength(0);
	expect(none.result.error?.message).toBe('Password is empty');
});

const link = { link: 'https://app.example.com/x' };
const picked = { __rl: true, mode: 'list', value: '' };

test.each([
	[{ transport: 'any', channelId: picked }, {}],
	[{ transport: 'whatsapp', channelId: picked }, { transport: 'whatsapp' }],
	[{ transport: 'whatsapp' }, { transport: 'whatsapp', channel_id: channelId }],
])('Get Connect Link with %j', async (parameters, options) => {
	const { requests, result } = await captureTech(of('getConnectLink', parameters), enveloped(link));
	expectTechRequest(requests[0], {
		method: 'POST',
		path: '/v2/iframe-links/channels',
		body: { options },
	});
	expect(result.items).toEqual([link]);
});
