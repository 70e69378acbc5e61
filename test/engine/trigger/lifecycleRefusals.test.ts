import { NOTHING, OTHERS, useLifecycle } from './useLifecycle';

const use = useLifecycle();

test.each(['http://n8n:5678', 'http://localhost:5678', 'http://192.168.1.7'])(
	'Wazzup is not asked to deliver to %s',
	async (origin) => {
		use.host.origin = origin;
		const workflow = use.trigger({
			credentials: { apiKey: 'key', baseUrl: 'https://api.wazzup24.com' },
		});
		// checkExists would ask Wazzup itself, which no test reaches.
		jest.spyOn(workflow['type'].webhookMethods.default, 'checkExists').mockResolvedValue(false);
		await expect(workflow.publish()).rejects.toMatchObject({
			message: expect.stringContaining('Wazzup cannot reach this n8n'),
			description: expect.stringContaining('WEBHOOK_URL'),
		});
	},
);

test('an address of more than 200 characters is refused before Wazzup is asked', async () => {
	use.host.origin = `${use.host.origin}/${'long'.repeat(30)}`;
	await expect(use.trigger().publish()).rejects.toThrow('Wazzup takes at most 200');
	expect(use.sandbox.control.journal()).toEqual([]);
});

test('when the test of the address fails, the error says what Wazzup saw, and nothing is registered', async () => {
	const workflow = use.trigger();
	use.host.listenAt = () => undefined;
	await expect(workflow.publish()).rejects.toMatchObject({
		context: { wazzup: { code: 'testPostNotPassed', httpStatus: 400 } },
	});
	expect(use.webhooks().webhooksUri).toBeNull();
	expect(workflow.staticData).toEqual({});
});

test('unpublishing goes through when Wazzup refuses, and what was borrowed is not forgotten', async () => {
	const other = await use.occupy();
	const workflow = use.trigger({ parameters: { events: ['messageReceived'], takeOver: true } });
	await workflow.publish();
	const fault = { kind: 'status', status: 403, match: { path: '/v3/webhooks' } } as const;
	use.sandbox.control.addFault(fault);
	await workflow.unpublish();
	expect(use.host.warnings).toEqual([expect.stringContaining('could not be given back')]);
	use.sandbox.control.clearFaults();
	await workflow.publish();
	await workflow.unpublish();
	expect(use.webhooks()).toEqual({ webhooksUri: other, subscriptions: OTHERS });
});

test('a wrong key stops the activation with the error of the credential', async () => {
	const credentials = { apiKey: 'wrong', baseUrl: use.sandbox.url };
	await expect(use.trigger({ credentials }).publish()).rejects.toMatchObject({ httpCode: '401' });
});

test('by hand: nothing is registered, and an empty token stops the activation', async () => {
	const manual = (addressToken: string) =>
		use.trigger({
			parameters: { events: ['messageReceived'], registration: 'manual', addressToken },
		});
	await expect(manual(' ').publish()).rejects.toThrow('Address Token is empty');
	const workflow = manual('made-up-by-hand');
	await workflow.publish();
	await workflow.unpublish();
	expect(use.sandbox.control.journal()).toEqual([]);
});

test('a trigger that is now registered by hand still gives back what it had set itself', async () => {
	const workflow = use.trigger();
	await workflow.publish();
	workflow.parameters = { ...workflow.parameters, registration: 'manual', addressToken: 'abc' };
	await workflow.unpublish();
	expect(use.webhooks().subscriptions).toEqual(NOTHING);
});
