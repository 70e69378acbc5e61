import { channelId } from '../../unit/api/contracts';
import { byId } from '../capture';
import { captureTech, enveloped, expectTechRequest } from './capture';

const getTransactions = {
	resource: 'waba',
	operation: 'getTransactions',
	channelId: byId(channelId),
	date: '2026-01-31',
};
const path = `/v2/channels/waba/${channelId}/transactions/2026-01-31`;
const list = enveloped({ transactions: [{ price: 1 }, { price: 2 }], count: 2 });

test.each(['2026-01-31', '2026-01-31T22:30:00.000Z'])('Get Transactions of %s', async (date) => {
	const { requests, result } = await captureTech({ ...getTransactions, date }, list);
	expectTechRequest(requests[0], { method: 'GET', path });
	expect(result.items).toEqual([{ price: 1 }, { price: 2 }]);
});

test('Get Transactions with Raw, and of another form', async () => {
	const raw = await captureTech({ ...getTransactions, raw: true }, list);
	expect(raw.result.items).toEqual([list.body]);
	const other = await captureTech(getTransactions, enveloped({ rows: [] }));
	expect(other.result.items).toEqual([{ rows: [] }]);
});

test.each([
	['date', { date: '31.01.2026' }],
	['channel_id', { channelId: byId('none') }],
])('Get Transactions names the %s that cannot be one', async (field, change) => {
	const { requests, result } = await captureTech({ ...getTransactions, ...change });
	expect(requests).toHaveLength(0);
	expect(result.error?.message).toContain(`(${field})`);
});

test('Get Pricing', async () => {
	const prices = [{ category: 'UTILITY', price: 0.02 }];
	const { requests, result } = await captureTech(
		{ resource: 'waba', operation: 'getPricing', additionalFieldsJson: '{ "country": "KZ" }' },
		enveloped(prices),
	);
	expectTechRequest(requests[0], {
		method: 'GET',
		path: '/v2/waba/pricing',
		query: { country: 'KZ' },
	});
	expect(result.items).toEqual(prices);
});
