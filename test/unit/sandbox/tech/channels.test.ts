import { startSandbox, type Sandbox } from '../../../../sandbox';
import { event, type Crm } from '../client';
import { channelOf, member, request, subscribedCrm } from './client';

let sandbox: Sandbox;
let crm: Crm;
let items: (event: string) => unknown[];

beforeAll(async () => {
	sandbox = await startSandbox({ statusSteps: 2, repeats: 0 });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
	sandbox.control.reset();
	const names = ['create', 'delete', 'status_update', 'qr_update', 'waba_tier_update'];
	({ crm, items } = await subscribedCrm(sandbox, ...names.map((name) => `channel.${name}`)));
});
afterEach(() => crm.close());

const create = (transport: string, credentials: object = {}) =>
	request(sandbox, 'POST', '/v2/channels', { transport, credentials });
/** A new channel, once it is in that state. */
async function createdIn(state: string, transport: string, credentials?: object): Promise<string> {
	const reached = event(
		sandbox,
		'channel',
		(channel) => channel.account !== undefined && channel.state === state,
	);
	await create(transport, credentials);
	return (await reached).channelId;
}
const read = async (id: string) =>
	((await request(sandbox, 'GET', `/v2/channels/${id}`)).data as object[])[0];
const post = (id: string, verb: string, body?: object) =>
	request(sandbox, 'POST', `/v2/channels/${id}/${verb}`, body);
const statesOf = async (id: string) => {
	await sandbox.control.idle();
	return items('channel.status_update')
		.filter((item) => member(item, 'channel_id') === id)
		.map((item) => `${member(item, 'state')} ${member(item, 'status')}`);
};
const qrs = async () => {
	await sandbox.control.idle();
	return items('channel.qr_update').map((item) => member(item, 'qr'));
};

describe('a channel that a code connects', () => {
	it('starts, shows a QR code, and works once that is scanned', async () => {
		const id = await createdIn('qr', 'whatsapp');
		expect(await qrs()).toEqual([expect.stringMatching(/^data:image\/png;base64,iVBORw0KGgo/)]);
		expect(sandbox.control.tech.scan(id)).toMatchObject({ state: 'active', status: 'active' });
		expect(await statesOf(id)).toEqual(['qr disabled', 'active active']);
		expect(await read(id)).toMatchObject({
			channel_id: id,
			transport: 'whatsapp',
			state: 'active',
			status: 'active',
			phone: expect.stringMatching(/^77\d{9}$/),
		});
		expect(items('channel.create')).toEqual([
			expect.objectContaining({ channel_id: id, state: 'init' }),
		]);
	});

	it('is answered before anything happens', async () => {
		const { data } = await create('whatsapp');
		expect(data).toEqual([
			{
				channel_id: expect.any(String),
				transport: 'whatsapp',
				state: 'init',
				status: 'disabled',
				phone: '',
				username: '',
				messenger_id: '',
				name: '',
			},
		]);
	});

	it('loses its code when nobody scans, and gets another one', async () => {
		const id = await createdIn('qr', 'tgapi');
		sandbox.control.tech.expire(id);
		expect(await read(id)).toMatchObject({ state: 'qridle', status: 'disabled' });
		expect((await post(id, 'reinit')).data).toMatchObject({ state: 'qr' });
		const codes = await qrs();
		expect([codes.length, new Set(codes).size]).toEqual([2, 2]);
		expect(await statesOf(id)).toEqual(['qr disabled', 'qridle disabled', 'qr disabled']);
	});

	it('may ask for a password', async () => {
		const id = await createdIn('qr', 'tgapi');
		expect(sandbox.control.tech.scan(id, { password: 'secret' }).state).toBe('waitForPassword');
		expect((await post(id, 'auth/2fa', { password: 'no' })).errors).toEqual([
			'password is not right',
		]);
		expect((await post(id, 'auth/2fa', {})).errors).toEqual(['password should not be empty']);
		expect((await post(id, 'auth/2fa', { password: 'secret' })).data).toMatchObject({
			state: 'active',
		});
		expect((await post(id, 'auth/2fa', { password: 'secret' })).status).toBe(400);
		expect(await statesOf(id)).toEqual([
			'qr disabled',
			'waitForPassword disabled',
			'active active',
		]);
	});

	it('may be paired by a code that is typed in', async () => {
		const id = await createdIn('qr', 'whatsapp');
		const { data } = await post(id, 'pairing-code');
		const code = member(data, 'code');
		expect(code).toMatch(/^[A-Z1-9]{4}-[A-Z1-9]{4}$/);
		const newer = member((await post(id, 'pairing-code')).data, 'code');
		expect(() => sandbox.control.tech.pair(id, code)).toThrow('another one');
		expect(sandbox.control.tech.pair(id, newer).state).toBe('active');
		expect((await post(id, 'pairing-code')).status).toBe(400);
		await sandbox.control.idle();
		expect(items('channel.qr_update').slice(1)).toEqual([
			{ channel_id: id, code },
			{ channel_id: id, code: newer },
		]);
	});
});

describe('a channel that credentials connect', () => {
	it.each([
		['avito', { code: 'c' }],
		['telegram', { telegram_token: 't' }],
		['maxbot', { access_token: 'a' }],
		['instAPI', { username: 'u', page_id: 'p', inst_id: 'i', user_token: 't' }],
	])('%s works with %p', async (transport, credentials) => {
		const id = await createdIn('active', transport, credentials);
		expect(await statesOf(id)).toEqual(['active active']);
		expect(await read(id)).toMatchObject({ username: expect.stringMatching(/^[a-z]+_\d{4}$/) });
	});

	it('is signed out where they are wrong', async () => {
		const id = await createdIn('unauthorized', 'telegram', { telegram_token: 'wrong' });
		expect(await read(id)).toMatchObject({ status: 'disabled', reason: 'wrong_credentials' });
	});

	it('needs them', async () => {
		expect((await create('telegram')).errors).toEqual([
			'credentials.telegram_token should not be empty',
		]);
		expect((await create('fax')).errors?.[0]).toContain('transport must be one of');
		expect((await create('avito', { key: '1' })).errors).toContain(
			'credentials.property key should not exist',
		);
	});
});

describe('a channel that a page connects', () => {
	it('waits for somebody to open it', async () => {
		const [channel] = (await create('instagram')).data as object[];
		const url = member(channel, 'url');
		expect(await (await fetch(url)).text()).toContain('>Connect</a>');
		await fetch(`${url}&_auto=connect`);
		const id = member(channel, 'channel_id');
		expect(await read(id)).toMatchObject({ state: 'active', username: expect.any(String) });
		expect(await read(id)).not.toHaveProperty('url');
	});

	it('can be made from a link', async () => {
		const link = async (options: object) =>
			request(sandbox, 'POST', '/v2/iframe-links/channels', { options });
		const choice = member((await link({})).data, 'link');
		expect(await (await fetch(choice)).text()).toContain('transport=vk');
		const vk = member((await link({ transport: 'vk' })).data, 'link');
		await fetch(`${vk}&_auto=connect`);
		expect(sandbox.control.tech.account().channels.at(-1)).toMatchObject({
			transport: 'vk',
			state: 'active',
		});
		expect((await link({ transport: 'instagram' })).status).toBe(400);
		expect((await link({ channel_id: 'ghost' })).status).toBe(400);
		expect((await fetch(`${sandbox.techUrl}/connect?account=1`)).status).toBe(404);
	});
});

it('is deleted, with its chats if wanted', async () => {
	const chats = () => sandbox.control.chats().length;
	const write = (transport: string) => {
		const { channelId } = channelOf(sandbox, transport);
		sandbox.control.customerWrites({ channelId, chatId: '7901', text: 'hi' });
		return channelId;
	};
	const [whatsapp, telegram] = [write('whatsapp'), write('tgapi')];
	await request(sandbox, 'DELETE', `/v2/channels/${whatsapp}?delete_chats=true`);
	expect(chats()).toBe(1);
	const { data } = await request(sandbox, 'DELETE', `/v2/channels/${telegram}?delete_chats=false`);
	expect([data, chats()]).toEqual([null, 1]);
	expect((await request(sandbox, 'GET', `/v2/channels/${telegram}`)).code).toBe('NOT_FOUND');
	await sandbox.control.idle();
	expect(items('channel.delete')).toEqual([{ channel_id: whatsapp }, { channel_id: telegram }]);
});

it('changes as the control API wants it', async () => {
	const { channelId } = channelOf(sandbox, 'wapi');
	sandbox.control.tech.changeChannel(channelId, { tier: 'TIER_10K' });
	await sandbox.control.idle();
	const tiers = [{ channel_id: channelId, tier: 'TIER_10K' }];
	expect(items('channel.waba_tier_update')).toEqual(tiers);
	sandbox.control.changeChannel(channelId, { state: 'blocked' });
	await sandbox.control.idle();
	expect(items('channel.waba_tier_update')).toEqual(tiers);
	expect(await statesOf(channelId)).toEqual(['blocked disabled']);
	expect(() => sandbox.control.tech.scan(channelId)).toThrow('blocked, not qr');
});
