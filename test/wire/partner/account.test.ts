import { createAccount } from '../../../api/tech/accounts';
import { examples } from '../../unit/api/tech/examples';
import { answered, capturePartner, expectPartnerRequest } from './capture';

const documented = examples.find(({ endpoint }) => endpoint === createAccount);
const create = { resource: 'account', operation: 'create', ...documented?.body };

test('Create Account: the example of the document', async () => {
	const { requests, result } = await capturePartner(create, { body: documented?.reply });
	expectPartnerRequest(requests[0], {
		method: 'POST',
		path: '/v2/accounts',
		body: { name: 'Demo Client', lang: 'en', currency: 'USD', country: 'US', timezone: 2 },
	});
	expect(result.items).toEqual([{ account: { account_id: 12345678, name: 'Demo Client' } }]);
});

test('Create Account: what a table gives as text, and the whole reply with Raw', async () => {
	const { requests, result } = await capturePartner(
		{ ...create, raw: true, timezone: '={{ "-3.5" }}' },
		{ body: documented?.reply },
	);
	expect(requests[0]?.body).toMatchObject({ timezone: -3.5 });
	expect(result.items).toEqual([documented?.reply]);
});

test.each([
	[{ name: 'ab' }, 'at least 3 characters'],
	[{ timezone: 15 }, '-12 to 14'],
	[{ timezone: 'later' }, 'Time Zone "later" is not a number'],
	[{ lang: '={{ "de" }}' }, 'lang must be one of en, es, pt, ru'],
	[{ name: '={{ "" }}' }, 'Name is empty'],
])('Create Account: %j is not sent', async (change, message) => {
	const { requests, result } = await capturePartner({ ...create, ...change });
	expect(requests).toHaveLength(0);
	expect(result.error?.message).toContain(message);
});

test('Get Account, with nothing more, with Expand, and with other parameters', async () => {
	const get = { resource: 'account', operation: 'get', accountId: '1234-5678' };
	const plain = await capturePartner({ ...get, expand: '' }, answered({ account_id: 12345678 }));
	expectPartnerRequest(plain.requests[0], { method: 'GET', path: '/v2/accounts/12345678' });
	expect(plain.result.items).toEqual([{ account_id: 12345678 }]);

	const expanded = await capturePartner(
		{ ...get, expand: 'billing', additionalFieldsJson: '{"page": 2, "expand": "channels"}' },
		answered({ account_id: 12345678 }),
	);
	expect(expanded.requests[0]?.query).toEqual({ expand: 'billing', page: '2' });
});

test('Get Account: an ID without digits is not sent, nor are fields that are no object', async () => {
	const get = { resource: 'account', operation: 'get', accountId: 'none' };
	const { requests, result } = await capturePartner(get);
	expect(requests).toHaveLength(0);
	expect(result.error?.message).toBe('Account ID "none" has no digits');
	const list = { ...get, accountId: '12345678', additionalFieldsJson: '[1]' };
	const listed = await capturePartner(list);
	expect(listed.requests).toHaveLength(0);
	expect(listed.result.error?.message).toBe('Additional Fields (JSON) is not an object');
});

test('Raise WABA Limit: the example of the document', async () => {
	const raise = { resource: 'account', operation: 'raiseWabaLimit', accountId: '12345678' };
	const { requests, result } = await capturePartner({ ...raise, value: 100 }, answered(null));
	expectPartnerRequest(requests[0], {
		method: 'POST',
		path: '/v2/accounts/12345678/waba-balance',
		body: { value: 100 },
	});
	expect(result.items).toEqual([{ success: true }]);

	const broken = await capturePartner({ ...raise, value: 0.5 });
	expect(broken.requests).toHaveLength(0);
	expect(broken.result.error?.message).toContain('value must be a whole number');
});
