import { useTech } from './useTech';

const tech = useTech();

const url = 'https://crm.example.com/wazzup';
const stored = (accountId = tech.accountId) => tech.control.tech.account(accountId).webhooks;
const create = {
	resource: 'webhook',
	operation: 'create',
	url: '={{ $json.url }}',
	events: '={{ $json.events }}',
};
const onError = { onError: 'continueErrorOutput' } as const;

test('are created, listed, changed and deleted', async () => {
	const events = ['message.add', 'message.status_update', 'channel.status_update'];
	const { items, error } = await tech.run(create, [{ url, events }]);
	expect(error).toBeUndefined();
	expect(items).toEqual(stored());
	expect(items.map(({ event }) => event)).toEqual(events);
	expect(tech.requests('POST', '/v2/webhooks')).toHaveLength(1);

	const list = { resource: 'webhook', operation: 'getMany' };
	expect((await tech.run({ ...list, returnAll: true })).items).toEqual(items);
	expect((await tech.run({ ...list, limit: 2 })).items).toHaveLength(2);

	const changed = { ...items[0], url: `${url}/new`, event: 'message.edit' };
	const update = {
		...{ resource: 'webhook', operation: 'update', webhookId: '={{ $json.id }}' },
		...{ url: `${url}/new`, event: 'message.edit' },
	};
	expect((await tech.run(update, items.slice(0, 1))).items).toEqual([changed]);
	expect(stored()).toContainEqual(changed);

	const remove = { resource: 'webhook', operation: 'delete', webhookId: '={{ $json.id }}' };
	tech.control.addFault({ match: { method: 'DELETE' }, kind: 'dropAfter', times: 1 });
	const deleted = await tech.run(remove, items);
	expect(deleted.items).toEqual(items.map(({ id }) => ({ deleted: true, id })));
	expect(stored()).toEqual([]);
	expect(tech.requests('DELETE', '/v2/webhooks')).toHaveLength(2);
});

test('Create: a bad address fails by itself, before anything is sent', async () => {
	const { items, failed } = await tech.run(
		create,
		[
			{ url: 'no address', events: ['message.add'] },
			{ url, events: ['message.add'] },
			{ url, events: [] },
		],
		onError,
	);
	expect(items).toEqual(stored());
	expect(items).toHaveLength(1);
	expect(failed).toMatchObject([
		{ error: expect.stringContaining('starts with http:// or https://') },
		{ error: 'No event is chosen' },
	]);
});

test('Create: an answer that is lost is told, and not asked for again', async () => {
	tech.control.addFault({ match: { method: 'POST' }, kind: 'dropAfter', times: 1 });
	const { error } = await tech.run(create, [{ url, events: ['message.add'] }]);
	expect(error?.description).toContain('may have carried it out');
	expect(tech.requests('POST', '/v2/webhooks')).toHaveLength(1);
});

test('Update: a webhook that Wazzup does not know fails by itself, the others are changed', async () => {
	const { items: known } = await tech.run(create, [
		{ url, events: ['message.add', 'message.edit', 'message.delete'] },
	]);
	const ids = [known[0]?.id, 'nobody', known[1]?.id, known[2]?.id];
	const { items, failed } = await tech.run(
		{
			...{ resource: 'webhook', operation: 'update', webhookId: '={{ $json.id }}' },
			...{ url: `${url}/new`, event: 'other', otherEvent: '={{ $json.event }}' },
		},
		ids.map((id, index) => ({ id, event: `event.${index}` })),
		onError,
	);
	expect(items.map(({ id }) => id)).toEqual(known.map(({ id }) => id));
	expect(stored()).toEqual(items);
	expect(failed).toMatchObject([{ details: { id: 'nobody', httpStatus: 404 } }]);
});

test('Create for two accounts, one request each', async () => {
	const other = tech.control.tech.createAccount({ partner: tech.login().email }).accountId;
	const accounts = [tech.accountId, other, tech.accountId];
	const { items, error } = await tech.runForAccount(
		{ ...create, accountId: '={{ $json.accountId }}' },
		accounts.map((accountId, index) => ({
			accountId,
			url: `${url}/${index}`,
			events: ['message.add'],
		})),
	);
	expect(error).toBeUndefined();
	expect(items.map((item) => item.url)).toEqual([`${url}/0`, `${url}/1`, `${url}/2`]);
	expect(stored().map((row) => row.url)).toEqual([`${url}/0`, `${url}/2`]);
	expect(stored(other).map((row) => row.url)).toEqual([`${url}/1`]);
	expect(tech.requests('POST', '/v2/webhooks')).toHaveLength(2);
});
