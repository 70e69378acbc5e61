import type { IDataObject } from 'n8n-workflow';
import { byId, type CapturedRequest } from '../capture';
import { captureTech, expectTechRequest } from './capture';

const channel = 'e0629e11-1f2c-4b5a-9d3e-2f6a7b8c9d0e';
const seller = { channel_id: channel, user_id: '1', role: 'seller', allow_get_new_clients: true };
const auditor = { channel_id: channel, user_id: '2', role: 'auditor' };
const before = {
	user_roles: [seller, auditor],
	hide_phone_numbers_for_user_ids: ['1'],
	push_input_output_message_events_for_managers: true,
	of_tomorrow: { kept: true },
};

/** A server that keeps settings, and replaces them as Wazzup does. */
const keeping = (settings: IDataObject, isBare = false) => {
	let held = settings;
	return ({ method, body }: CapturedRequest) => {
		if (method === 'PATCH') held = body as IDataObject;
		return { body: isBare ? held : { data: held, meta: { timestamp: 1 } } };
	};
};

const update = (changes: IDataObject, more: IDataObject = {}) => ({
	resource: 'settings',
	operation: 'update',
	listMode: 'add',
	changes,
	...more,
});
const written = (requests: CapturedRequest[]) =>
	requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body);

test('Get reads the settings with an envelope and without', async () => {
	for (const isBare of [false, true]) {
		const { requests, result } = await captureTech(
			{ resource: 'settings', operation: 'get' },
			keeping(before, isBare),
		);
		expectTechRequest(requests[0], { method: 'GET', path: '/v2/settings' });
		expect(result.items).toEqual([before]);
	}
});

test('Update reads, changes and sends everything back', async () => {
	for (const isBare of [false, true]) {
		const { requests, result } = await captureTech(
			update({ pushMessageEvents: false }),
			keeping(before, isBare),
		);
		expect(requests).toHaveLength(2);
		expectTechRequest(requests[0], { method: 'GET', path: '/v2/settings' });
		const after = { ...before, push_input_output_message_events_for_managers: false };
		expectTechRequest(requests[1], { method: 'PATCH', path: '/v2/settings', body: after });
		expect(result.items).toEqual([after]);
	}
});

test('a role takes the place of the one on the same channel, other roles stay', async () => {
	const { requests } = await captureTech(
		update({
			userRoles: {
				roles: [
					{ channelId: byId(channel), userId: 2, role: 'manager', allowGetNewClients: true },
					{ channelId: byId(channel), userId: '3', role: 'seller', allowGetNewClients: false },
				],
			},
			hidePhoneNumbersForUserIds: '1, 3',
		}),
		keeping(before),
	);
	expect(written(requests)).toStrictEqual([
		{
			...before,
			user_roles: [
				seller,
				{ channel_id: channel, user_id: '2', role: 'manager' },
				{ channel_id: channel, user_id: '3', role: 'seller', allow_get_new_clients: false },
			],
			hide_phone_numbers_for_user_ids: ['1', '3'],
		},
	]);
});

test('roles and IDs are removed, or replaced by what is given', async () => {
	const roles = [{ channelId: byId(channel), userId: '1', role: 'seller' }];
	const removed = await captureTech(
		update(
			{ userRoles: { roles }, hidePhoneNumbersForUserIds: ['1', '9'] },
			{ listMode: 'remove' },
		),
		keeping(before),
	);
	expect(written(removed.requests)).toStrictEqual([
		{ ...before, user_roles: [auditor], hide_phone_numbers_for_user_ids: [] },
	]);
	const replaced = await captureTech(
		update(
			{ userRoles: {}, hidePhoneNumbersForUserIds: '7' },
			{ listMode: 'replace', additionalFieldsJson: '{ "of_tomorrow": 2 }' },
		),
		keeping(before),
	);
	expect(written(replaced.requests)).toStrictEqual([
		{
			...before,
			user_roles: [],
			hide_phone_numbers_for_user_ids: ['7'],
			of_tomorrow: 2,
		},
	]);
});

test('what Wazzup holds as null or as a number is sent back in the form that it takes', async () => {
	const { requests } = await captureTech(
		update({ pushMessageEvents: true }),
		keeping({
			user_roles: [{ ...auditor, user_id: 2, allow_get_new_clients: null }],
			hide_phone_numbers_for_user_ids: null,
		}),
	);
	expect(written(requests)).toStrictEqual([
		{ user_roles: [auditor], push_input_output_message_events_for_managers: true },
	]);
});

test('an empty change, and a role without a user, are named before anything is sent', async () => {
	for (const listMode of ['add', 'remove']) {
		const empty = await captureTech(
			update({ userRoles: {}, hidePhoneNumbersForUserIds: '' }, { listMode }),
			keeping(before),
		);
		expect(empty.requests).toHaveLength(0);
		expect(empty.result.error?.message).toBe('There is nothing to change');
	}
	const nobody = await captureTech(
		update({ userRoles: { roles: [{ channelId: byId(channel), userId: '', role: 'seller' }] } }),
		keeping(before),
	);
	expect(nobody.requests).toHaveLength(0);
	expect(nobody.result.error?.message).toContain('user_roles[0].user_id is required');
});

test.each([null, [], { data: null, meta: {} }, { data: [] }, { meta: { timestamp: 1 } }, {}])(
	'a reply that does not tell the settings is not written over: %j',
	async (body) => {
		const { requests, result } = await captureTech(update({ pushMessageEvents: true }), { body });
		expect(written(requests)).toEqual([]);
		expect(result.error).toBeDefined();
	},
);

test('an account without settings gets its first ones', async () => {
	const { requests } = await captureTech(update({ pushMessageEvents: true }), keeping({}));
	expect(written(requests)).toStrictEqual([
		{ push_input_output_message_events_for_managers: true },
	]);
});

test('when the settings cannot be read, nothing is written', async () => {
	const { requests, result } = await captureTech(update({ pushMessageEvents: true }), {
		status: 403,
		body: {},
	});
	expect(written(requests)).toEqual([]);
	expect(result.error).toBeDefined();
});
