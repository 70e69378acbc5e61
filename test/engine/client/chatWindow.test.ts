import { byId } from '../wazzup/useSandbox';
import { useTech } from './useTech';

const tech = useTech();
const getLink = {
	resource: 'chatWindow',
	operation: 'getLink',
	userId: byId('={{ $json.user }}'),
	scope: '={{ $json.scope }}',
	chats: { chat: [{ chatType: 'whatsapp', chatId: '={{ $json.phone }}' }] },
};
const onError = 'continueErrorOutput';

test('a link for each item; a card without a chat fails alone', async () => {
	const { items, failed } = await tech.run(
		getLink,
		[
			{ user: '1', scope: 'global', phone: '' },
			{ user: '1', scope: 'card', phone: '' },
			{ user: 2, scope: 'card', phone: 79011112233 },
			{ user: '', scope: 'global', phone: '' },
		],
		{ onError },
	);
	const [all, card] = items.map(({ link }) => new URL(String(link)).searchParams);
	expect(all?.get('user')).toBe('1');
	expect(card?.get('scope')).toBe('card');
	expect(items).toHaveLength(2);
	expect(failed).toMatchObject([
		{ error: expect.stringContaining('chats[0].chat_id') },
		{ error: 'User is empty' },
	]);
});

test('items of two accounts get links to their own; a refusal fails its item', async () => {
	const other = tech.control.tech.createAccount({}).accountId;
	tech.control.addFault({
		match: { path: '/v2/iframe-links/chats' },
		kind: 'status',
		status: 403,
		times: 1,
	});
	const result = await tech.runForAccount(
		{ ...getLink, accountId: '={{ $json.account }}' },
		[other, tech.accountId, other].map((account) => ({ account, user: '1', scope: 'global' })),
		{ onError },
	);
	const accounts = result.output.map(({ json, pairedItem }) => [
		pairedItem,
		new URL(String(json.link)).searchParams.get('account'),
	]);
	const expected = [other, tech.accountId, other].map((account, item) => [{ item }, account]);
	expect(accounts).toHaveLength(2);
	for (const one of accounts) expect(expected).toContainEqual(one);
	expect(result.failed).toMatchObject([{ details: { httpStatus: 403 } }]);
});
