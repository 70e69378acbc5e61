import type { IDataObject } from 'n8n-workflow';
import { range } from 'lodash';
import { byId } from '../wazzup/useSandbox';
import { useTech } from './useTech';

const tech = useTech();

const getChannels: IDataObject = { resource: 'channel', operation: 'getMany', returnAll: true };

const tokenRequests = () => tech.requests('POST', '/v2/oauth/token');

/** Holds every request for a token up; resolves when one has come. */
async function slowToken() {
	tech.control.addFault({
		match: { method: 'POST', path: '/v2/oauth/token' },
		kind: 'slow',
		delay: 700,
	});
	return async () => {
		while (tokenRequests().length === 0) await new Promise((resolve) => setImmediate(resolve));
	};
}

test('an execution that is cancelled takes nobody the token that others wait for, too', async () => {
	const accountId = tech.control.tech.createAccount({ partner: tech.login().email }).accountId;
	const held = await slowToken();
	let cancel: () => void = () => {};
	const first = tech.runForAccount({ ...getChannels, accountId }, [{}], {
		cancellable: (stop) => (cancel = stop),
	});
	await held();
	const second = tech.runForAccount({ ...getChannels, accountId }, [{}]);
	cancel();
	await first;
	expect((await second).error).toBeUndefined();
	expect(tokenRequests()).toHaveLength(2);
});

test('a refused token is not taken for a refused entity: nobody looks for a bad one in halves', async () => {
	tech.control.addFault({
		match: { path: '/v2/oauth/token' },
		kind: 'status',
		status: 400,
		body: { code: 'VALIDATION_FAILED', errors: ['requested_subject should be an account'] },
	});
	const { failed } = await tech.runForAccount(
		{ resource: 'user', operation: 'create', id: '={{ $json.id }}', name: 'Anna' },
		range(8).map((index) => ({ id: `u${index}` })),
		{ onError: 'continueErrorOutput' },
	);
	expect(failed).toHaveLength(8);
	expect(tokenRequests()).toHaveLength(1);
});

test('a token that cannot be had does not make a deletion a success', async () => {
	const { items: before } = await tech.runForAccount({ ...getChannels });
	const [{ channel_id: id = '' } = {}] = before;
	tech.control.addFault({ match: { method: 'DELETE' }, kind: 'dropBefore', times: 1 });
	tech.control.addFault({ match: { method: 'DELETE' }, kind: 'status', status: 401 });
	tech.control.addFault({ match: { path: '/v2/oauth/token' }, kind: 'status', status: 404 });
	const { items, error } = await tech.runForAccount({
		resource: 'channel',
		operation: 'delete',
		channelId: byId(String(id)),
	});
	expect(items).toEqual([]);
	expect(error?.message).toContain(`account ${tech.accountId}`);
});
