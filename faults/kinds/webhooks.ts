import { asPartner, forAccount, report } from '../engine';
import { indexes, ITEMS, type Kind } from '../kind';

const addressOf = (index: number) => `https://example.com/hook/${index}`;

/** Wazzup Client, Create Webhook: no document says what a repeat does, so none is made. */
export const subscribe: Kind = {
	name: 'subscribe',
	title: 'create webhook, 100 in a request',
	match: { method: 'POST', path: '/v2/webhooks', surface: 'tech' },
	every: 2,
	sandbox: { doubleSubscriptions: true },
	prepare: (sandbox) => async () => ({
		items: ITEMS,
		told: await report({
			...asPartner(sandbox),
			parameters: {
				...forAccount(sandbox.accountId),
				...{ resource: 'webhook', operation: 'create' },
				...{ url: '={{ $json.url }}', events: ['message.add'] },
			},
			items: indexes.map((index) => ({ url: addressOf(index) })),
		}),
		effects: sandbox.control.tech
			.account()
			.webhooks.map(({ url }) => Number(url.split('/').at(-1))),
	}),
};
