import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { WazzupLegacy } from '../../../nodes/WazzupLegacy/WazzupLegacy.node';
import { startCrm, type Crm } from '../../unit/sandbox/client';
import { byId } from '../wazzup/useSandbox';
import { useLegacy } from './useLegacy';

const sandbox = useLegacy();

describe('the webhook address', () => {
	let crm: Crm;
	beforeEach(async () => {
		crm = await startCrm();
	});
	afterEach(async () => await crm.close());
	const set = { resource: 'webhook', operation: 'set', url: '={{ $json.url }}' };

	test('is set, read, and switched off', async () => {
		const first = await sandbox.run(set, [{ url: crm.url }]);
		expect(first.items).toMatchObject([{ webhooksUrl: crm.url, webhooksUrlChanged: true }]);
		const same = await sandbox.run(set, [{ url: crm.url }]);
		expect(same.items).toMatchObject([{ webhooksUrlChanged: false }]);
		const get = { resource: 'webhook', operation: 'get' };
		expect((await sandbox.run(get)).items).toEqual([{ webhooksUrl: crm.url }]);
		const off = await sandbox.run(set, [{ url: '' }]);
		expect(off.items).toMatchObject([{ webhooksUrl: null, webhooksUrlChanged: true }]);
		expect((await sandbox.run(get)).items).toEqual([{ webhooksUrl: null }]);
	});

	test('that does not answer 200 is refused, with what to do', async () => {
		crm.answerWith(() => ({ status: 503 }));
		const { failed } = await sandbox.runOn(set, [{ url: crm.url }]);
		expect(failed).toMatchObject([{ details: { code: 'testPostNotPassed' } }]);
	});

	test('after a lost answer nothing is said that the repeat cannot know', async () => {
		sandbox.control.addFault({ kind: 'dropAfter', match: { method: 'PUT' }, times: 1 });
		const { items } = await sandbox.run(set, [{ url: crm.url }]);
		expect(items).toEqual([
			{ webhooksUrl: crm.url, note: expect.stringContaining('does not say') },
		]);
	});
});

test('channels are listed', async () => {
	const { items } = await sandbox.run({
		...{ resource: 'channel', operation: 'getMany', returnAll: true },
	});
	expect(items.map(({ channelId }) => channelId)).toEqual(
		sandbox.control.state().channels.map(({ channelId }) => channelId),
	);
});

test('the chat window opens for any user', async () => {
	const { items } = await sandbox.run({
		...{ resource: 'chatWindow', operation: 'getLink', scope: 'card' },
		userId: byId('={{ 99 }}'),
		filter: { chats: [{ chatType: 'whatsapp', chatId: '79011112233' }] },
		activeChat: { chat: { chatType: 'whatsapp', chatId: '79011112233' } },
	});
	expect(items).toMatchObject([{ url: expect.stringContaining('user=99') }]);
});

test('a wrong key is told as such', async () => {
	const { baseUrl } = sandbox.credentials();
	const { error } = await sandbox.run({ resource: 'channel', operation: 'getMany' }, [{}], {
		credentials: { apiKey: 'wrong', baseUrl },
	});
	expect(error?.message).toContain('does not accept this API key');
});

test('a key that is not let in is told of this API, not of v3', async () => {
	const body = { error: { code: 'FORBIDDEN' } };
	sandbox.control.addFault({ kind: 'status', status: 403, body });
	const { error } = await sandbox.run({ resource: 'channel', operation: 'getMany' });
	expect(error?.message).toBe('This API key has no access to the 2021 API');
});

describe('pickers', () => {
	const search = async (
		name: 'searchChannels' | 'searchUsers',
		filter?: string,
	): Promise<INodeListSearchResult> => {
		const { apiKey, baseUrl } = sandbox.credentials();
		const functions = {
			getCredentials: async () => await Promise.resolve({ apiKey, baseUrl }),
			getNode: () => ({ name: 'Wazzup Legacy' }),
			helpers: {
				httpRequestWithAuthentication: async (_name: string, { url }: { url: string }) => {
					const response = await fetch(url, { headers: { authorization: `Basic ${apiKey}` } });
					return { statusCode: response.status, headers: {}, body: await response.json() };
				},
			},
		} as unknown as ILoadOptionsFunctions;
		return await new WazzupLegacy().methods.listSearch[name].call(functions, filter);
	};

	test('list channels of the 2021 API with their state', async () => {
		const { results } = await search('searchChannels', 'vk');
		expect(results).toMatchObject([{ value: sandbox.channel('vk') }]);
		expect(results[0]?.name).toContain('active');
		expect(sandbox.requests('GET', '/v2/channels')).toHaveLength(1);
	});

	test('list users, an id with its type', async () => {
		await sandbox.send('PUT', '/v2/users', [{ id: 7, name: 'Kate' }, { id: 'b' }]);
		expect((await search('searchUsers')).results).toEqual([
			{ name: 'Kate', value: 7 },
			{ name: 'b', value: 'b' },
		]);
	});
});
