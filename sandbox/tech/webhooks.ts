import { randomUUID } from 'node:crypto';
import {
	createWebhooks,
	deleteWebhooks,
	getWebhooks,
	updateWebhooks,
} from '../../api/tech/webhooks';
import type { Answer, Call, Route } from '../surface';
import { accountOf, ok, unknown } from './answer';
import { readBody } from './checks';

/** One subscription for an event and an address: asked for again, the one that is there is the answer, unless doubles are set. */
function create(call: Call): Answer {
	const { doubleSubscriptions } = call.world.settings;
	const { subscriptions } = accountOf(call).events;
	const data = readBody(createWebhooks, call).data.map(({ url, event }) => {
		const known = [...subscriptions.values()].find(
			(subscription) =>
				!doubleSubscriptions && subscription.url === url && subscription.event === event,
		);
		const subscription = known ?? { id: randomUUID(), url, event };
		subscriptions.set(subscription.id, subscription);
		return subscription;
	});
	return ok(call, data);
}

function update(call: Call): Answer {
	const { subscriptions } = accountOf(call).events;
	const { data } = readBody(updateWebhooks, call);
	if (!data.every(({ id }) => subscriptions.has(id))) throw unknown('subscription');
	for (const subscription of data) subscriptions.set(subscription.id, subscription);
	return ok(call, data);
}

function remove(call: Call): Answer {
	const { subscriptions } = accountOf(call).events;
	for (const { id } of readBody(deleteWebhooks, call).data) subscriptions.delete(id);
	return ok(call, null);
}

export const webhookRoutes: Route[] = [
	{ endpoint: createWebhooks, answer: create },
	{
		endpoint: getWebhooks,
		answer: (call) => ok(call, [...accountOf(call).events.subscriptions.values()]),
	},
	{ endpoint: updateWebhooks, answer: update },
	{ endpoint: deleteWebhooks, answer: remove },
];
