import type { IDataObject } from 'n8n-workflow';
import { range } from 'lodash';
import { useTech } from './useTech';

const tech = useTech();
const path = '/v2/settings';
const onError = { onError: 'continueErrorOutput' as const };
const held = (accountId?: string) => tech.control.tech.account(accountId).settings as IDataObject;

/** Each item gives one user a role on its channel. */
const giveRole = {
	resource: 'settings',
	operation: 'update',
	listMode: 'add',
	changes: {
		userRoles: {
			roles: [
				{
					channelId: '={{ $json.channel }}',
					userId: '={{ $json.user }}',
					role: '={{ $json.role }}',
				},
			],
		},
	},
};
const channel = 'e0629e11-1f2c-4b5a-9d3e-2f6a7b8c9d0e';
const roleOf = (user: string) => ({ channel, user, role: 'manager' });
const asHeld = (user: string) => ({ channel_id: channel, user_id: user, role: 'manager' });

test('Get shows them, and with Raw the reply as it comes', async () => {
	const { items } = await tech.run({ resource: 'settings', operation: 'get' });
	expect(items).toMatchObject([{ user_roles: expect.any(Array) as unknown[] }]);
	const raw = await tech.run({ resource: 'settings', operation: 'get', raw: true });
	expect(raw.items).toEqual([
		{ data: items[0], meta: { timestamp: expect.any(Number) as number } },
	]);
});

test('50 items of one account take one read and one write, and none undoes another', async () => {
	const before = held();
	const users = range(50).map((index) => `u${index}`);
	const { items, error } = await tech.run(giveRole, users.map(roleOf));
	expect(error).toBeUndefined();
	expect(items).toHaveLength(50);
	expect(tech.requests('GET', path)).toHaveLength(1);
	expect(tech.requests('PATCH', path)).toHaveLength(1);
	const roles = (before.user_roles ?? []) as IDataObject[];
	expect(held()).toEqual({ ...before, user_roles: [...roles, ...users.map(asHeld)] });
});

test('items of two accounts change the settings of their own account', async () => {
	const { accountId: other } = tech.control.tech.createAccount({ partner: tech.login().email });
	const own = ((held().user_roles ?? []) as IDataObject[]).length;
	const { error, items } = await tech.runForAccount(
		{ ...giveRole, accountId: '={{ $json.accountId }}' },
		range(4).map((index) => ({
			...roleOf(`u${index}`),
			accountId: index % 2 ? other : tech.accountId,
		})),
	);
	expect(error).toBeUndefined();
	expect(items).toHaveLength(4);
	expect(tech.requests('PATCH', path)).toHaveLength(2);
	expect(held(other).user_roles).toEqual(['u1', 'u3'].map(asHeld));
	expect(held().user_roles).toHaveLength(own + 2);
});

test('what Wazzup refuses fails by itself, the other changes are written', async () => {
	const result = await tech.run(
		{ ...giveRole, additionalFieldsJson: '={{ $json.more ?? {} }}' },
		[roleOf('a'), { ...roleOf('b'), more: { unheard_of: 1 } }, roleOf('c'), roleOf('d')],
		onError,
	);
	expect(result.items).toHaveLength(3);
	expect(result.failed).toMatchObject([{ details: { code: 'VALIDATION_FAILED' } }]);
	expect(JSON.stringify(result.failed)).toContain('unheard_of');
	expect(held().user_roles).toEqual(expect.arrayContaining(['a', 'c', 'd'].map(asHeld)));
	expect(held().user_roles).not.toEqual(expect.arrayContaining([asHeld('b')]));
});

test('bad input beside good fails by name', async () => {
	const result = await tech.run(giveRole, [roleOf('a'), { ...roleOf(''), user: '' }], onError);
	expect(result.items).toHaveLength(1);
	expect(result.failed).toMatchObject([
		{ error: expect.stringContaining('user_id is required') as string },
	]);
	expect(held().user_roles).toEqual(expect.arrayContaining([asHeld('a')]));
});

test('settings that cannot be read are not written', async () => {
	tech.control.addFault({ kind: 'status', status: 403, match: { method: 'GET', path }, times: 1 });
	const before = held();
	const result = await tech.run(giveRole, [roleOf('a'), roleOf('b')], onError);
	expect(result.failed).toHaveLength(2);
	expect(tech.requests('PATCH', path)).toHaveLength(0);
	expect(held()).toEqual(before);
});

test('a write whose answer is lost is repeated', async () => {
	tech.control.addFault({ kind: 'dropAfter', match: { method: 'PATCH', path }, times: 1 });
	const { error } = await tech.run(giveRole, [roleOf('a')]);
	expect(error).toBeUndefined();
	expect(tech.requests('PATCH', path)).toHaveLength(2);
	expect(held().user_roles).toEqual(expect.arrayContaining([asHeld('a')]));
});
