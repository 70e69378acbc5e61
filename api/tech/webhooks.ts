import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import {
	client,
	enveloped,
	exactly,
	given,
	oneOrMany,
	presumed,
	replyId,
	text,
	webAddress,
} from './common';

/** One event that goes to one address. Events are not checked against the known ones: the list may not be whole. */
const address = { url: webAddress('The webhook address'), event: given };

/** An address and an event that is to go there. */
export const subscription = exactly(address);

/** A subscription that is told apart by its id. */
export const subscriptionId = exactly({ id: given });

/** What a subscription is from now on, whole. */
export const changedSubscription = exactly({ id: given, ...address });

/** Several in a request are documented, their number is not; 100 is the size in which others are sent. */
const bulk = { limit: 100, rejections: ['VALIDATION_FAILED'] };

const one = 'Give at least one subscription.';

/** A subscription as Wazzup returns it. */
export const webhookReply = z.looseObject({ id: replyId, url: text, event: text });

export const createWebhooks = defineEndpoint({
	...client,
	method: 'POST',
	path: '/v2/webhooks',
	body: exactly({ data: z.array(subscription).min(1, one) }),
	reply: presumed(enveloped(oneOrMany(webhookReply))),
	bulk,
	// No document says whether the same event can go to the same address twice.
	repeat: 'never',
	source: 'tech 6.1 PAGE(webhooks), reply CODE(1)',
});

export const getWebhooks = defineEndpoint({
	...client,
	method: 'GET',
	path: '/v2/webhooks',
	reply: enveloped(z.array(webhookReply)),
	repeat: 'safe',
	source: 'tech 6.1 CODE(3)',
});

export const updateWebhooks = defineEndpoint({
	...client,
	method: 'PATCH',
	path: '/v2/webhooks',
	body: exactly({ data: z.array(changedSubscription).min(1, one) }),
	reply: z.unknown(),
	// One at a time: no document tells what an unknown id does to the others of its request.
	repeat: 'safe',
	source: 'tech 6.1 CODE(1)',
});

export const deleteWebhooks = defineEndpoint({
	...client,
	method: 'DELETE',
	path: '/v2/webhooks',
	body: exactly({ data: z.array(subscriptionId).min(1, one) }),
	reply: z.unknown(),
	bulk,
	repeat: 'safe',
	source: 'tech 6.1 CODE(1)',
});
