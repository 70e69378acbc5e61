import { channel } from '../../unit/api/legacy/examples';
import { capture, expectRequest } from './capture';

const parameters = { resource: 'channel', operation: 'getMany' };

test('Get Many reads the example of the document', async () => {
	const { requests, result } = await capture(parameters, { body: [channel] });
	expect(requests).toHaveLength(1);
	expectRequest(requests[0], { method: 'GET', path: '/v2/channels' });
	expect(result.items).toEqual([channel]);
});

test('Limit cuts the list, and Return All asks once, since it has no pages', async () => {
	const many = Array.from({ length: 120 }, (_, index) => ({ ...channel, plainId: String(index) }));
	const few = await capture({ ...parameters, limit: 2 }, { body: many });
	expect(few.result.items).toHaveLength(2);
	const all = await capture({ ...parameters, returnAll: true }, { body: many });
	expect(all.requests).toHaveLength(1);
	expect(all.result.items).toHaveLength(120);
});
