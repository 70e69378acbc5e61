import type { IDataObject } from 'n8n-workflow';
import type { SandboxOptions } from '../../../sandbox';
import { useTech } from './useTech';

const options: SandboxOptions = {};
const tech = useTech(options);

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
