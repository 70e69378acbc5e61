import { byId, useSandbox } from './useSandbox';

const sandbox = useSandbox();
const getLink = {
	resource: 'chatWindow',
	operation: 'getLink',
	userId: byId('={{ $json.user }}'),
	scope: 'card',
	filter: { chats: [{ chatType: 'whatsapp', chatId: '={{ $json.phone }}', name: 'Anna' }] },
};

test('gives a link that opens', async () => {
	const { items } = await sandbox.run(getLink, [{ user: '1', phone: '+7 901 111-22-33' }]);
	const url = new URL(String(items[0]?.url));
	expect(url.searchParams.get('user')).toBe('1');
	expect((await fetch(url)).status).toBe(200);
});

test('Continue On Fail: an unknown user and a missing number fail by name', async () => {
	const result = await sandbox.runOn(getLink, [
		{ user: 'nobody', phone: '79011112233' },
		{ user: '1', phone: '' },
		{ user: '1', phone: '79011112233' },
	]);
	expect(result.items).toHaveLength(1);
	expect(result.failed).toMatchObject([
		{
			details: {
				code: 'INVALID_USER',
				description: expect.stringContaining('Create the user first'),
			},
		},
		{ error: expect.stringContaining('filter[0].chatId') },
	]);
});

test('an internal error is survived', async () => {
	sandbox.control.addFault({ kind: 'status', status: 502, times: 1 });
	const result = await sandbox.run(getLink, [{ user: '1', phone: '79011112233' }]);
	expect(result.error).toBeUndefined();
	expect(result.items).toHaveLength(1);
	expect(sandbox.requests('POST', '/v3/iframe')).toHaveLength(2);
});
