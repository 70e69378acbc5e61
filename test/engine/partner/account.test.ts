import { useTech } from '../client/useTech';

const tech = useTech();

const create = {
	resource: 'account',
	operation: 'create',
	name: '={{ $json.name }}',
	lang: 'ru',
	currency: 'KZT',
	country: 'KZ',
	timezone: 5,
};
const get = { resource: 'account', operation: 'get', accountId: '={{ $json.account.account_id }}' };
const raise = {
	resource: 'account',
	operation: 'raiseWabaLimit',
	accountId: '={{ $json.id }}',
	value: '={{ $json.value }}',
};
const byError = { onError: 'continueErrorOutput' } as const;

test('an account is created, read and given a higher limit', async () => {
	const { items } = await tech.runPartner(create, [{ name: 'Demo Client' }]);
	expect(items).toMatchObject([{ account: { name: 'Demo Client' } }]);
	const read = await tech.runPartner({ ...get, expand: 'channels' }, items);
	expect(read.items).toMatchObject([{ name: 'Demo Client', currency: 'KZT', channels: [] }]);
	const [{ account_id: id } = {}] = read.items;
	await tech.runPartner(raise, [{ id, value: 70 }]);
	expect(tech.control.tech.account(String(id)).wabaLimit).toBe(70);
});

test('what cannot be sent, and what Wazzup refuses, fails alone', async () => {
	const created = await tech.runPartner(
		create,
		[{ name: 'ab' }, { name: 'Good' }, { name: '' }],
		byError,
	);
	expect(created.items).toMatchObject([{ account: { name: 'Good' } }]);
	expect(created.failed).toMatchObject([
		{ error: expect.stringContaining('at least 3 characters') },
		{ error: 'Name is empty' },
	]);

	const own = tech.accountId;
	const before = tech.control.tech.account(own).wabaLimit;
	const raised = await tech.runPartner(
		raise,
		[
			{ id: '8765-4321', value: 1 },
			{ id: own, value: 5 },
			{ id: own, value: 0.5 },
			{ id: own, value: 'much' },
		],
		byError,
	);
	expect(raised.items).toEqual([{ success: true }]);
	expect(raised.failed).toMatchObject([
		{ details: { httpStatus: 404 } },
		{ error: expect.stringContaining('value must be a whole number') },
		{ error: 'Amount "much" is not a number' },
	]);
	expect(tech.control.tech.account(own).wabaLimit).toBe(before + 5);
});

test.each([
	['creation', create, { name: 'Demo Client' }, '/v2/accounts'],
	['raise', raise, { id: '12345678', value: 5 }, '/v2/accounts/12345678/waba-balance'],
])('a %s whose answer is lost is not repeated', async (_name, parameters, item, path) => {
	tech.control.addFault({ kind: 'dropAfter', match: { path }, times: 1 });
	const { error } = await tech.runPartner(parameters, [item]);
	expect(error?.description).toContain('may have carried it out');
	expect(tech.requests('POST', path)).toHaveLength(1);
});

test('a read whose answer is lost is repeated', async () => {
	const path = '/v2/accounts/12345678';
	tech.control.addFault({ kind: 'dropAfter', match: { path }, times: 1 });
	const { error, items } = await tech.runPartner(get, [{ account: { account_id: 12345678 } }]);
	expect(error).toBeUndefined();
	expect(items).toMatchObject([{ account_id: 12345678 }]);
	expect(tech.requests('GET', path)).toHaveLength(2);
});

test('a wrong partner login is told as such', async () => {
	const credentials = { ...tech.login(), password: 'wrong-canary' };
	const { error } = await tech.runPartner(create, [{ name: 'Demo Client' }], { credentials });
	expect(error?.message).toBe('Wazzup does not accept this partner login');
	expect(JSON.stringify(error)).not.toContain('wrong-canary');
});
