import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { useSandbox } from './useSandbox';

const sandbox = useSandbox();

/** A CRM that takes what Wazzup posts at `/ok` and turns away everything else. */
let crm: Server;
let address: string;
beforeEach(async () => {
	crm = createServer((request, response) => {
		response.statusCode = request.url === '/ok' ? 200 : 503;
		response.end();
	});
	await new Promise<void>((resolve) => crm.listen(0, '127.0.0.1', resolve));
	address = `http://127.0.0.1:${(crm.address() as AddressInfo).port}`;
});
afterEach(() => {
	crm.closeAllConnections();
	crm.close();
});

const set = {
	resource: 'webhook',
	operation: 'set',
	webhooksUri: '={{ $json.address }}',
	events: ['messagesAndStatuses', 'templateStatus'],
};
const subscriptions = {
	messagesAndStatuses: true,
	contactsAndDealsCreation: false,
	channelsUpdates: false,
	templateStatus: true,
};

test('is set and read', async () => {
	const expected = { webhooksUri: `${address}/ok`, subscriptions };
	const result = await sandbox.run(set, [{ address: `${address}/ok` }]);
	expect(result.error).toBeUndefined();
	expect(result.items).toEqual([expected]);
	const { items } = await sandbox.run({ resource: 'webhook', operation: 'get' });
	expect(items).toEqual([expected]);
});

test('Continue On Fail: an address that does not answer 200 is refused, with what to do', async () => {
	const result = await sandbox.runOn(set, [
		{ address: `${address}/closed` },
		{ address: 'no address' },
		{ address: `${address}/ok` },
	]);
	expect(result.items).toMatchObject([{ webhooksUri: `${address}/ok` }]);
	expect(result.failed).toMatchObject([
		{ details: { code: 'testPostNotPassed' } },
		{ error: expect.stringContaining('webhooksUri') },
	]);
});

test('an internal error and a lost answer are survived', async () => {
	sandbox.control.addFault({ kind: 'status', status: 500, times: 1 });
	sandbox.control.addFault({ kind: 'dropAfter', times: 1 });
	const result = await sandbox.run(set, [{ address: `${address}/ok` }]);
	expect(result.error).toBeUndefined();
	expect(sandbox.requests('PATCH', '/v3/webhooks')).toHaveLength(3);
	expect(sandbox.control.state().webhooks).toEqual({ webhooksUri: `${address}/ok`, subscriptions });
});

test('switching events on leaves the address as it is', async () => {
	await sandbox.run(set, [{ address: `${address}/ok` }]);
	await sandbox.run({ ...set, webhooksUri: '', events: ['channelsUpdates'] });
	expect(sandbox.control.state().webhooks).toEqual({
		webhooksUri: `${address}/ok`,
		subscriptions: {
			messagesAndStatuses: false,
			contactsAndDealsCreation: false,
			channelsUpdates: true,
			templateStatus: false,
		},
	});
});
