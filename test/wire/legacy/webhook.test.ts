import { webhook, webhookReply, webhookState } from '../../unit/api/legacy/examples';
import { capture, expectRequest } from './capture';

const set = { resource: 'webhook', operation: 'set' };
const sent = { method: 'PUT', path: '/v2/webhooks' };

test('Set sends the example of the document, and shows what the reply says of the earlier address', async () => {
	const { requests, result } = await capture({ ...set, url: webhook.url }, { body: webhookReply });
	expectRequest(requests[0], { ...sent, body: webhook });
	expect(result.items).toEqual([
		{ ...webhookReply, note: expect.stringContaining('receives nothing any more') },
	]);
	const same = await capture(
		{ ...set, url: webhook.url },
		{ body: { ...webhookReply, webhooksUrlChanged: false } },
	);
	expect(same.result.items).toEqual([
		{ ...webhookReply, webhooksUrlChanged: false, note: 'It was this address before.' },
	]);
});

test('an empty address switches the deliveries off', async () => {
	const { requests, result } = await capture(
		{ ...set, url: ' ' },
		{ body: { webhooksUrl: null, webhooksUrlChanged: true } },
	);
	expectRequest(requests[0], { ...sent, body: { url: null } });
	expect(result.items).toEqual([
		{
			webhooksUrl: null,
			webhooksUrlChanged: true,
			note: 'The earlier address receives nothing any more.',
		},
	]);
});

test('Set refuses what is no address', async () => {
	const { requests, result } = await capture({ ...set, url: 'example.com/webhooks' });
	expect(requests).toHaveLength(0);
	expect(result.error?.message).toContain('url');
});

test('Get reads the example of the document, and no address as null', async () => {
	const get = { resource: 'webhook', operation: 'get' };
	const { requests, result } = await capture(get, { body: webhookState });
	expectRequest(requests[0], { method: 'GET', path: '/v2/webhooks' });
	expect(result.items).toEqual([webhookState]);
	const none = await capture(get, { body: {} });
	expect(none.result.items).toEqual([{ webhooksUrl: null }]);
});
