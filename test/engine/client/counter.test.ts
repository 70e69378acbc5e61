import { byId } from '../wazzup/useSandbox';
import { useTech } from './useTech';

const tech = useTech();
const getUnanswered = {
	resource: 'counter',
	operation: 'getUnanswered',
	userId: byId('={{ $json.id }}'),
};
const clearAll = { resource: 'counter', operation: 'clearAll' };
const clearing = () => tech.requests('DELETE', '/v2/chats/unanswered');
const counts = async () => {
	const { items } = await tech.run(getUnanswered, [{ id: '1' }]);
	return items.map(({ counter }) => counter);
};
const customerWrites = () => {
	const [channel] = tech.control.tech.account().channels;
	tech.control.customerWrites({
		channelId: channel?.channelId ?? '',
		chatId: '79011112233',
		text: 'hello',
	});
};

test('a message counts until all chats are cleared, once for the items of an account', async () => {
	expect(await counts()).toEqual([0]);
	customerWrites();
	expect(await counts()).toEqual([1]);
	const { items } = await tech.run(clearAll, [{}, {}]);
	expect(items).toEqual([
		{ account_id: tech.accountId, cleared: true },
		{ account_id: tech.accountId, cleared: true },
	]);
	expect(clearing()).toHaveLength(1);
	expect(await counts()).toEqual([0]);
});

test('a user without an ID fails alone', async () => {
	const { items, failed } = await tech.run(getUnanswered, [{ id: '1' }, { id: '' }, { id: '2' }], {
		onError: 'continueErrorOutput',
	});
	expect(items).toMatchObject([{ user_id: '1' }, { user_id: '2' }]);
	expect(failed).toMatchObject([{ error: 'User is empty' }]);
});

test('Clear All of two accounts: each once, one that is refused fails its own items only', async () => {
	const other = tech.control.tech.createAccount({}).accountId;
	const result = await tech.runForAccount(
		{ ...clearAll, accountId: '={{ $json.account }}' },
		[{ account: other }, { account: '87654321' }, { account: tech.accountId }, { account: other }],
		{ onError: 'continueErrorOutput' },
	);
	expect(result.items.map(({ account_id }) => account_id)).toEqual([other, tech.accountId, other]);
	expect(result.failed).toMatchObject([{ error: expect.stringContaining('87654321') }]);
	expect(
		clearing()
			.map(({ account }) => account)
			.sort(),
	).toEqual([other, tech.accountId].sort());
});
