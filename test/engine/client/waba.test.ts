import { byId } from '../wazzup/useSandbox';
import { useTech } from './useTech';

const tech = useTech();
const onError = 'continueErrorOutput';
const channelOf = (transport: string) =>
	tech.control.tech.account().channels.find((channel) => channel.transport === transport)
		?.channelId;
const getTransactions = {
	resource: 'waba',
	operation: 'getTransactions',
	channelId: byId('={{ $json.id }}'),
	date: '={{ $json.date }}',
};

/** A customer writes, so that the channel may answer, and the answer is charged. */
async function charge(): Promise<void> {
	const channelId = channelOf('wapi') ?? '';
	tech.control.customerWrites({ channelId, chatId: '79011112233', text: 'hello' });
	const { error } = await tech.run({
		...{ resource: 'apiRequest', operation: 'send', method: 'POST', path: '/v2/messages' },
		body: JSON.stringify({
			channel_id: channelId,
			recipient: { chat_type: 'whatsapp', chat_id: '79011112233' },
			text: 'Hello',
		}),
	});
	expect(error).toBeUndefined();
}

test('Get Transactions: one item each, none of another day, a bad item alone', async () => {
	await charge();
	await charge();
	const id = channelOf('wapi');
	const whole = await tech.run(
		{ ...getTransactions, raw: true, date: '={{ $now.toUTC().toISODate() }}' },
		[{ id }],
	);
	expect(whole.items).toMatchObject([{ data: { count: 2 } }]);
	const date = new Date().toISOString().slice(0, 10);
	const result = await tech.run(
		getTransactions,
		[
			{ id, date },
			{ id, date: '2020-01-01' },
			{ id: channelOf('whatsapp'), date },
			{ id, date: 'today' },
		],
		{ onError },
	);
	expect(result.output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
	expect(result.items).toMatchObject([{ channel_id: id }, { channel_id: id }]);
	expect(result.failed).toMatchObject([
		{ details: { httpStatus: 404 } },
		{ error: expect.stringContaining('The date is a day') },
	]);
});

test('Get Pricing: a refusal fails its item, items of two accounts get their own currency', async () => {
	const other = tech.control.tech.createAccount({}).accountId;
	const pricing = {
		...{ resource: 'waba', operation: 'getPricing' },
		accountId: '={{ $json.account }}',
	};
	const accounts = [{ account: other }, { account: tech.accountId }];
	const { output } = await tech.runForAccount(pricing, accounts);
	expect(output.filter(({ json }) => json.category === 'UTILITY')).toMatchObject([
		{ pairedItem: { item: 0 } },
		{ pairedItem: { item: 1 } },
	]);
	const asked = tech.requests('GET', '/v2/waba/pricing').map(({ account }) => account);
	expect(asked.sort()).toEqual([other, tech.accountId].sort());

	tech.control.addFault({
		match: { path: '/v2/waba/pricing' },
		kind: 'status',
		status: 403,
		times: 1,
	});
	const refused = await tech.runForAccount(pricing, accounts, { onError });
	expect(refused.failed).toMatchObject([{ details: { httpStatus: 403 } }]);
	expect(refused.items).not.toHaveLength(0);
});
