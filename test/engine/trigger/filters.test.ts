import { ownMessages } from '../../../nodes/shared/ownMessages';
import { connect } from '../../../nodes/shared/transport/accounts';
import { message, useDeliveries } from './useDeliveries';

const use = useDeliveries();

describe('filters', () => {
	const body = {
		messages: [
			message(),
			message({ messageId: 'm-2', channelId: 'channel-2', chatType: 'telegroup' }),
			message({ messageId: 'm-3', channelId: 'channel-2', chatType: 'telegram' }),
		],
		statuses: [
			{ messageId: 's-1', status: 'READ' },
			{ messageId: 's-2', status: 'delivered' },
		],
	};
	const statuses = ['s-1', 's-2'];
	test.each([
		['channels', { channels: ['channel-2'] }, ['m-2', 'm-3', ...statuses]],
		['chat types', { chatTypes: ['whatsapp', 'telegram'] }, ['m-1', 'm-3', ...statuses]],
		['one-to-one chats', { chats: 'direct' }, ['m-1', 'm-3', ...statuses]],
		['groups', { chats: 'group' }, ['m-2', ...statuses]],
		['statuses', { statuses: ['read'] }, ['m-1', 'm-2', 'm-3', 's-1']],
		['all together', { channels: ['channel-2'], chats: 'group', statuses: ['error'] }, ['m-2']],
	])('%s', async (_, options, expected) => {
		const workflow = await use.published({ events: ['messageReceived', 'messageStatus'], options });
		await use.post(workflow, body);
		expect(use.items().map(({ messageId }) => messageId)).toEqual(expected);
	});

	test('nothing starts when they leave nothing', async () => {
		const workflow = await use.published({ options: { channels: ['another'] } });
		expect(await use.post(workflow, { messages: [message()] })).toMatchObject({ status: 200 });
		expect(use.host.started).toEqual([]);
	});
});

describe('own messages', () => {
	const accountOf = async (): Promise<string> => {
		const node = { name: 'test' };
		const functions = {
			getCredentials: async () =>
				await Promise.resolve({ apiKey: use.sandbox.apiKey, baseUrl: use.sandbox.url }),
			getNode: () => node,
		};
		return (await connect(functions as unknown as Parameters<typeof connect>[0], 'wazzupApi'))
			.account;
	};

	test('echoes of what this n8n sent are left out, those of others are not', async () => {
		await use.published({ options: { ignoreOwn: true } });
		const account = await accountOf();
		const finish = ownMessages.begin(account, use.channelOf('whatsapp'));
		// The echo is delivered while the node has not read the answer yet.
		const own = await use.send('from the node');
		finish(own);
		const other = await use.send('from the phone');
		await use.quiet();
		expect(use.items().map(({ messageId }) => messageId)).toEqual([other]);
		expect(own).not.toBe(other);
	});

	test('without the option they come', async () => {
		await use.published({});
		ownMessages.begin(
			await accountOf(),
			use.channelOf('whatsapp'),
		)(await use.send('from the node'));
		await use.quiet();
		expect(use.items()).toMatchObject([{ event: 'messageSent', direction: 'outbound' }]);
	});
});
