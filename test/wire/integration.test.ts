import { capture, expectRequest } from './capture';

const secret = 'only-the-servers-know';

test('Register in Marketplace', async () => {
	const parameters = {
		resource: 'integration',
		operation: 'registerInMarketplace',
		crmCode: 'my-crm_2',
		secret,
	};
	const whole = await capture({
		...parameters,
		authRedirectUri: 'https://crm.example.com/connect',
	});
	expectRequest(whole.requests[0], {
		method: 'POST',
		path: '/v3/marketplace',
		body: { crmCode: 'my-crm_2', secret, authRedirectUri: 'https://crm.example.com/connect' },
	});
	expect(whole.result.items).toEqual([{ registered: true, crmCode: 'my-crm_2' }]);

	const needed = await capture({ ...parameters, authRedirectUri: '' });
	expect(needed.requests[0]?.body).toStrictEqual({ crmCode: 'my-crm_2', secret });

	const bad = await capture({ ...parameters, crmCode: 'моя crm' });
	expect(bad.requests).toHaveLength(0);
	expect(bad.result.error?.message).toContain('crmCode');
	expect(JSON.stringify(bad.result.error)).not.toContain(secret);
});

test('Confirm Connection: the known fields, and what support may tell', async () => {
	const { requests, result } = await capture(
		{
			resource: 'integration',
			operation: 'confirmConnection',
			state: 'abc',
			secret,
			crmKey: 'key-of-the-crm',
			name: '',
			additionalFieldsJson: '{ "lang": "en", "state": "overwritten" }',
		},
		{ body: { apiKey: 'key-of-the-client' } },
	);
	expectRequest(requests[0], {
		method: 'POST',
		path: '/v3/connect',
		body: { state: 'abc', secret, crmKey: 'key-of-the-crm', lang: 'en' },
	});
	expect(result.items).toEqual([{ connected: true, apiKey: 'key-of-the-client' }]);
});

test('Migrate Client', async () => {
	const parameters = {
		resource: 'integration',
		operation: 'migrateClient',
		clientApiKey: 'client-key',
	};
	const { requests, result } = await capture({
		...parameters,
		webhook: {
			webhooksUri: 'https://crm.example.com/wazzup',
			messagesAndStatuses: true,
			contactsAndDealsCreation: false,
		},
	});
	expectRequest(requests[0], {
		method: 'POST',
		path: '/v3/migration',
		body: {
			clientApiKey: 'client-key',
			webhooksUri: 'https://crm.example.com/wazzup',
			subscriptions: { messagesAndStatuses: true, contactsAndDealsCreation: false },
		},
	});
	expect(result.items).toEqual([{ migrated: true }]);

	const needed = await capture({ ...parameters, webhook: {} });
	expect(needed.requests[0]?.body).toStrictEqual({ clientApiKey: 'client-key' });
});
