import { WazzupClient } from '../../../nodes/WazzupClient/WazzupClient.node';
import { waitFor } from '../../../host/wait';
import { runNode } from '../harness';
import { useTechTrigger } from './useTechTrigger';

const use = useTechTrigger({ echo: true });

/** Waits for the next echo, and all that it sets off: Wazzup answers first, and sends after that. */
async function echoed(action: () => Promise<unknown>): Promise<void> {
	const before = use.control.deliveries().length;
	await action();
	const isThere = async () => (use.control.deliveries().length > before ? true : undefined);
	await waitFor('The echo', isThere, { seconds: 10 });
	await use.quiet();
}

/** Sends with the Wazzup Client node of this n8n. */
async function send(text: string, credentials: object) {
	const { error } = await runNode({
		parameters: {
			authentication: 'clientToken',
			resource: 'message',
			operation: 'send',
			channelId: { __rl: true, mode: 'id', value: use.channel() },
			chatType: 'whatsapp',
			chatId: '+7 (901) 111-22-33',
			text,
		},
		nodeType: new WazzupClient(),
		credentialType: 'wazzupClientApi',
		credentials: { ...credentials },
	});
	return error;
}

/** Sends as another program with access to the account. */
async function sendElsewhere(text: string): Promise<void> {
	const answer = await fetch(`${use.sandbox.techUrl}/v2/messages`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${use.sandbox.clientToken()}`,
			'content-type': 'application/json',
		},
		body: JSON.stringify({
			channel_id: use.channel(),
			recipient: { chat_type: 'whatsapp', chat_id: '79011112233' },
			text,
		}),
	});
	expect(answer.status).toBe(200);
}

test.each([
	['with the option', true, ['of another', 'own']],
	['without it', false, ['own', 'of another', 'own']],
])(
	'echoes of what this n8n sent, once each, and those of others: %s',
	async (_, ignoreOwn, texts) => {
		const workflow = use.trigger({ events: ['messageSent'], options: { ignoreOwn } });
		await workflow.publish();
		await echoed(async () => await send('own', workflow.credentials));
		await echoed(async () => await sendElsewhere('of another'));
		await echoed(async () => await sendElsewhere('own'));
		expect(use.items().map(({ text }) => text)).toEqual(texts);
	},
);

test('a repeat of an own echo is left out too, and so is the echo at another workflow', async () => {
	const options = { events: ['messageSent'], options: { ignoreOwn: true } };
	const [one, other] = [use.trigger(options), use.trigger(options)];
	other.credentials = one.credentials;
	await one.publish();
	await other.publish();
	await echoed(async () => await send('own', one.credentials));
	for (const { id } of use.control.deliveries()) await use.control.redeliver(id);
	await use.quiet();
	expect(use.control.deliveries().length).toBeGreaterThan(2);
	expect(use.host.started).toEqual([]);
});

test('a message that Wazzup refused leaves nothing to wait for', async () => {
	const workflow = use.trigger({ events: ['messageSent'], options: { ignoreOwn: true } });
	await workflow.publish();
	use.control.addFault({
		kind: 'status',
		status: 400,
		times: 1,
		match: { method: 'POST', path: '/v2/messages' },
	});
	expect(await send('again', workflow.credentials)).toBeDefined();
	await echoed(async () => await sendElsewhere('again'));
	expect(use.items()).toMatchObject([{ text: 'again' }]);
});
