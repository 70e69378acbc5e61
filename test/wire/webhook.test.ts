import { capture, expectRequest } from './capture';

const subscriptions = {
	messagesAndStatuses: true,
	contactsAndDealsCreation: true,
	channelsUpdates: false,
	templateStatus: false,
};
/** The example of the webhooks page (A.8). */
const example = { webhooksUri: 'https://example.com/webhooks', subscriptions };

test('Get reads the live reply and the printed one alike', async () => {
	const { templateStatus: _template, ...three } = subscriptions;
	const live = { ...example, subscriptions: { ...three, wabaTemplatesStatus: false } };
	const printed = {
		...example,
		subscriptions: Object.fromEntries(
			Object.entries(subscriptions).map(([name, isOn]) => [name, String(isOn)]),
		),
	};
	for (const body of [live, printed]) {
		const { requests, result } = await capture({ resource: 'webhook', operation: 'get' }, { body });
		expectRequest(requests[0], { method: 'GET', path: '/v3/webhooks' });
		expect(result.items).toEqual([example]);
	}
});

test('Get without an address', async () => {
	const { result } = await capture(
		{ resource: 'webhook', operation: 'get' },
		{ body: { webhooksUri: null } },
	);
	expect(result.items[0]).toMatchObject({
		webhooksUri: null,
		subscriptions: { messagesAndStatuses: false },
	});
});

test('Set sends the example of the page, and all four switches', async () => {
	const { requests, result } = await capture(
		{
			resource: 'webhook',
			operation: 'set',
			webhooksUri: example.webhooksUri,
			events: ['messagesAndStatuses', 'contactsAndDealsCreation'],
		},
		// The documents print a body that is no JSON.
		{ body: '{ ok }' },
	);
	expectRequest(requests[0], { method: 'PATCH', path: '/v3/webhooks', body: example });
	expect(result.items).toEqual([example]);
});

test('Set changes the address alone, or the events alone', async () => {
	const address = await capture({
		resource: 'webhook',
		operation: 'set',
		webhooksUri: example.webhooksUri,
		changeEvents: false,
	});
	expectRequest(address.requests[0], {
		method: 'PATCH',
		path: '/v3/webhooks',
		body: { webhooksUri: example.webhooksUri },
	});

	const silence = await capture({
		resource: 'webhook',
		operation: 'set',
		webhooksUri: '',
		events: [],
	});
	expectRequest(silence.requests[0], {
		method: 'PATCH',
		path: '/v3/webhooks',
		body: {
			subscriptions: {
				messagesAndStatuses: false,
				contactsAndDealsCreation: false,
				channelsUpdates: false,
				templateStatus: false,
			},
		},
	});
});

test('Set with nothing to set sends nothing', async () => {
	const { requests, result } = await capture({
		resource: 'webhook',
		operation: 'set',
		webhooksUri: '',
		changeEvents: false,
	});
	expect(requests).toHaveLength(0);
	expect(result.error?.message).toContain('nothing to set');
});
