import { byId } from '../capture';
import { captureTech, enveloped, expectTechRequest } from './capture';

const getUnanswered = {
	resource: 'counter',
	operation: 'getUnanswered',
	userId: byId('={{ $json.id }}'),
};
const reply = enveloped({ counter: 5, type: 'red' });

test('Get Unanswered says whose it is', async () => {
	const { requests, result } = await captureTech(getUnanswered, reply, {
		items: [{ id: '222' }, { id: 'a/b' }],
	});
	expectTechRequest(requests[0], { method: 'GET', path: '/v2/counters/unanswered/222' });
	expect(requests.map(({ path }) => path).sort()).toEqual([
		'/v2/counters/unanswered/222',
		'/v2/counters/unanswered/a%2Fb',
	]);
	expect(result.items).toEqual([
		{ user_id: '222', counter: 5, type: 'red' },
		{ user_id: 'a/b', counter: 5, type: 'red' },
	]);
});

test('Get Unanswered with Raw gives the reply as it came', async () => {
	const { result } = await captureTech({ ...getUnanswered, raw: true }, reply, {
		items: [{ id: '222' }],
	});
	expect(result.items).toEqual([reply.body]);
});

const clearAll = { resource: 'counter', operation: 'clearAll' };

test('Clear All goes out once for all items of the account', async () => {
	const data = { account_id: '78231464', cleared: true };
	const { requests, result } = await captureTech(clearAll, enveloped(data), { items: [{}, {}] });
	expect(requests).toHaveLength(1);
	expectTechRequest(requests[0], { method: 'DELETE', path: '/v2/chats/unanswered' });
	expect(result.items).toEqual([data, data]);
});
