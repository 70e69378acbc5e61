import { channel } from '../../unit/api/legacy/examples';
import { capture, expectRequest } from './capture';

const parameters = { resource: 'apiRequest', operation: 'send' };

test('any route of /v2/ carries the raw key', async () => {
	const { requests, result } = await capture(
		{ ...parameters, method: 'GET', path: '/v2/channels' },
		{ body: [channel] },
	);
	expectRequest(requests[0], { method: 'GET', path: '/v2/channels' });
	expect(result.items).toEqual([channel]);
});

test.each(['/v3/channels', 'https://api.wazzup24.com/v2/channels', '/v2/../v3/channels'])(
	'%s is none of them',
	async (path) => {
		const { requests, result } = await capture({ ...parameters, method: 'GET', path });
		expect(requests).toHaveLength(0);
		expect(result.error?.message).toContain('cannot be sent');
	},
);
