import { getLegacyWebhooks, setLegacyWebhooks } from '../../api/legacy/webhooks';
import type { Answer, Call, Route } from '../surface';
import { notValid, refused } from './answer';

/** The empty delivery that a client takes for the test of a new address (B.7). */
const testBody = { messages: [], channels: [], statuses: [] };

async function set(call: Call): Promise<Answer> {
	const { state, webhook } = call.world;
	const read = setLegacyWebhooks.body.safeParse(call.body);
	if (!read.success) throw notValid();
	const { url } = read.data;
	if (url !== null) {
		const letter = { kind: 'test', url, body: testBody, surface: 'legacy' } as const;
		const { status } = await webhook.send(letter);
		// The code of v3: the document has none for an address that does not answer 200.
		if (status !== 200) throw refused('testPostNotPassed');
	}
	const changed = url !== state.legacy.webhooksUrl;
	state.legacy.webhooksUrl = url;
	return { status: 200, body: { webhooksUrl: url, webhooksUrlChanged: changed } };
}

export const webhookRoutes: Route[] = [
	{
		endpoint: getLegacyWebhooks,
		answer: (call) => ({
			status: 200,
			body: { webhooksUrl: call.world.state.legacy.webhooksUrl },
		}),
	},
	{ endpoint: setLegacyWebhooks, answer: set },
];
