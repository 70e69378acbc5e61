import type { IDataObject } from 'n8n-workflow';
import { range } from 'lodash';
import { useTech } from './useTech';

const tech = useTech();

const token = () => tech.requests('POST', '/v2/oauth/token');
const grants = (kind: string) =>
	token().filter(({ body }) => (body as IDataObject).grant_type === kind);
const machineTokens = () => grants('client_credentials');
const exchanges = () => grants('urn:ietf:params:oauth:grant-type:token-exchange');

const createUser: IDataObject = {
	resource: 'apiRequest',
	operation: 'send',
	accountId: '={{ $json.accountId }}',
	method: 'POST',
	path: '/v2/users',
	body: '={{ { users: [{ id: $json.id, name: $json.id }] } }}',
	safeToRepeat: true,
};

const accounts = (count: number) =>
	range(count).map(
		() => tech.control.tech.createAccount({ partner: tech.login().email }).accountId,
	);
const idsOf = (accountId: string) =>
	tech.control.tech
		.account(accountId)
		.users.map((user) => String((user as IDataObject).id))
		.sort();

test('500 items over 50 accounts take one machine token, 50 exchanges, and each its own account', async () => {
	const known = accounts(50);
	const items = range(500).map((index) => ({
		id: `u${index}`,
		accountId: known[index % 50] ?? '',
	}));
	const { items: out, error } = await tech.runForAccount(createUser, items);
	expect(error).toBeUndefined();
	expect(out).toHaveLength(500);
	expect(machineTokens()).toHaveLength(1);
	expect(exchanges()).toHaveLength(50);
	for (const accountId of known) {
		const own = items.filter((item) => item.accountId === accountId).map(({ id }) => id);
		expect(idsOf(accountId)).toEqual(own.sort());
	}
	expect(new Set(tech.requests('POST', '/v2/users').map(({ account }) => account))).toEqual(
		new Set(known),
	);
});

test('a later execution uses the tokens that are there', async () => {
	const [accountId = ''] = accounts(1);
	await tech.runForAccount(createUser, [{ id: 'a', accountId }]);
	await tech.runForAccount(createUser, [{ id: 'b', accountId }]);
	expect(exchanges()).toHaveLength(1);
	expect(idsOf(accountId)).toEqual(['a', 'b']);
});

test('a token that is revoked in the middle costs one exchange and no item', async () => {
	const [one = '', other = ''] = accounts(2);
	const items = range(300).map((index) => ({
		id: `u${index}`,
		accountId: index % 2 ? one : other,
	}));
	await tech.runForAccount(createUser, items.slice(0, 100));
	expect(exchanges()).toHaveLength(2);
	tech.control.tech.revoke({ accountId: one, kind: 'access' });
	const { items: out, error } = await tech.runForAccount(createUser, items.slice(100));
	expect(error).toBeUndefined();
	expect(out).toHaveLength(200);
	expect(exchanges()).toHaveLength(3);
	expect(machineTokens()).toHaveLength(1);
	expect(idsOf(one)).toHaveLength(150);
	expect(idsOf(other)).toHaveLength(150);
});

test('a machine token that is revoked is replaced', async () => {
	const [one = '', other = ''] = accounts(2);
	await tech.runForAccount(createUser, [{ id: 'a', accountId: one }]);
	tech.control.tech.revoke({ kind: 'machine' });
	const { error } = await tech.runForAccount(createUser, [{ id: 'b', accountId: other }]);
	expect(error).toBeUndefined();
	expect(machineTokens()).toHaveLength(2);
	expect(idsOf(other)).toEqual(['b']);
});

test('an account id is the same with and without the dash', async () => {
	const { items } = await tech.runForAccount(
		{ resource: 'channel', operation: 'getMany', accountId: '1234-5678' },
		[{}],
	);
	expect(items).not.toHaveLength(0);
	const [exchange] = exchanges();
	expect(exchange?.body).toMatchObject({ token_exchange_data: { requested_subject: '12345678' } });
});

test('items of a foreign account, and items without one, fail by themselves', async () => {
	const [own = ''] = accounts(1);
	const { items, failed } = await tech.runForAccount(
		createUser,
		[
			{ id: 'a', accountId: own },
			{ id: 'b', accountId: '87654321' },
			{ id: 'c', accountId: '' },
			{ id: 'd', accountId: 'none' },
			{ id: 'e', accountId: own },
		],
		{ onError: 'continueErrorOutput' },
	);
	expect(items).toHaveLength(2);
	expect(failed).toHaveLength(3);
	expect(failed.map(({ error }) => error)).toEqual([
		expect.stringContaining('account 87654321'),
		'Account ID is empty',
		'Account ID "none" has no digits',
	]);
	expect(idsOf(own)).toEqual(['a', 'e']);
});

test('a wrong partner login is told as such', async () => {
	const credentials = { ...tech.login(), password: 'wrong-canary' };
	const { error } = await tech.runForAccount(createUser, [{ id: 'a', accountId: '12345678' }], {
		credentials,
	});
	expect(error?.message).toBe('Wazzup does not accept this partner login');
	expect(JSON.stringify(error)).not.toContain('wrong-canary');
});
