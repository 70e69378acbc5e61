import { waitFor } from '../../../host/wait';
import { WazzupLegacy } from '../../../nodes/WazzupLegacy/WazzupLegacy.node';
import { runNode } from '../harness';
import { useLegacyTrigger } from './useLegacyTrigger';

const use = useLegacyTrigger();

/** Waits for the next echo, and all that it sets off. */
async function echoed(action: () => Promise<unknown>): Promise<void> {
	const before = use.sandbox.control.deliveries().length;
	await action();
	const isThere = async () => (use.sandbox.control.deliveries().length > before ? true : undefined);
	await waitFor('The echo', isThere, { seconds: 10 });
	await use.quiet();
}

/** Sends with the Wazzup Legacy node of this n8n. */
async function send(text: string): Promise<void> {
	const { error } = await runNode({
		parameters: {
			resource: 'message',
			operation: 'send',
			channelId: { __rl: true, mode: 'id', value: use.channelOf('whatsapp') },
			chatType: 'whatsapp',
			chatId: '79011112233',
			text,
		},
		nodeType: new WazzupLegacy(),
		credentials: { apiKey: use.sandbox.apiKey, baseUrl: use.sandbox.url },
	});
	expect(error).toBeUndefined();
}

/** Sends as another program with the key. */
const sendElsewhere = async (text: string) =>
	await use.request('POST', '/v2/send_message', {
		channelId: use.channelOf('whatsapp'),
		chatType: 'whatsapp',
		chatId: '79011112233',
		text,
	});

test.each([
	['with the option', true, ['of another']],
	['without it', false, ['own', 'of another']],
])('echoes of what this n8n sent, and those of others: %s', async (_, ignoreOwn, texts) => {
	await use.published({ events: ['messageSent'], options: { ignoreOwn } });
	await echoed(async () => await send('own'));
	await echoed(async () => await sendElsewhere('of another'));
	expect(use.items().map(({ text }) => text)).toEqual(texts);
});
